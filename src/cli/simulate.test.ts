import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../core/templates/index.ts'
import { simulateOutput } from './output.ts'
import { commandLine } from './testing/commandLine.ts'

const { folder, mlag } = commandLine()

describe('simulate', () => {
  const cut = ['--fail', 'link-cut:srv-1:eth0@1s', '--repair', 'link-cut:leaf-a:Ethernet1/1@10s']

  test('--json is what the schema says, in document order and with the failure that was asked for', async () => {
    const { code, out, err } = await mlag('simulate', 'template:basic-pair', ...cut, '--until', '15s', '--json')
    expect([code, err]).toEqual([0, ''])
    const report = simulateOutput.parse(JSON.parse(out))
    expect(report).toMatchObject({ version: 1, seed: 1, untilMs: 15_000, settled: true })
    expect(report.domains[0]).toMatchObject({
      name: 'leafs',
      platform: 'cisco-nxos',
      status: 'active-active',
      roles: { 'leaf-a': 'primary', 'leaf-b': 'secondary' },
    })
    // The cable was cut by one name and repaired by the other.
    expect(report.failures).toEqual([
      { failure: 'link-cut', target: 'srv-1:eth0', options: {}, atMs: 1_000, repairedAtMs: 10_000 },
    ])
    const { topology } = TEMPLATES[0]!.build()
    expect(report.flows.map(({ id }) => id)).toEqual(topology.flows.map(({ id }) => id))
    expect(report.lags[0]).toMatchObject({ device: 'leaf-a', role: 'peer-link', mlagId: null })
    expect(report.lags.find(({ lag, device }) => device === 'leaf-a' && lag.endsWith('11'))).toMatchObject({
      role: 'mlag',
      mlagId: 11,
      members: [{ port: 'Ethernet1/1', mux: 'collecting-distributing', actorState: '0x3f', partnerState: '0x3f' }],
    })
  })

  test('counts add up and phases divide the outage', async () => {
    const args = ['simulate', 'template:basic-pair', ...cut, '--until', '15s', '--probe', '1', '--json']
    const report = simulateOutput.parse(JSON.parse((await mlag(...args)).out))
    const directions = report.flows.flatMap((flow) => flow.directions)
    for (const one of directions) expect(one.sent).toBe(one.delivered + one.lost + one.inFlight)
    const outages = directions.flatMap((one) => one.outages)
    expect(outages.length).toBeGreaterThan(0)
    for (const { durationMs, detectMs, decideMs, restoreMs, open } of outages) {
      expect(open).toBe(false)
      expect(detectMs! + decideMs! + restoreMs!).toBeCloseTo(durationMs, 6)
    }
  })

  test('an outage that rests on assumed values names them, in JSON and in words', async () => {
    const args = ['--platform', 'nvidia-cumulus', '--fail', 'device-power-off:leaf-a@1s', '--until', '20s']
    const [json, text] = [
      await mlag('simulate', 'template:basic-pair', ...args, '--json'),
      await mlag('simulate', 'template:basic-pair', ...args),
    ]
    const { flows } = simulateOutput.parse(JSON.parse(json.out))
    const outages = flows.flatMap(({ directions }) => directions.flatMap((one) => one.outages))
    const resting = outages.filter(({ assumed }) => assumed)
    expect(resting.length).toBeGreaterThan(0)
    for (const { assumed, assumedValues } of outages) expect(assumedValues.length > 0).toBe(assumed)
    expect(resting[0]?.assumedValues).toEqual([
      {
        key: 'keepalive-timeout-ms',
        label: 'Backup link time-out',
        value: '6 s',
        of: 'leafs',
        setting: 'settings.numbers.keepalive-timeout-ms',
      },
    ])
    expect(text.out).toContain(
      'rests on what no public source says: Backup link time-out: 6 s (leafs, settings.numbers.keepalive-timeout-ms)',
    )
  })

  test('the same seed gives the same run, another platform another one', async () => {
    const run = async (...more: readonly string[]) =>
      simulateOutput.parse(
        JSON.parse((await mlag('simulate', 'template:basic-pair', ...cut, '--until', '5s', '--json', ...more)).out),
      )
    const [one, two, eos] = [await run(), await run('--seed', '1'), await run('--platform', 'arista-eos')]
    expect(two).toEqual(one)
    expect(eos.fingerprint).not.toBe(one.fingerprint)
    expect(eos.domains[0]?.platform).toBe('arista-eos')
    // The drawn port names stay.
    expect(eos.lags.flatMap(({ members }) => members.map(({ port }) => port))).toContain('Ethernet1/1')
  })

  test('a cold run starts at power-on', async () => {
    const { out } = await mlag('simulate', 'template:basic-pair', '--cold', '--until', '2s', '--json')
    const report = simulateOutput.parse(JSON.parse(out))
    expect(report.settled).toBe(false)
    expect(report.domains[0]?.step).toBe(1)
    const directions = report.flows.flatMap((flow) => flow.directions)
    for (const one of directions) {
      expect(one.sent).toBe(one.delivered + one.lost + one.inFlight)
      expect(one.outages).toEqual([])
    }
  })

  test('--trace writes what happened, one object a line', async () => {
    await mlag('simulate', 'template:basic-pair', ...cut, '--until', '12s', '--trace', 'run.jsonl')
    const lines = (await readFile(join(folder(), 'run.jsonl'), 'utf8')).trimEnd().split('\n')
    const events = lines.map((line): Record<string, unknown> => JSON.parse(line))
    expect(events[0]).toMatchObject({ seq: 0, atMs: 1_000, kind: 'failure' })
    expect(events.map(({ kind }) => kind)).toContain('repair')
  })

  test('in words it says when which flow was out, and why', async () => {
    const { out } = await mlag('simulate', 'template:basic-pair', ...cut, '--until', '12s')
    expect(out).toMatch(/srv-1 to srv-2: at 1\S* s out for/)
    expect(out).toContain('link-cut on srv-1:eth0 at 1 s, repaired at 10 s')
  })

  test.each([
    [['--until', 'soon']],
    [[]],
    [['--until', '1s', '--fail', 'link-cut:nowhere:eth0@1s']],
    [['--until', '1s', '--fail', 'no-such-failure:srv-1:eth0@1s']],
    [['--until', '1s', '--fail', 'link-cut:srv-1:eth0,depth=3@1s']],
    [['--until', '1s', '--fail', 'link-cut:srv-1:eth0']],
  ])('%j is wrong usage', async (args) => {
    expect(await mlag('simulate', 'template:basic-pair', ...args)).toMatchObject({ code: 2, out: '' })
  })
})
