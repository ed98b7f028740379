import { create } from 'zustand'
import type { SimTime } from '../../core/model/runView.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { SPAN_MAX_US, SPAN_MIN_US, viewFrom } from './scale.ts'

interface TimelineView {
  readonly spanUs: number
  /** Left edge that the user went to; null: the view follows the present. */
  readonly pinnedFrom: SimTime | null
  readonly shows: 'lanes' | 'outages' | 'frames'
  /** Flow directions without an outage have lanes of their own. */
  readonly quietOpen: boolean
  readonly zoom: (factor: number, around?: SimTime) => void
  readonly pan: (byUs: number) => void
  readonly goTo: (from: SimTime, spanUs?: number) => void
  readonly follow: () => void
  readonly toggleQuiet: () => void
  readonly setShows: (shows: TimelineView['shows']) => void
}

/** Which part of the run the timeline shows. */
export const useTimelineView = create<TimelineView>()((set, get): TimelineView => ({
  spanUs: 10_000_000,
  pinnedFrom: null,
  shows: 'lanes',
  quietOpen: false,
  zoom: (factor, around) => {
    const { spanUs, pinnedFrom } = get()
    const span = clamped(spanUs * factor)
    if (pinnedFrom === null && around === undefined) return set({ spanUs: span })
    const from = viewFrom(pinnedFrom, spanUs, useRuntime.getState().now)
    const fixed = around ?? from + spanUs / 2
    set({ spanUs: span, pinnedFrom: fixed - ((fixed - from) / spanUs) * span })
  },
  pan: (byUs) => {
    const { spanUs, pinnedFrom } = get()
    set({ pinnedFrom: viewFrom(pinnedFrom, spanUs, useRuntime.getState().now) + byUs })
  },
  goTo: (from, spanUs = get().spanUs) => set({ pinnedFrom: from, spanUs: clamped(spanUs) }),
  follow: () => set({ pinnedFrom: null }),
  setShows: (shows) => set({ shows }),
  toggleQuiet: () => set(({ quietOpen }) => ({ quietOpen: !quietOpen })),
}))

function clamped(spanUs: number): number {
  return Math.min(SPAN_MAX_US, Math.max(SPAN_MIN_US, spanUs))
}
