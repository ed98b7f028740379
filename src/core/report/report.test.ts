import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { TimedCommand } from '../model/scenario.ts'
import type { VendorId } from '../model/topology.ts'
import { PROFILES } from '../vendors/index.ts'
import { start, until } from '../sim/testing/scenario.ts'
import { scheduleCommand } from '../sim/commands.ts'
import { reportMarkdown } from './markdown.ts'
import { runReport, type Report } from './report.ts'
import { judged } from './verdict.ts'

const CUT: TimedCommand = {
  at: 2_000_000,
  command: { type: 'fail', failure: 'link-cut', target: 'srv-1:eth0', options: {} },
}
const SILENT: TimedCommand = {
  at: 4_000_000,
  command: { type: 'fail', failure: 'link-silent', target: 'srv-2:eth0', options: { dir: 'both' } },
}

test('a run is told with its design, faults, outages with their phases, events and verdict', () => {
  const report = reportOf([CUT], 30, 1_000_000)
  expect(report.facts.map(([, value]) => value)).toEqual([
    '2 switches, 4 servers, 10 cables, 7 flows',
    'one cut',
    'from the settled design to 30.000 s',
    'a probe every 10 ms in each direction of every flow; seed 1',
  ])
  expect(report.pairs).toMatchObject([
    { name: 'leafs', platform: 'Cisco NX-OS', status: expect.stringMatching(/^degraded: leaf-a primary/) },
  ])
  expect(report.faults).toEqual([{ at: 2_000_000, text: 'Cut: srv-1:eth0' }])
  const [hit] = report.directions.filter(({ outages }) => outages.length > 0)
  expect(hit).toMatchObject({ name: expect.stringMatching(/^srv-1 → srv-2 #\d$/), open: false })
  const [outage] = hit?.outages ?? []
  expect((outage?.detectUs ?? 0) + (outage?.decideUs ?? 0) + (outage?.restoreUs ?? 0)).toBe(outage?.lengthUs)
  expect(report.verdict.word).toBe('met')
  expect(report.verdict.sentences[0]).toBe('Met: no flow loses more than 1 s.')
})

test('of an address that flaps the longest outages are told and the others counted', () => {
  const flapping: TimedCommand = {
    at: 2_000_000,
    command: { type: 'fail', failure: 'same-mac', target: 'srv-1', options: { at: 'orphan-b', every: '7' } },
  }
  const report = reportOf([flapping], 10, 1_000_000)
  const hit = report.directions.find(({ others }) => others > 0)
  expect(hit?.outages).toHaveLength(12)
  expect((hit?.others ?? 0) + 12).toBe((hit?.totalUs ?? 0) / 10_000)
  expect(reportMarkdown(report)).toContain(`and ${hit?.others} more, none above 10 ms`)
})

test('what a search for the least wait of an upgrade found is told before the outages', () => {
  const found = ['leaf-a may reload 95.1 s after leaf-b went down.', 'Found to 0.1 s.']
  const text = reportMarkdown({ ...reportOf([CUT], 10, 1_000_000), upgrade: found })
  expect(text).toContain(`## Least wait of the rolling upgrade\n\n${found.join('\n\n')}\n\n## Outages`)
  expect(reportMarkdown(reportOf([CUT], 10, 1_000_000))).not.toContain('Least wait')
})

test('the limit decides, and what is still out is told', () => {
  expect(reportOf([CUT], 30, 50_000).verdict).toMatchObject({
    word: 'not met',
    sentences: expect.arrayContaining([expect.stringMatching(/^Beyond the limit: srv-1 → srv-2 #/)]),
  })
  expect(reportOf([SILENT], 10, 60_000_000).verdict).toMatchObject({
    word: 'undecided',
    sentences: expect.arrayContaining([expect.stringMatching(/^Still out within the limit: /)]),
  })
  expect(reportOf([SILENT], 10, 1_000_000).verdict.word).toBe('not met')
  expect(reportOf([], 10, 0).verdict.sentences).toEqual(['Met: no flow loses more than 0 ms.', 'Nothing was lost.'])
})

test('outages that rest on assumed values name them, in the table and in the verdict', () => {
  const off: TimedCommand = {
    at: 2_000_000,
    command: { type: 'fail', failure: 'device-power-off', target: 'leaf-a', options: {} },
  }
  const report = reportOf([off], 30, 1_000_000, 'nvidia-cumulus')
  expect(report.verdict.sentences.at(-1)).toMatch(
    /^The outages of \d+ of 14 flow directions rest on values that no public source gives: Backup link time-out: 6 s \(leafs\)\. /,
  )
  expect(reportMarkdown(report)).toMatch(/\| assumed: Backup link time-out: 6 s \(leafs\) \|$/m)
})

test('several short outages count together', () => {
  const [direction] = reportOf([], 1, 0).directions
  if (direction === undefined) throw new Error('no direction')
  const twice = { ...direction, totalUs: 1_200_000, longestUs: 600_000 }
  expect(judged([twice], 1_000_000).word).toBe('not met')
})

test('what is shown of the past is told as of then', () => {
  const { faults, events } = reportOf([CUT, { ...SILENT, at: 20_000_000 }], 10, 1_000_000)
  expect(faults).toHaveLength(1)
  expect(events.every(({ at }) => at <= 10_000_000)).toBe(true)
})

test('Markdown has every part as headings and tables, and names cannot break out of it', () => {
  const text = reportMarkdown({ ...reportOf([CUT], 30, 1_000_000), title: 'a | b <script>' })
  expect(text.match(/^#+ .*$/gm)).toEqual([
    '# a \\| b \\<script\\>',
    '## Verdict',
    '## Pairs at the end',
    '## What was done',
    '## Outages',
    '## Flows',
    '## Events',
  ])
  expect(text).toMatch(/^\| 2\.000 s \| Cut: srv-1:eth0 \|$/m)
  expect(text).toMatch(/^\| srv-1 → srv-2 \\#\d \| \d\.\d+ s \| 1\d\d ms \| .* \| sourced values \|$/m)
})

function reportOf(
  commands: readonly TimedCommand[],
  seconds: number,
  limitUs: number,
  platform: VendorId = 'cisco-nxos',
): Report {
  const sim = start({ platform, probeUs: 10_000 })
  for (const { at, command } of commands) scheduleCommand(sim, at, command)
  const view = until(sim, seconds)
  return runReport({
    title: 'Leaf pair',
    net: networkOf(sim.plan.topology),
    profiles: PROFILES,
    scenario: 'one cut',
    start: 'settled',
    seed: 1,
    probeUs: 10_000,
    now: view.now,
    commands,
    domains: view.domains,
    directions: view.directions,
    events: sim.events,
    limitUs,
  })
}
