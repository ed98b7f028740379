import { expect, test } from 'vitest'
import type { HashPolicy, Topology } from '../model/topology.ts'
import { toId } from '../model/ids.ts'
import { SECOND, start, until } from './testing/scenario.ts'

const BOND = 'bond-srv-1'

test.each([
  ['layer2', 1],
  ['layer2+3', 1],
  ['layer3+4', 2],
] as const)('with %s a host sends its flows to one neighbour over %i of two members', (policy, members) => {
  const sim = start({ change: (topology) => withFlows(withHash(topology, policy)), probeUs: 10_000 })
  expect(firstCables(until(sim, 1).directions).size).toBe(members)
})

test('with layer2+3 and two members a flow leaves by the member that the formula names', () => {
  const sim = start({ change: (topology) => withFlows(withHash(topology, 'layer2+3')), probeUs: 10_000 })
  const [link] = firstCables(until(sim, 1).directions)
  const host = sim.plan.devices.find(({ id }) => id === 'srv-1')!
  const lag = sim.plan.lags[host.lags[0]!]!
  const { hashes } = sim.plan.directions.find(({ flow, direction }) => flow === 'flow-0' && direction === 0)!
  const port = sim.plan.ports[lag.ports[hashes['layer2+3'] % 2]!]!
  expect(link).toBe(sim.plan.links[port.link]!.id)
  expect(sim.now - sim.zero).toBe(SECOND)
})

test('left out, a host hashes addresses and ports and a switch does so alike both ways', () => {
  const { lags, devices } = start().plan
  for (const { hash, device } of lags) {
    expect(hash).toBe(devices[device]?.kind === 'host' ? 'layer3+4' : 'symmetric')
  }
})

test('a path cost that is set moves the blocked port', () => {
  const roles = (change: (topology: Topology) => Topology) => {
    const view = until(start({ template: 'two-plain-lags', change }), 1)
    return ['bond-access-sw-1', 'bond-access-sw-2'].map((bond) => {
      const lag = view.lags.find((one) => one.bond === bond && one.device === 'access')
      return view.ports.find(({ port }) => port === lag?.members[0])?.stp?.role
    })
  }
  expect(roles((topology) => topology)).toEqual(['root', 'alternate'])
  expect(roles((topology) => withCost(topology, 'bond-access-sw-1', 1_000_000))).toEqual(['alternate', 'root'])
})

/** Eight flows from srv-1 to one host, alike but for their ports. */
function withFlows(topology: Topology): Topology {
  const flows = Array.from({ length: 8 }, (_, n) => ({
    id: toId<'flow'>(`flow-${n}`),
    from: toId<'device'>('srv-1'),
    to: toId<'device'>('srv-2'),
    ports: [40_000 + 2 * n, 7000] as const,
  }))
  return { ...topology, flows }
}

function withHash(topology: Topology, hash: HashPolicy): Topology {
  const bonds = topology.bonds.map((bond) => {
    const [a, b] = bond.ends
    const set = (end: typeof a) => ('device' in end.at && end.at.device === 'srv-1' ? { ...end, hash } : end)
    return bond.id === BOND ? { ...bond, ends: [set(a), set(b)] as const } : bond
  })
  return { ...topology, bonds }
}

function withCost(topology: Topology, id: string, cost: number): Topology {
  const bonds = topology.bonds.map((bond) => {
    const [a, b] = bond.ends
    const set = (end: typeof a) =>
      'device' in end.at && end.at.device === 'access' ? { ...end, stp: { ...end.stp, cost } } : end
    return bond.id === id ? { ...bond, ends: [set(a), set(b)] as const } : bond
  })
  return { ...topology, bonds }
}

function firstCables(directions: readonly { readonly direction: 0 | 1; readonly path: readonly string[] }[]) {
  return new Set(directions.filter(({ direction }) => direction === 0).map(({ path }) => path[0]))
}
