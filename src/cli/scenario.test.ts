import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { saveDocument } from '../core/model/document.ts'
import { memberLoss } from '../core/scenarios/ready/memberLoss.ts'
import { peerLinkLoss } from '../core/scenarios/ready/peerLinkLoss.ts'
import { basicPair } from '../core/templates/basicPair.ts'
import { advance, deltaOf, loadRun, type Runner } from '../worker/runner.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { lintOutput, simulateOutput, type SimulateOutput } from './output.ts'
import { commandLine } from './testing/commandLine.ts'

const { folder, mlag } = commandLine()

describe('simulate --scenario', () => {
  test.each([memberLoss, peerLinkLoss])('$id: the figures of the page', async (scenario) => {
    const report = await simulated('template:basic-pair', '--scenario', scenario.id, '--probe', '1')
    expect(report).toMatchObject({ scenario: scenario.name, untilMs: scenario.until / 1_000 })
    const delta = deltaOf(played(scenario))
    if (delta.type !== 'delta') throw new Error(delta.type)
    const shown = delta.directions.map(({ sent, lost, outages }) => ({
      sent,
      lost,
      lengths: outages.map(({ startAt, endAt }) => ((endAt ?? delta.now) - startAt) / 1_000),
    }))
    const printed = report.flows
      .flatMap((flow) => flow.directions)
      .map(({ sent, lost, outages }) => ({ sent, lost, lengths: outages.map(({ durationMs }) => durationMs) }))
    expect(printed).toEqual(shown)
    expect(printed.some(({ lengths }) => lengths.length > 0)).toBe(true)
    expect(report.links.map(({ id, perSecond, data }) => ({ link: id, perSecond, data }))).toEqual(
      delta.loads.map(({ link, perSecond, data }) => ({ link, perSecond, data })),
    )
  })

  test('one that is kept with the design, cold, longer, and with more done to it', async () => {
    const kept = { name: 'mine', start: 'cold', steps: memberLoss.steps, until: memberLoss.until } as const
    const file = saveDocument({ ...basicPair.build(), scenarios: [kept] })
    await writeFile(join(folder(), 'design.json'), file)
    const more = ['--fail', 'device-power-off:leaf-b@41s', '--until', '43s']
    const report = await simulated('design.json', '--scenario', 'mine', ...more)
    expect(report).toMatchObject({ scenario: 'mine', untilMs: 43_000, settled: false })
    expect(report.failures.map(({ failure }) => failure)).toEqual(['link-cut', 'device-power-off'])
  })

  test('tells ways, events and loads', async () => {
    const report = await simulated('template:basic-pair', '--scenario', 'member-loss')
    const [outage] = report.flows.flatMap(({ directions }) => directions.flatMap(({ outages }) => outages))
    const ids = new Set(report.links.map(({ id }) => id))
    const { before, during, after } = outage?.ways ?? { before: [], during: [], after: null }
    expect([before, during, after ?? []].every((way) => way.length > 0 && way.every((id) => ids.has(id)))).toBe(true)
    expect(outage?.ways.lost).not.toBe('')
    expect(outage?.triggerEvent).toMatchObject({ atMs: 2_000, text: expect.stringContaining('Cut: ') })
    expect(outage?.detectEvent?.text).toContain('carrier down')
    expect(report.links.filter(({ role }) => role === 'peer-link')).toHaveLength(2)
    const { out } = await mlag('simulate', 'template:basic-pair', '--scenario', 'member-loss', '--until', '10s')
    expect(out).toContain('before by srv-1, leaf-a, srv-2; lost on leaf-a:Ethernet1/1 to srv-1:eth0')
    expect(out).toMatch(/^leaf-a:Ethernet1\/53 +peer-link +100 +\d+/m)
    expect(out).toContain('Arrived twice: 0.')
  })

  test.each([
    ['template:basic-pair', 'nothing', /no scenario "nothing"[^]*Ready-made: four-steps, member-loss/],
    ['template:plain-lacp', 'peer-link-loss', /does not fit this design:\n {2}step 1: .*leafs[^]*template:basic-pair/],
  ])('%s, %s is told', async (file, name, words) => {
    const { code, out, err } = await mlag('simulate', file, '--scenario', name)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
  })

  test('a step that names what is not there is told with its number and what is near, by lint as well', async () => {
    const step = (target: string) => ({ type: 'fail', failure: 'link-cut', target, options: {} }) as const
    const steps = ['srv-1:eth0', 'leaf-a:Ethernet1/22', 'srv-9:eth0'].map((target, at) => ({
      at,
      command: step(target),
    }))
    const mine = { name: 'mine', start: 'settled', steps, until: 10_000_000 } as const
    await writeFile(join(folder(), 'stale.json'), saveDocument({ ...basicPair.build(), scenarios: [mine] }))
    const words = [
      /step 2: leaf-a has no cable on a port called "Ethernet1\/22"\. Near it: Ethernet1\/2, /,
      /step 3: Nothing here is called "srv-9"; expected a device\. Near it: srv-1, srv-2\./,
    ]
    const played = await mlag('simulate', 'stale.json', '--scenario', 'mine')
    expect([played.code, played.out]).toEqual([2, ''])
    for (const told of words) expect(played.err).toMatch(told)
    const { code, out } = await mlag('lint', 'stale.json', '--json')
    const found = lintOutput.parse(JSON.parse(out)).findings.filter(({ rule }) => rule === 'document/scenario')
    expect([code, found.map(({ path }) => path)]).toEqual([
      0,
      ['design.scenarios[0].steps[1]', 'design.scenarios[0].steps[2]'],
    ])
    for (const [at, { message }] of found.entries()) expect(message).toMatch(words[at] ?? /never/)
  })

  test('a timer beyond the platform’s range is told, and the platform’s own value holds', async () => {
    const design = basicPair.build()
    const settings = { numbers: { 'member-restore-ms': 4_000_000 }, switches: {}, choices: {} }
    const domains = design.topology.domains.map((domain) => ({ ...domain, settings }))
    const text = saveDocument({ ...design, topology: { ...design.topology, domains } })
    await writeFile(join(folder(), 'beyond.json'), text)
    const { code, err } = await mlag('simulate', 'beyond.json', '--until', '1s')
    expect(code).toBe(0)
    expect(err).toBe('leafs: Delay restore 4000 s is not possible: 1 s to 3600 s, multiples of 1 s. 30 s is used.\n')
  })

  test('commands that contradict each other are carried out and doubted', async () => {
    const twice = ['--fail', 'link-cut:srv-1:eth0@1s', '--fail', 'link-cut:leaf-a:Ethernet1/1@2s']
    const { code, err } = await mlag('simulate', 'template:basic-pair', ...twice, '--until', '3s')
    expect(code).toBe(0)
    expect(err).toBe(
      'The fail at 2 s does “Cut” to leaf-a:Ethernet1/1 again, which is broken so since 1 s: repair it first.\n',
    )
  })
})

async function simulated(...args: readonly string[]): Promise<SimulateOutput> {
  const { code, out, err } = await mlag('simulate', ...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return simulateOutput.parse(JSON.parse(out))
}

/** As the page's worker plays it: in ticks of real time. */
function played({ start, steps, until }: typeof memberLoss): Runner {
  const run = { topology: basicPair.build().topology, seed: 1, probeUs: 1_000, start, commands: steps, until: 0 }
  const runner = loadRun({ type: 'load', id: 1, run, profiles: PROFILES }, null)
  Object.assign(runner, { speed: null, playUntil: until, running: true })
  let clock = 0
  while (runner.running) advance(runner, 16, () => (clock += 4), 12)
  return runner
}
