import { linksOf } from './outages.ts'
import type { Hop, Simulator } from './state.ts'
import { record } from './trace.ts'

/** A frame that crossed so many cables may go round in a loop; it does if it crossed the last one before. */
const MOST_HOPS = 64
/** A frame that is flooded everywhere has a copy for every port. This many times as much is no flooding any more. */
const COPIES_PER_PORT = 8
const MOST_COPIES = 256

/** A copy of a frame is about to leave: without a loop there are neither so many nor have they come so far. */
export function watchForStorm(sim: Simulator, path: Hop, copies: number): void {
  if (path.hops < MOST_HOPS && copies < MOST_COPIES) return
  if (sim.storm !== null) return
  const many = copies > MOST_COPIES + COPIES_PER_PORT * sim.plan.ports.length
  if (many || (path.hops >= MOST_HOPS && loopIn(path).length > 0)) reportStorm(sim, path)
}

/** Ends the run. The loop is what lies between two passes of the frame over one cable. */
export function reportStorm(sim: Simulator, path: Hop | null): void {
  const loop = loopIn(path)
  const devices = [...new Set(loop.flatMap((link) => devicesAt(sim, link)))]
  const names = devices.map((device) => sim.plan.devices[device]?.name ?? '')
  const cables = loop.map((link) => cableName(sim, link))
  const where = loop.length === 0 ? 'in a loop' : `in the loop of ${names.join(', ')}: ${cables.join('; ')}`
  sim.storm = `Storm: frames go round ${where}`
  const [link] = loop
  record(sim, 'storm', 'down', sim.storm, { links: loop, devices, ...(link === undefined ? {} : { link }) })
}

function loopIn(path: Hop | null): readonly number[] {
  const newestFirst = linksOf(path).toReversed()
  const passed: number[] = []
  for (const link of newestFirst) {
    const at = passed.indexOf(link)
    // What was passed since: from the earlier pass of this cable up to now.
    if (at >= 0) return passed.slice(at).toReversed()
    passed.push(link)
  }
  return []
}

function devicesAt(sim: Simulator, link: number): readonly number[] {
  return (sim.plan.links[link]?.ports ?? []).map((port) => sim.plan.ports[port]?.device ?? -1)
}

function cableName(sim: Simulator, link: number): string {
  const ends = (sim.plan.links[link]?.ports ?? []).map((index) => {
    const port = sim.plan.ports[index]
    return `${sim.plan.devices[port?.device ?? -1]?.name} ${port?.name}`
  })
  return ends.join(' – ')
}
