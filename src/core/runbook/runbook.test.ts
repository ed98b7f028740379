import { beforeAll, describe, expect, test } from 'vitest'
import { measure } from '../compare/measure.ts'
import { outageWords } from '../compare/words.ts'
import { exportFiles } from '../export/exportFiles.ts'
import { lint } from '../lint/lint.ts'
import { networkOf } from '../model/network.ts'
import { VENDOR_IDS } from '../model/topology.ts'
import { basicPair } from '../templates/basicPair.ts'
import { pairWithUplinks } from '../templates/pairWithUplinks.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import { CHANGE_COMMANDS } from '../vendors/changeCommands.ts'
import { PROFILES } from '../vendors/index.ts'
import { redrawnOn } from '../vendors/platforms.ts'
import { loadConsole } from '../vendors/show/loaders.ts'
import { makeRunbook } from './make.ts'
import { partsMarkdown } from './markdown.ts'
import type { Part } from './parts.ts'
import { runbook } from './runbook.ts'
import { settledView } from './settledView.ts'
import { runbookTests } from './testParts.ts'

const design = basicPair.build()

describe('a pair on NX-OS', () => {
  let parts: readonly Part[] = []
  let text = ''
  beforeAll(async () => {
    parts = (await makeRunbook(design, PROFILES)) ?? []
    text = partsMarkdown(parts)
  }, 60_000)

  test('has its five sections and names the files that are exported', () => {
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Runbook: Leaf pair',
      '## leafs: leaf-a and leaf-b',
      '### 1. Before the change',
      '### 2. Order of pasting',
      '### 3. Verification',
      '### 4. Failover tests',
      '### 5. The way back',
    ])
    expect(text.indexOf('Paste leaf-a.cfg on leaf-a.')).toBeLessThan(text.indexOf('Paste leaf-b.cfg on leaf-b.'))
    expect(exportFiles(design.topology).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['leaf-a.cfg', 'leaf-b.cfg']),
    )
    expect(text).toContain(
      '    rollback running-config checkpoint before-mlag\n    copy running-config startup-config\n',
    )
    expect(text).toContain('leaf-a Ethernet1/53 to leaf-b Ethernet1/53')
  })

  test('says what the platform’s commands answer once the pair is whole', () => {
    expect(text).toContain('leaf-a\\# show vpc')
    expect(text).toMatch(/ {4}vPC role +: primary/)
    expect(text).toMatch(/ {4}vPC role +: secondary/)
    expect(text).toContain('| vPC 11 | leaf-a | 1 of 1 cables here |')
  })

  test('every figure of the failover tests is what the engine measured', () => {
    const rows = parts.flatMap((part) => (part.kind === 'table' && part.head.includes('Outage') ? part.rows : []))
    const tests = runbookTests(networkOf(design.topology), PROFILES)
    expect(rows).toHaveLength(tests.length)
    for (const [at, { deed, run }] of tests.slice(0, 3).entries()) {
      expect(rows[at]?.slice(1, 3)).toEqual([deed, outageWords(measure(run, PROFILES))])
    }
    expect(rows.map(([, deed, , after]) => [deed, after])).toEqual([
      ['Pull the cable from leaf-a Ethernet1/1 to srv-1 eth0', 'degraded'],
      ['Pull every cable of the peer-link between leaf-a and leaf-b', 'failed-over'],
      ['Pull the keepalive of leafs', 'degraded'],
      ['Power leaf-b off', 'failed-over'],
      ['Power leaf-a off', 'failed-over'],
      ['Power leaf-a off and on again 30 s later', 'active-active'],
    ])
  }, 30_000)
})

test('what stays out is named, no test begins before the last is undone, and assumed values are told', async () => {
  const eos = { ...design, topology: redrawnOn(design.topology, 'arista-eos') }
  const text = partsMarkdown((await makeRunbook(eos, PROFILES)) ?? [])
  expect(text).toContain('- Test 4: orphan-b with srv-1, srv-2 and orphan-a.')
  expect(text).toMatch(/Power leaf-b off \|.*\| Power it on and wait until the pair is whole \|/)
  expect(text).toMatch(/\| \d+ of \d+: \d+ until repair \| dual-active \|/)
  expect(text).toContain('first what hangs below, as it was; then leaf-b, then leaf-a.')
}, 60_000)

test('a platform without a keepalive is asked for none and loses none', async () => {
  const routeros = { ...design, topology: redrawnOn(design.topology, 'mikrotik-routeros') }
  const text = partsMarkdown((await makeRunbook(routeros, PROFILES)) ?? [])
  expect(text).not.toMatch(/Pull the keepalive|a way of its own/)
}, 60_000)

test('a pair that routes: its addresses before, its gateways after, the loss of its uplinks as a test', async () => {
  const routed = pairWithUplinks.build()
  const text = partsMarkdown((await makeRunbook(routed, PROFILES)) ?? [])
  expect(text).toContain('core-1 port1 has 10.254.0.1/30 towards leaf-a Ethernet1/49 (10.254.0.2).')
  const { vlan, address } = routed.topology.domains[0]!.gateways[0]!
  expect(text).toMatch(new RegExp(`\\| ${vlan} \\| ${address} \\| [0-9a-f:]{17} \\| leaf-a and leaf-b \\|`))
  expect(text).toContain(`    ping ${address}`)
  expect(text).toMatch(/Pull the uplink from leaf-a Ethernet1\/49 to core-1 port1 \| (nothing lost|\d+ of \d+)/)
  expect(text).toMatch(/Pull every uplink of leaf-a \(2\) \| (nothing lost|\d+ of \d+)/)
}, 60_000)

test.each(VENDOR_IDS)('a pair on %s has one, with a way back where the platform takes commands', async (vendor) => {
  const topology = redrawnOn(design.topology, vendor)
  const device = topology.devices.find(({ kind }) => kind === 'switch')!
  const console = await loadConsole(device)
  const text = partsMarkdown(
    runbook({
      title: design.title,
      net: networkOf(topology),
      profiles: PROFILES,
      consoles: console === null ? {} : { [vendor]: console },
      findings: lint({ ...design, topology }, PROFILES).findings,
      ...settledView(topology, PROFILES),
      results: [],
    }),
  )
  expect(text).not.toMatch(/undefined|NaN|\[object/)
  expect(text).toMatch(/The pair is (active-active|degraded), peer-link up/)
  expect(text.includes('On each peer:')).toBe(vendor !== 'generic')
  const commands = CHANGE_COMMANDS[vendor]
  expect(commands === null).toBe(vendor === 'generic')
  if (commands === null) return
  for (const line of [...commands.look, ...commands.keep, ...commands.restore]) expect(text).toContain(`    ${line}\n`)
  // What was kept under a name is what is put back.
  expect(/before-mlag|history/.test(commands.keep.join())).toBe(true)
  expect(/before-mlag|history/.test(commands.restore.join())).toBe(true)
})

test('says where each form of a file is pasted, in which parts, and what it could not say as drawn', async () => {
  const huawei = { ...design, topology: redrawnOn(design.topology, 'huawei-vrp8') }
  const text = partsMarkdown((await makeRunbook(huawei, PROFILES)) ?? [])
  expect(text).toContain('on leaf-a, or else leaf-a.v200.cfg (V200), up to its first commit.')
  expect(
    text
      .match(/^\d\. .*(?:commit|heartbeat|rest of the file).*$/gm)
      ?.map((line) => line.replace(/, or else [^,]*/, '')),
  ).toEqual([
    '1. Paste leaf-a.cfg (V300) on leaf-a, up to its first commit.',
    '2. Paste leaf-b.cfg (V300) on leaf-b, up to its first commit.',
    '3. Wait until display dfs-group 1 heartbeat says OK on both peers.',
    '4. Paste the rest of the file on leaf-a. Then: commit; save.',
    '5. Paste the rest of the file on leaf-b. Then: commit; save.',
  ])
  expect(text).toContain('- Replace the password of the DFS group')
}, 60_000)

test('a design without a pair has none, and names cannot break out of the Markdown', async () => {
  expect(await makeRunbook(plainLacp.build(), PROFILES)).toBeNull()
  const parts: readonly Part[] = [
    { kind: 'heading', level: 1, text: 'a\n# b <script>' },
    { kind: 'list', ordered: true, items: ['x | y'] },
    { kind: 'lines', title: 't', lines: ['# not a heading'] },
  ]
  expect(partsMarkdown(parts)).toBe('# a \\# b \\<script\\>\n\n1. x \\| y\n\nt\n\n    # not a heading\n')
})
