import { sendAstray } from './dataPlane.ts'
import { CLASS, push } from './eventQueue.ts'
import type { Impairment } from './course.ts'
import type { Simulator } from './state.ts'

/** A failure that put a second station into the network lets it send; it goes on until it is repaired. */
export function twinSends(sim: Simulator, index: number): void {
  const failure = sim.failures[index]
  if (failure === undefined || failure.repairedAt !== null) return
  for (const twin of failure.impairments) {
    if (twin.on !== 'twin') continue
    sendAstray(sim, twin.at, twin.host, twin.direction)
    push(sim.queue, sim.now + twin.everyUs, CLASS.timer, { type: 'twin', failure: index })
  }
}

/** Switches count moves of addresses while a second station has one. */
export function watchForTwins(sim: Simulator, active: readonly Impairment[]): void {
  const there = active.some(({ on }) => on === 'twin')
  for (const device of sim.devices) {
    if (there) device.moves ??= { count: 0, toldAt: Number.NEGATIVE_INFINITY }
    else device.moves = null
  }
}
