import type { SimTime } from '../../core/model/runView.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { rulerStep, timeOf, type Scale } from './scale.ts'
import { useTimelineView } from './viewStore.ts'

/** Follows a pointer that went down on the axis until it is let go. The lanes stand still meanwhile. */
export function scrubFrom(axis: HTMLElement, pointer: number, x: number, scaleNow: () => Scale): void {
  const left = axis.getBoundingClientRect().left
  const at = timeOf(scaleNow(), x - left)
  const { liveNow, runTo } = useRuntime.getState()
  if (at > liveNow) return runTo(at)
  useTimelineView.getState().goTo(scaleNow().from)
  lookAt(at)
  try {
    axis.setPointerCapture(pointer)
  } catch {
    // It was let go while this file was loading: that was a click.
    return
  }
  const follow = ({ clientX }: PointerEvent): void => lookAt(timeOf(scaleNow(), clientX - left))
  axis.addEventListener('pointermove', follow)
  axis.addEventListener('lostpointercapture', () => axis.removeEventListener('pointermove', follow), { once: true })
}

/** What a key does on the axis: arrows by a tenth of the ruler's distance or a whole one, pages by event. */
export function scrubBy(key: string, far: boolean, scale: Scale): void {
  const now = aimed()
  const step = (rulerStep(scale) / 10) * (far ? 10 : 1)
  if (key === 'Home') show(0)
  else if (key === 'End') backToNow()
  else if (key === 'PageUp') toEvent(-1)
  else if (key === 'PageDown') toEvent(1)
  else show(now + (key === 'ArrowLeft' || key === 'ArrowDown' ? -step : step))
}

/** Shows the instant of the event before or after the one that is shown. */
export function toEvent(by: -1 | 1): void {
  const now = aimed()
  const { events } = useRuntime.getState()
  const event = by < 0 ? events.findLast(({ at }) => at < now) : events.find(({ at }) => at > now)
  if (event === undefined) return say(by < 0 ? 'Nothing happened before.' : 'Nothing happened after.')
  show(event.at)
  say(event.text)
}

/** Goes to an instant: the past is looked at, for the future the run goes on. */
export function show(at: SimTime): void {
  const { liveNow, runTo } = useRuntime.getState()
  if (at > liveNow) return runTo(at)
  const { pinnedFrom, spanUs, goTo } = useTimelineView.getState()
  if (pinnedFrom !== null && (at < pinnedFrom || at > pinnedFrom + spanUs)) goTo(at - spanUs / 2)
  lookAt(Math.max(0, at))
}

export function backToNow(): void {
  wanted = undefined
  useRuntime.getState().review(null)
  useTimelineView.getState().follow()
}

/** Asks for one instant at a time: while the answer is under way, only the latest wish is remembered. */
function lookAt(at: SimTime): void {
  wanted = Math.max(0, Math.round(at))
  if (asked === undefined) ask()
}

/** The instant that was asked for last, shown or still under way. */
function aimed(): SimTime {
  return wanted ?? asked ?? useRuntime.getState().now
}

function ask(): void {
  if (wanted === undefined) return
  const { liveNow, review, ...before } = useRuntime.getState()
  const at = wanted >= liveNow ? null : wanted
  // What the run still says of itself meanwhile is no answer.
  const stop = useRuntime.subscribe((run) => {
    const shown = at === null ? run.now === run.liveNow : run.now === at
    const elsewhere = run.now !== before.now && run.now < run.liveNow
    if (!shown && !elsewhere && run.id === before.id && run.crashed === null) return
    stop()
    asked = undefined
    ask()
  })
  asked = wanted
  wanted = undefined
  review(at)
}

function say(text: string): void {
  useUi.getState().announce(text)
}

/** What the worker is putting together, and what is wanted next. */
let asked: SimTime | undefined
let wanted: SimTime | undefined
