import type { SimTime } from '../../core/model/runView.ts'
import type { RunState } from '../../state/runState.ts'
import { outageEnd } from '../timeline/outages.ts'

/** An outage by its flow direction and its beginning. */
export interface OutageRef {
  readonly direction: string
  readonly startAt: SimTime
}

/** The longest outage that began at an instant or later, as the run knows it; null without any. */
export function worstSince({ liveDirections, liveNow }: RunState, since: SimTime): OutageRef | null {
  let worst: (OutageRef & { readonly length: number }) | null = null
  for (const [direction, { outages }] of liveDirections) {
    for (const outage of outages) {
      const length = outageEnd(outage, liveNow) - outage.startAt
      if (outage.startAt >= since && length > (worst?.length ?? -1)) {
        worst = { direction, startAt: outage.startAt, length }
      }
    }
  }
  return worst && { direction: worst.direction, startAt: worst.startAt }
}
