import { describe, expect, test } from 'vitest'
import type { VendorId } from '../model/topology.ts'
import type { Bpdu } from '../protocol/rstp/bpdu.ts'
import { withPlatform } from '../vendors/exporter.ts'
import { VENDORS } from '../vendors/platforms.ts'
import { capturedFrames, createTap } from './capture.ts'
import { runUntil } from './simulator.ts'
import type { Simulator } from './state.ts'
import { accessBelowPair, settled, standings, withStp } from './testing/bridges.ts'
import { fail, repair, SECOND } from './testing/scenario.ts'
import { viewOf } from './view.ts'

describe.each(VENDORS)('a pair of %s', (vendor) => {
  test('as the root is one bridge to its access switch: one id, one port, the primary sends, and nothing blocks', () => {
    const sim = pairOf(vendor, 4096)
    const bpdus = heard(sim, 6)
    expect(bpdus.length).toBeGreaterThan(2)
    expect(new Set(bpdus.map(({ bridge }) => bridge)).size).toBe(1)
    expect(new Set(bpdus.map(({ port }) => port)).size).toBe(1)
    expect([...new Set(bpdus.map(({ from }) => from))]).toEqual([primaryOf(sim)])
    expect(viewOf(sim).ports.filter(({ state }) => state === 'blocked')).toEqual([])
  })

  test('below the root has one root port of two legs, and does not speak on it', () => {
    const sim = pairOf(vendor, 61_440)
    expect(heard(sim, 6)).toEqual([])
    const roles = Object.entries(standings(sim)).filter(([name]) => name.startsWith('leaf'))
    expect(roles.map(([, standing]) => standing)).toEqual(['root forwarding', 'root forwarding'])
  })

  test('never blocks its peer-link, with a loop beside it and while a peer is dead', () => {
    const sim = settled(withPlatform(accessBelowPair({ between: true }), vendor), 10_000)
    expectPeerLinkFree(sim)
    expect(viewOf(sim).ports.filter(({ state }) => state === 'blocked')).toHaveLength(1)
    fail(sim, 'device-power-off', 'leaf-a', 2)
    for (const second of [2.5, 5, 30]) {
      runUntil(sim, sim.zero + second * SECOND)
      expectPeerLinkFree(sim)
    }
    expect(sim.storm).toBe(null)
  })

  test('goes on in the peer that is left when the one that sends dies, under the id that its platform keeps', () => {
    const sim = pairOf(vendor, 4096)
    const [before] = heard(sim, 6)
    const dead = sim.plan.devices.find(({ id }) => id === primaryOf(sim))
    fail(sim, 'device-power-off', dead?.name ?? '', 7)
    // Until the session is given up the other one follows, on the slowest platform for 15 s.
    heard(sim, 30)
    const after = heard(sim, 40)
    expect(after.length).toBeGreaterThan(2)
    const left = sim.plan.devices.find(({ id }) => id === after[0]?.from)
    const goesByOwn = sim.devices[left?.index ?? -1]?.peer?.ownSystem === true
    const bridge = goesByOwn ? `4096 ${left?.mac}` : before?.bridge
    for (const bpdu of after) expect(bpdu).toEqual({ from: left?.id, bridge, port: before?.port })
    expect(left?.id).not.toBe(dead?.id)
  })
})

test('a primary that returns to its role goes on from the tree of its peer: no port of the pair discards meanwhile', () => {
  const sim = pairOf('aruba-aoscx', 61_440)
  fail(sim, 'device-power-off', 'leaf-a', 2)
  repair(sim, 'device-power-off', 'leaf-a', 20)
  runUntil(sim, sim.zero + 19 * SECOND)
  const before = sim.events.length
  runUntil(sim, sim.zero + 60 * SECOND)
  const since = sim.events.slice(before).map(({ text }) => text)
  expect(since).toContainEqual(expect.stringContaining('leaf-a: peer adjacency formed, role primary'))
  expect(since.filter((text) => text.includes('discarding'))).toEqual([])
})

function pairOf(vendor: VendorId, priority: number): Simulator {
  const drawn = withPlatform(accessBelowPair(), vendor)
  return settled(
    withStp(drawn, ({ name }) => ({ priority: name === 'access' ? 32_768 : priority })),
    10_000,
  )
}

function primaryOf(sim: Simulator): string | undefined {
  return viewOf(sim).domains[0]?.views.find(({ role }) => role.endsWith('primary'))?.device
}

interface Heard {
  readonly from: string
  readonly bridge: string
  readonly port: number
}

/** What the access switch hears from the pair up to a reported second. */
function heard(sim: Simulator, second: number): readonly Heard[] {
  sim.capture = createTap({ links: null, probes: false, limit: 10_000, keep: 'first' })
  expect(runUntil(sim, sim.zero + second * SECOND)).toBe('reached')
  return capturedFrames(sim.capture).flatMap(({ frame, link, fromEnd }) => {
    const ports = sim.plan.links[link]?.ports ?? []
    const [near, far] = [ports[fromEnd], ports[1 - fromEnd]].map((port) => {
      const device = sim.plan.ports[port ?? -1]?.device
      return sim.plan.devices[device ?? -1]
    })
    if (frame.kind !== 'bpdu' || far?.name !== 'access' || near === undefined) return []
    return [{ from: near.id, ...senderIn(frame.bpdu) }]
  })
}

function senderIn(bpdu: Bpdu): { readonly bridge: string; readonly port: number } {
  if (bpdu.type === 'tcn') throw new Error('No bridge here speaks as those of 1998 do')
  return { bridge: `${bpdu.bridge.priority} ${bpdu.bridge.mac}`, port: bpdu.port }
}

/** Its ports are in no spanning tree, and up they forward or wait for LACP, never for a tree. */
function expectPeerLinkFree(sim: Simulator): void {
  const view = viewOf(sim)
  const members = new Set(view.lags.flatMap(({ role, members: ports }) => (role === 'peer-link' ? ports : [])))
  const found = view.ports.filter(({ port }) => members.has(port))
  expect(found).toHaveLength(4)
  for (const { port, state, stp, reason } of found) {
    expect([port, stp, state === 'blocked', reason?.includes('spanning tree') === true]).toEqual([
      port,
      null,
      false,
      false,
    ])
  }
  for (const { bridge } of sim.devices) {
    const at = bridge?.ports[bridge.peerLink]
    expect(at === undefined || (at.learns && at.forwards)).toBe(true)
  }
}
