import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPending } from './settle.ts'
import { runUntil } from './simulator.ts'
import { scheduleCommand } from './commands.ts'
import type { Link } from '../model/topology.ts'
import type { Simulator } from './state.ts'
import { meshOf, settled, withStp } from './testing/bridges.ts'
import { SECOND } from './testing/scenario.ts'
import { viewOf } from './view.ts'

/** A failing case is printed with its seed; keep it below as a named test once it is understood. */
const SEED = 20_261_125

interface Recipe {
  readonly switches: number
  /** Parent of each further switch, by a number that is taken modulo those before it: a tree that connects all. */
  readonly parents: readonly number[]
  readonly extra: readonly { readonly from: number; readonly to: number }[]
  readonly speeds: readonly number[]
  readonly priorities: readonly number[]
  readonly cut: number
  readonly paired: boolean
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  switches: fc.integer({ min: 2, max: 5 }),
  parents: fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }),
  extra: fc.array(fc.record({ from: fc.nat(4), to: fc.nat(4) }), { minLength: 1, maxLength: 5 }),
  speeds: fc.array(fc.constantFrom(1, 10, 25, 100), { minLength: 9, maxLength: 9 }),
  priorities: fc.array(fc.constantFrom(4096, 8192, 32_768), { minLength: 5, maxLength: 5 }),
  cut: fc.nat(8),
  paired: fc.boolean(),
})

test('whatever is cabled, what forwards is one tree over all switches, and is again after a cut and its repair', () => {
  fc.assert(fc.property(recipe, check), { seed: SEED, numRuns: 40 })
}, 300_000)

function check({ switches, parents, extra, speeds, priorities, cut, paired }: Recipe): void {
  const tree = parents.slice(0, switches - 1).map((parent, at) => [parent % (at + 1), at + 1] as const)
  const more = extra.flatMap(({ from, to }) => {
    const [a, b] = [from % switches, to % switches]
    return a === b ? [] : [[a, b] as const]
  })
  const cables = [...tree, ...more]
  const drawn = meshOf({ switches, cables, speeds, paired })
  const sim = settled(
    // Both peers of a pair have one priority.
    withStp(drawn, ({ name }) => ({
      priority: priorities[paired && name === 'sw-2' ? 0 : Number(name.slice(3)) - 1] ?? 0,
    })),
    10_000,
  )
  expect(sim.storm).toBe(null)
  expectTree(sim, new Set())

  const target = drawn.links[cut % cables.length]?.id ?? ''
  scheduleCommand(sim, 5 * SECOND, { type: 'fail', failure: 'link-cut', target, options: {} })
  runUntil(sim, sim.zero + 15 * SECOND)
  rest(sim)
  expect(sim.storm).toBe(null)
  expectTree(sim, new Set([target]))

  const at = sim.now - sim.zero
  scheduleCommand(sim, at + SECOND, { type: 'repair-all' })
  runUntil(sim, sim.zero + at + 11 * SECOND)
  rest(sim)
  expect(sim.storm).toBe(null)
  expectTree(sim, new Set())
  // Nothing went round while it changed: a host never got a probe twice.
  expect(viewOf(sim).directions.map(({ duplicated }) => duplicated)).toEqual(viewOf(sim).directions.map(() => 0))
}

/** Runs on while spanning tree waits for something. */
function rest(sim: Simulator): void {
  for (let next = nextPending(sim); next !== null; next = nextPending(sim)) runUntil(sim, next + 1)
}

/** Cables and bonds that forward at both ends join all that are still connected, and none of them more than needed. */
function expectTree(sim: Simulator, cut: ReadonlySet<string>): void {
  const view = viewOf(sim)
  const state = new Map(view.ports.map(({ port, stp }) => [port, stp?.state]))
  const alive = edges(sim).filter(({ id }) => !cut.has(id))
  const active = alive.filter(({ ends }) => ends.every((end) => state.get(end) === 'forwarding'))
  const [all, joined] = [alive, active].map((some) => groups(sim, some))
  expect(joined).toBe(all)
  // A forest has as many edges as nodes less trees: one more would be a loop.
  expect(active).toHaveLength(groups(sim, []) - (joined ?? 0))
}

interface Edge {
  readonly id: string
  readonly ends: Link['ends']
}

/** What can carry frames between bridges. The peer-link is inside one; of a bond its first cable stands for all. */
function edges({ plan: { topology } }: Simulator): readonly Edge[] {
  const bonded = new Set(topology.bonds.flatMap(({ members }) => members))
  const hosts = new Set<string>(topology.devices.flatMap(({ kind, id }) => (kind === 'host' ? [id] : [])))
  const single = topology.links.filter(({ id, ends, use }) => {
    const toHost = topology.ports.some(({ id: port, device }) => ends.includes(port) && hosts.has(device))
    return use === 'data' && !bonded.has(id) && !toHost
  })
  const bonds = topology.bonds.flatMap(({ id, members: [first] }) => {
    const link = topology.links.find((one) => one.id === first)
    return link && id !== topology.domains[0]?.peerLink ? [{ id, ends: link.ends }] : []
  })
  return [...single, ...bonds]
}

/** Number of groups of bridges that the edges join; a pair is one bridge. */
function groups(sim: Simulator, joined: readonly Edge[]): number {
  const leader = new Map(sim.plan.devices.flatMap(({ index, kind }) => (kind === 'switch' ? [[index, index]] : [])))
  const find = (at: number): number => {
    const up = leader.get(at) ?? at
    return up === at ? at : find(up)
  }
  const deviceOf = new Map(sim.plan.ports.map(({ id, device }) => [id, device]))
  for (const { peers } of sim.plan.domains) leader.set(find(peers[0]), find(peers[1]))
  for (const { ends } of joined) leader.set(find(deviceOf.get(ends[0]) ?? -1), find(deviceOf.get(ends[1]) ?? -1))
  return [...leader.keys()].filter((at) => find(at) === at).length
}
