import type { SimTime } from '../../core/model/runView.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useTimelineView } from '../timeline/viewStore.ts'

/** Widens the timeline's view until an instant to come is in it; a view that stands still is left alone. */
export function showComing(at: SimTime): void {
  const { pinnedFrom, spanUs, zoom } = useTimelineView.getState()
  const needed = ((at - useRuntime.getState().liveNow) / FUTURE) * 1.15
  if (pinnedFrom === null && needed > spanUs) zoom(needed / spanUs)
}

/** Share of the view that lies right of the present. */
const FUTURE = 0.4
