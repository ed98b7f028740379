import { refreshLight } from './carrier.ts'
import { CLASS, push } from './eventQueue.ts'
import type { CableMove, Impairment } from './course.ts'
import type { Plugged, Simulator } from './state.ts'

/** How long a hand takes from pulling a cable out to having it in another port. */
const HAND_US = 1_000_000

/** Plugs cables as the active failures want them, the others as drawn. What is moved is dark meanwhile. */
export function plugCables(sim: Simulator, active: readonly Impairment[]): void {
  const moves = active.flatMap((i) => (i.on === 'cabling' ? i.moves : []))
  if (moves.length === 0 && sim.ports.every(({ cable }, port) => cable?.far === sim.plan.ports[port]?.far)) return
  const wanted = cablesAfter(sim, moves)
  const moved = sim.ports.flatMap(({ cable }, port) => (same(cable, wanted[port] ?? null) ? [] : [port]))
  if (moved.length === 0) return
  const links = new Set<number>()
  for (const port of moved) {
    const state = sim.ports[port]
    for (const cable of [state?.cable, wanted[port]]) if (cable) links.add(cable.link)
    links.add(sim.plan.ports[port]?.link ?? -1)
  }
  // A number that no frame under way on any of them has.
  const epoch = 1 + Math.max(...[...links].flatMap((link) => sim.links[link]?.epoch ?? []))
  for (const link of links) {
    const runtime = sim.links[link]
    if (runtime) [runtime.epoch[0], runtime.epoch[1]] = [epoch, epoch]
  }
  for (const port of moved) {
    const state = sim.ports[port]
    if (!state) continue
    state.cable = wanted[port] ?? null
    state.pluggedAt = sim.now + HAND_US
  }
  for (const link of links) {
    refreshLight(sim, link)
    push(sim.queue, sim.now + HAND_US, CLASS.timer, { type: 'plugged', link })
  }
}

/** The cable in every port when these ends were moved, one after the other. */
function cablesAfter(sim: Simulator, moves: readonly CableMove[]): readonly (Plugged | null)[] {
  const ends: (Omit<Plugged, 'far'> | null)[] = sim.plan.ports.map(({ link, end }) => ({ link, end }))
  for (const { link, end } of moves) {
    const before = ends.findIndex((one) => one?.link === link && one.end === end)
    if (before >= 0) ends[before] = null
  }
  for (const { port, link, end } of moves) ends[port] = { link, end }
  return ends.map((one) => {
    if (one === null) return null
    const far = ends.findIndex((other) => other?.link === one.link && other.end !== one.end)
    return { ...one, far }
  })
}

function same(a: Plugged | null, b: Plugged | null): boolean {
  return a?.link === b?.link && a?.end === b?.end && a?.far === b?.far
}
