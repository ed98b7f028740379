import { describe, expect, test } from 'vitest'
import type { ParameterView, RunView } from '../model/runView.ts'
import { VENDOR_IDS, type VendorId } from '../model/topology.ts'
import { PROFILES } from '../vendors/index.ts'
import { scheduleCommand } from './commands.ts'
import { DRIFT_KINDS, type DriftKind } from './course.ts'
import type { Simulator } from './state.ts'
import { between, domainOf, fail, lagOf, outages, repair, start, towards, until } from './testing/scenario.ts'
import { heldPorts, partnersOf } from './testing/outcome.ts'

const UPLINKS = { template: 'pair-with-uplinks', probeUs: 100_000 } as const

describe.each(VENDOR_IDS)('%s', (platform) => {
  test('what one peer alone is configured with stands in the table, with what the platform does about it', () => {
    const sim = start({ ...UPLINKS, platform })
    const { choices, numbers } = PROFILES[platform]
    const suspends = choices['on-type-1-mismatch'].value !== 'report'
    const compareS = 1 + (numbers['consistency-delay-ms']?.value ?? 0) / 1000
    let at = 1
    for (const what of DRIFT_KINDS.filter((kind) => !RENUMBERS.includes(kind))) {
      const name = change(sim, what)
      if (name === null) continue
      const view = until(sim, (at += compareS))
      const row = rowOf(view, name)
      const effects = row?.effects.join() ?? ''
      const expected = {
        1: { held: suspends, effect: suspends },
        2: { held: false, effect: false },
        none: { held: false, effect: false },
        vlans: { held: false, effect: choices['on-vlan-mismatch'].value === 'suspend-vlans' },
      }[row?.type ?? 'none']
      const [a, b] = row?.values ?? []
      const seen = { held: heldPorts(view).length > 0, effect: effects !== '' }
      expect({ what, verdict: row?.verdict, alike: a === b, ...seen }).toEqual({
        what,
        verdict: 'differs',
        alike: false,
        ...expected,
      })
      repair(sim, 'config-drift', 'leaf-b', (at += 1))
      const back = until(sim, (at += compareS + 1))
      const left = domainOf(back).consistency.filter(({ verdict }) => verdict === 'differs')
      expect([what, ...left]).toEqual([what])
    }
  })
})

describe('what follows from it on NX-OS', () => {
  test('type 2 is reported: members stay, the summary says so', () => {
    const { view } = changed('vlan-interface')
    expect(rowOf(view, 'VLAN interfaces')).toMatchObject({ type: '2', values: ['10', ''], effects: [] })
    expect(heldPorts(view)).toEqual([])
    expect(domainOf(view).gateways[0]?.answering).toEqual(['leaf-a'])
  })

  test('without its VLAN interface a peer no longer answers, and the other one routes for the servers', () => {
    const { sim, view } = changed('vlan-interface')
    expect(outages(towards(sim, view, 'srv-1', 'core-1')).every(({ endAt }) => endAt !== null)).toBe(true)
  })

  test('another virtual address: that peer does not answer for the drawn one', () => {
    const { view } = changed('gateway-address')
    expect(rowOf(view, 'gateway addresses')?.values).toEqual(['10.0.10.1', '10.0.10.253'])
    expect(domainOf(view).gateways[0]?.answering).toEqual(['leaf-a'])
  })

  test('a VLAN deleted on one switch is suspended on every vPC of both, and lost where it was the only one', () => {
    const { sim, view } = changed('vlan-deleted')
    expect(rowOf(view, 'VLANs')?.effects).toEqual(['leaf-a: VLAN 10 suspended', 'leaf-b: VLAN 10 suspended'])
    expect(partnersOf(view, 'srv-1').distributing).toBe(2)
    expect(outages(between(sim, view, 'srv-1', 'srv-2')).some(({ endAt }) => endAt === null)).toBe(true)
  })

  test('more members asked for than there are: the leg goes down, and nobody compares it', () => {
    const { view } = changed('min-links')
    expect(rowOf(view, 'min-links')).toMatchObject({ type: 'none', values: ['1', '2'], effects: [] })
    expect(lagOf(view, 'leaf-b', 'bond-srv-1').operational).toBe(false)
  })

  test('another system priority: the partner keeps one leg, whether or not the other is suspended', () => {
    const { view } = changed('system-priority')
    expect(rowOf(view, 'LACP system priority')).toMatchObject({ type: '1', effects: ['leaf-b: suspended'] })
    expect(partnersOf(view, 'srv-1').distributing).toBe(1)
  })

  test('keepalives sent to a wrong address: the other peer hears none', () => {
    const { view } = changed('keepalive-address', 12)
    expect(domainOf(view).views.map(({ keepalive }) => keepalive)).toEqual(['lost', 'alive'])
    expect(rowOf(view, 'keepalive addresses')?.type).toBe('none')
  })

  test('a bridge priority of the primary alone is what neighbours see', () => {
    const sim = start(UPLINKS)
    fail(sim, 'config-drift', 'leaf-a', 1, { what: 'stp-priority' })
    until(sim, 3)
    expect(sim.devices.map(({ stp }) => stp?.bridge.config.id.priority).slice(0, 2)).toContain(61_440)
  })

  test('the restore delay of one peer alone counts there', () => {
    const sim = start(UPLINKS)
    fail(sim, 'config-drift', 'leaf-b', 1, { what: 'restore-delay' })
    fail(sim, 'peer-link-down', 'leafs', 5)
    repair(sim, 'peer-link-down', 'leafs', 20)
    const upAfter = (seconds: number) => heldPorts(until(sim, seconds)).length === 0
    expect([upAfter(51), upAfter(79), upAfter(81)]).toEqual([false, false, true])
  })
})

test('an orphan port marked on one peer alone goes down with its members, the other peer’s does not', () => {
  const held = (device: string) => {
    const sim = start({ probeUs: 100_000 })
    fail(sim, 'config-drift', device, 1, { what: 'orphan-marks' })
    expect(rowOf(until(sim, 2), 'marked orphans')).toMatchObject({ type: 'none', verdict: 'differs' })
    fail(sim, 'peer-link-down', 'leafs', 5)
    return heldPorts(until(sim, 20)).includes('leaf-b-p3')
  }
  expect([held('leaf-b'), held('leaf-a')]).toEqual([true, false])
})

test('a number that differs keeps the peers apart, and the table says so', () => {
  const sim = start(UPLINKS)
  fail(sim, 'config-drift', 'leaf-b', 1, { what: 'domain-id' })
  const row = domainOf(until(sim, 5)).consistency[0]
  expect(row).toMatchObject({
    name: 'vPC domain',
    values: ['10', '99'],
    verdict: 'differs',
    effects: ['leaf-a: no pair', 'leaf-b: no pair'],
  })
})

test('static on one leg: the server no longer counts it, and what is sent into it is lost unless it is suspended', () => {
  for (const [platform, open] of [
    ['cisco-nxos', false],
    ['sonic', true],
  ] as const) {
    const sim = start({ ...UPLINKS, platform })
    fail(sim, 'config-drift', 'leaf-b', 1, { what: 'lacp-off', bond: '11' })
    const view = until(sim, 15)
    expect(partnersOf(view, 'srv-1').distributing).toBe(1)
    expect(lagOf(view, 'leaf-b', 'bond-srv-1').operational).toBe(open)
  }
})

test('what a design does not have cannot be changed, and the refusal names it', () => {
  const sim = start({ platform: 'mikrotik-routeros' })
  const refused = (what: DriftKind) =>
    scheduleCommand(sim, 1, { type: 'fail', failure: 'config-drift', target: 'leaf-b', options: { what } })
  expect(refused('gateway-address')).toEqual({
    ok: false,
    message: 'leaf-b has no gateway addresses that could be changed like that.',
  })
})

/** Changes one thing on leaf-b now; null: the platform or the design has no such thing. The name of the parameter. */
function change(sim: Simulator, what: DriftKind): string | null {
  const asked = scheduleCommand(sim, sim.now - sim.zero, {
    type: 'fail',
    failure: 'config-drift',
    target: 'leaf-b',
    options: { what, bond: '11' },
  })
  const queued = asked.ok ? until(sim, (sim.now - sim.zero) / 1e6) : null
  return queued === null ? null : (sim.devices.flatMap(({ drifts }) => drifts)[0]?.name ?? null)
}

/** NX-OS with one thing changed on leaf-b at 1 s. */
function changed(what: DriftKind, seconds = 8, platform: VendorId = 'cisco-nxos') {
  const sim = start({ ...UPLINKS, platform })
  fail(sim, 'config-drift', 'leaf-b', 1, { what, bond: '11' })
  return { sim, view: until(sim, seconds) }
}

function rowOf(view: RunView, name: string): ParameterView | undefined {
  return domainOf(view).consistency.find((row) => row.name === name && (row.scope === 'domain' || row.scope === 11))
}

const RENUMBERS: readonly DriftKind[] = ['domain-id', 'mlag-id']
