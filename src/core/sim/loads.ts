import type { LoadView } from '../model/runView.ts'
import type { Frame } from './wireFrames.ts'
import type { Loads, Simulator } from './state.ts'

const SECOND_US = 1_000_000

/** Counters of a run; what a cable end sends stands at twice its cable's index, plus one for the second end. */
export function createLoads(links: number, devices: number): Loads {
  const ends = () => Array.from({ length: 2 * links }, () => 0)
  return {
    until: SECOND_US,
    filling: ends(),
    whole: ends(),
    before: null,
    data: ends(),
    control: ends(),
    floods: Array.from({ length: devices }, () => 0),
  }
}

/** A frame is put on a cable. Load is what probes make of it; address requests and protocols are only counted. */
export function countSent({ loads, now }: Simulator, link: number, end: 0 | 1, kind: Frame['kind']): void {
  const at = 2 * link + end
  const counter = kind === 'data' || kind === 'arp' ? loads.data : loads.control
  counter[at] = (counter[at] ?? 0) + 1
  if (kind !== 'data') return
  if (now >= loads.until) turn(loads, now)
  loads.filling[at] = (loads.filling[at] ?? 0) + 1
}

/** A switch does not know where a probe's host is and sends it everywhere. */
export function countFlood({ loads }: Simulator, device: number): void {
  loads.floods[device] = (loads.floods[device] ?? 0) + 1
}

/** The network breaks: what its cables carried until now is kept to be compared with. */
export function keepLoads(sim: Simulator): void {
  if (sim.now >= sim.loads.until) turn(sim.loads, sim.now)
  sim.loads.before = { at: sim.now, whole: [...sim.loads.whole] }
}

/** Seconds are counted from here on. */
export function startSecond({ loads, now }: Simulator): void {
  loads.filling.fill(0)
  loads.until = now + SECOND_US
}

/** Time zero: frames are counted from here on, load is known of the second before. */
export function restartLoads({ loads, now }: Simulator): void {
  if (now >= loads.until) turn(loads, now)
  for (const counter of [loads.data, loads.control, loads.floods]) counter.fill(0)
}

export function loadViews({ loads, now, zero, plan }: Simulator): readonly LoadView[] {
  const passed = now - loads.until
  const latest = passed < 0 ? loads.whole : passed < SECOND_US ? loads.filling : []
  const pair = (list: readonly number[], link: number) => [list[2 * link] ?? 0, list[2 * link + 1] ?? 0] as const
  return plan.links.map(({ index, id }) => ({
    link: id,
    perSecond: pair(latest, index),
    before: loads.before && { at: loads.before.at - zero, perSecond: pair(loads.before.whole, index) },
    data: pair(loads.data, index),
    control: pair(loads.control, index),
  }))
}

/** The second that was being counted is over, or long over. */
function turn(loads: Loads, now: number): void {
  const seconds = Math.floor((now - loads.until) / SECOND_US)
  for (const [at, count] of loads.filling.entries()) loads.whole[at] = seconds === 0 ? count : 0
  loads.filling.fill(0)
  loads.until += (seconds + 1) * SECOND_US
}
