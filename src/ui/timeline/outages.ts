import type { DirectionView, Outage, RunEvent, SimTime } from '../../core/model/runView.ts'

export interface Phase {
  readonly name: 'detect' | 'decide' | 'restore'
  readonly from: SimTime
  readonly to: SimTime
  /** Has not ended: `to` is the present. */
  readonly open: boolean
}

/** End of an outage as far as it is known: a running one ends at the present. */
export function outageEnd(outage: Outage, now: SimTime): SimTime {
  return outage.endAt ?? now
}

/** The parts of an outage in order. The first one without an end takes the rest of the time. */
export function phasesOf(outage: Outage, now: SimTime): readonly Phase[] {
  const end = outageEnd(outage, now)
  const open = outage.endAt === null
  const phases: Phase[] = []
  let from = outage.startAt
  for (const [name, us] of [
    ['detect', outage.detectUs],
    ['decide', outage.decideUs],
    ['restore', outage.restoreUs],
  ] as const) {
    if (from >= end) break
    const to = us === null ? end : Math.min(end, from + us)
    if (to > from) phases.push({ name, from, to, open: open && us === null })
    from = to
  }
  return phases
}

/** The longest outage of a direction in microseconds; null without any. */
export function worstOutage(view: DirectionView | undefined, now: SimTime): number | null {
  const lengths = (view?.outages ?? []).map((outage) => outageEnd(outage, now) - outage.startAt)
  return lengths.length === 0 ? null : Math.max(...lengths)
}

/** The longest outage of all so far; null without any. */
export function worstOfAll(views: Iterable<DirectionView>, now: SimTime): Outage | null {
  let worst: Outage | null = null
  for (const { outages } of views) {
    for (const outage of outages) {
      const longer = worst === null || outageEnd(outage, now) - outage.startAt > outageEnd(worst, now) - worst.startAt
      if (longer) worst = outage
    }
  }
  return worst
}

/** True while the direction's latest outage has not ended, or nothing was ever delivered. */
export function isBroken(view: DirectionView): boolean {
  return view.outages.at(-1)?.endAt === null || (view.delivered === 0 && view.startup > 0)
}

/** Frames that go round in a loop have ended the run by the instant that is shown: nothing reaches anyone. */
export function hasStormed({ events, now }: { readonly events: readonly RunEvent[]; readonly now: SimTime }): boolean {
  const last = events.at(-1)
  return last?.kind === 'storm' && last.at <= now
}

/** Directions that had no outage so far. */
export function quietViews({ directions }: { readonly directions: ReadonlyMap<string, DirectionView> }) {
  return [...directions.values()].filter((view) => view.outages.length === 0)
}

/** When the last of these directions began to deliver; null while one of them does not yet. */
export function deliveringSince(views: readonly DirectionView[], probeUs: number): SimTime | null {
  if (views.some((view) => view.delivered === 0)) return null
  return Math.max(0, ...views.map((view) => view.startup * probeUs))
}

/** Index of the first item at or after a time, in a list ordered by time. */
export function firstAtOrAfter(items: readonly { readonly at: SimTime }[], time: SimTime): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((items[middle]?.at ?? Infinity) < time) low = middle + 1
    else high = middle
  }
  return low
}
