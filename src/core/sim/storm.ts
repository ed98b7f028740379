import { scheduled } from './eventQueue.ts'
import { linksOf } from './outages.ts'
import type { Hop } from './wireFrames.ts'
import type { Simulator } from './state.ts'
import { record } from './trace.ts'

/** A frame that crossed so many cables may go round in a loop; it does if it was somewhere twice. */
const MOST_HOPS = 64
/** A frame that is flooded everywhere has a copy for every port. This many times as much is no flooding any more. */
const COPIES_PER_PORT = 8
const MOST_COPIES = 256

/** A copy of a frame is about to leave: without a loop there are neither so many nor have they come so far. */
export function watchForStorm(sim: Simulator, path: Hop, copies: number): void {
  if (path.hops < MOST_HOPS && copies < MOST_COPIES) return
  if (sim.storm !== null) return
  const many = copies > MOST_COPIES + COPIES_PER_PORT * sim.plan.ports.length
  if (many || (path.hops >= MOST_HOPS && loopIn(sim, path).length > 0)) reportStorm(sim, path)
}

/** One instant has outgrown its budget: frames multiply faster than they travel. One of those under way tells the loop. */
export function reportFlood(sim: Simulator): void {
  let looped: Hop | null = null
  for (const { event } of scheduled(sim.queue)) {
    if (event.type !== 'frame' || (event.frame.kind !== 'data' && event.frame.kind !== 'arp')) continue
    looped = event.frame.path
    if (loopIn(sim, looped).length > 0) break
  }
  reportStorm(sim, looped)
}

/** Ends the run. The loop is what lies between two passes of the frame through one device. */
function reportStorm(sim: Simulator, path: Hop | null): void {
  const loop = loopIn(sim, path)
  const devices = [...new Set(loop.flatMap((link) => devicesAt(sim, link)))]
  const names = devices.map((device) => sim.plan.devices[device]?.name ?? '')
  const cables = loop.map((link) => cableName(sim, link))
  const where = loop.length === 0 ? 'in a loop' : `in the loop of ${names.join(', ')}: ${cables.join('; ')}`
  sim.storm = `Storm: frames go round ${where}`
  const [link] = loop
  record(sim, 'storm', 'down', sim.storm, { links: loop, devices, ...(link === undefined ? {} : { link }) })
}

/** The cables of the first loop that a frame went through, in its order; none while it was nowhere twice. */
function loopIn(sim: Simulator, path: Hop | null): readonly number[] {
  const links = linksOf(path)
  // It set out from the host at one end of its first cable.
  const [start = -1] = devicesAt(sim, links[0] ?? -1).filter((device) => sim.plan.devices[device]?.kind === 'host')
  const passed = [start]
  for (const [hop, link] of links.entries()) {
    const here = passed[hop] ?? -1
    const next = devicesAt(sim, link).find((device) => device !== here) ?? here
    const before = passed.indexOf(next)
    if (before >= 0) return links.slice(before, hop + 1)
    passed.push(next)
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
