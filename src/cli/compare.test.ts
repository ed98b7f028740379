import { describe, expect, test } from 'vitest'
import { VENDOR_IDS } from '../core/model/topology.ts'
import { compareOutput } from './compareOutput.ts'
import { commandLine } from './testing/commandLine.ts'

const { mlag } = commandLine()

describe('compare', () => {
  test('measures one fault on the three designs and on every platform', async () => {
    const { code, out } = await mlag('compare', '--fail', 'link-cut:srv-1:eth0@1s', '--until', '5s', '--json')
    expect(code).toBe(0)
    const { designs, platforms } = compareOutput.parse(JSON.parse(out))
    expect(designs?.subjects.map(({ id }) => id)).toEqual(['one-switch', 'two-switches', 'mlag-pair'])
    expect(platforms?.subjects.map(({ id }) => id)).toEqual([...VENDOR_IDS])
    const [fault] = designs?.faults ?? []
    expect(fault).toMatchObject({ id: 'own', untilMs: 5000, results: [{ open: 0 }, { open: 0 }, { open: 0 }] })
    expect(fault?.results[0]?.steps).toMatchObject([{ failure: 'link-cut', target: 'srv-1:eth0', atMs: 1000 }])
  })

  test('with platforms named, only these, as tables and bars', async () => {
    const args = ['template:basic-pair', '--platforms', 'cisco-nxos,arista-eos', '--fail', 'peer-link-down:leafs@1s']
    const { code, out } = await mlag('compare', ...args, '--until', '10s')
    expect(code).toBe(0)
    expect(out).toMatch(/Cisco NX-OS +Arista EOS/)
    expect(out).toMatch(/Cisco NX-OS +[.#]{60}/)
    expect(out).not.toContain('THREE DESIGNS')
  })

  test('names what outages rest on where no public source states it, in words and as JSON', async () => {
    const args = ['template:basic-pair', '--platforms', 'cisco-nxos,nvidia-cumulus', '--until', '20s']
    const fault = ['--fail', 'device-power-off:leaf-a@1s']
    const words = await mlag('compare', ...args, ...fault)
    expect(words.out).toMatch(/RESTS ON WHAT NO PUBLIC SOURCE SAYS\n.* NVIDIA Cumulus Linux +Backup link time-out: 6 s/)
    const { platforms } = compareOutput.parse(JSON.parse((await mlag('compare', ...args, ...fault, '--json')).out))
    expect(platforms?.faults[0]?.results).toMatchObject([
      { assumed: false, restsOn: [] },
      { assumed: true, restsOn: ['Backup link time-out: 6 s (leafs)'] },
    ])
  })

  test.each([
    ['a platform that is not there', ['--platforms', 'nope'], 'nope'],
    ['a target that is not there', ['--fail', 'link-cut:nowhere@1s'], 'nowhere'],
    ['a length without a fault', ['--until', '5s'], '--until'],
  ])('%s is wrong usage', async (_, args, word) => {
    expect(await mlag('compare', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(word) })
  })

  test('a design without a pair has only platforms to compare', async () => {
    const fault = ['--fail', 'link-cut:srv-1:eth0@1s', '--until', '2s']
    const { code, out, err } = await mlag('compare', 'template:plain-lacp', ...fault, '--json')
    expect(code).toBe(0)
    expect(compareOutput.parse(JSON.parse(out)).designs).toBeNull()
    expect(err).toContain('no pair')
  })
})
