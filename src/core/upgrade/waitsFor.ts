import type { LeastWait } from './upgrade.ts'
import type { EventKind } from '../model/runView.ts'
import type { Simulator } from '../sim/state.ts'
import { UPGRADE_START_US } from './upgrade.ts'

/**
 * What a wait is for: the last change to forwarding or roles in the first reload without which the second one costs too
 * much. One that comes up to the limit after the second reload has begun is in time; without any, the latest before it.
 */
export function waitsFor(
  { events }: Pick<Simulator, 'events'>,
  tooShortUs: number,
  leastUs: number,
  limitUs: number,
): LeastWait['waitsFor'] {
  const [from, to] = [UPGRADE_START_US + tooShortUs, UPGRADE_START_US + leastUs + limitUs]
  const changes = events.filter(({ kind, at }) => COUNTS[kind] && at <= to)
  const found = changes.findLast(({ at }) => at >= from) ?? changes.at(-1)
  return found === undefined ? null : { sinceUs: found.at - UPGRADE_START_US, text: found.text }
}

const COUNTS: Readonly<Record<EventKind, boolean>> = {
  failure: false,
  repair: false,
  notice: false,
  reaction: true,
  forwarding: true,
  state: true,
  storm: false,
}
