import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Network } from '../../core/model/network.ts'
import type { FrameView } from '../../core/model/runView.ts'
import { directionKey } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { readColours, type Colours } from './colours.ts'
import { directionName } from './directionNames.ts'
import { fit } from './fitting.ts'
import type { Lane } from './lanes.ts'
import { deliveringSince, quietViews } from './outages.ts'
import { paintLanes, paintRuler, type WrittenTotals } from './paint.ts'
import { type Scale, viewFrom } from './scale.ts'
import { useTimelineView } from './viewStore.ts'

interface Parts {
  readonly net: Network
  readonly lanes: readonly Lane[]
  readonly ruler: RefObject<HTMLCanvasElement | null>
  readonly laneCanvas: RefObject<HTMLCanvasElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Says in words which totals of outages are written on the lanes. */
  readonly words: RefObject<HTMLElement | null>
}

/** Paints ruler and lanes on the next frame after anything they show changed. Returns what the lanes show just now. */
export function useTimelineCanvas({ net, lanes, ruler, laneCanvas, scroller, words }: Parts): () => Scale {
  const width = useRef(1)
  // Asking for them makes the browser work out the styles of the whole page: only where the theme changes.
  const colours = useRef<Colours | null>(null)
  const scaleNow = useCallback((): Scale => {
    const { spanUs, pinnedFrom } = useTimelineView.getState()
    return { from: viewFrom(pinnedFrom, spanUs, useRuntime.getState().now), spanUs, widthPx: width.current }
  }, [])

  useEffect(() => {
    const rulerAt = ruler.current
    const lanesAt = laneCanvas.current
    const scrollerAt = scroller.current
    if (rulerAt === null || lanesAt === null || scrollerAt === null) return undefined
    const present = (): Colours => (colours.current ??= readColours(document.body))
    let frame = 0
    const senderOf = (seen: FrameView) => {
      const link = net.links.get(seen.link)
      return link && net.ports.get(link.ends[seen.fromEnd])?.device
    }
    let painted = 0
    const paint = (time: number): void => {
      // While it runs on, every other frame is enough for something that creeps.
      if (useRuntime.getState().running && time - painted < RUNNING_MS) {
        frame = requestAnimationFrame(paint)
        return
      }
      frame = 0
      painted = time
      const [onRuler, onLanes] = [rulerFit.context(), lanesFit.context()]
      if (onRuler === null || onLanes === null) return
      width.current = onLanes.width
      const { now, liveNow, nextTimer, events, commands, protocolFrames, liveDirections, loaded } =
        useRuntime.getState()
      const coming = commands.filter(({ at }) => at > liveNow)
      const scale = scaleNow()
      paintRuler(onRuler.c, present(), { scale, shown: now, timerAt: nextTimer?.at ?? null, coming })
      const written = paintLanes(onLanes.c, present(), {
        scale,
        height: onLanes.height,
        scrolled,
        now: liveNow,
        shown: now,
        lanes,
        directionOf: (lane) => liveDirections.get(directionKey(lane.flow, lane.direction)),
        events,
        coming,
        frames: protocolFrames,
        senderOf,
        probeUs: loaded?.probeUs ?? 0,
        quietSince: deliveringSince(quietViews({ directions: liveDirections }), loaded?.probeUs ?? 0),
      })
      const told = totalsInWords(net, written)
      if (words.current !== null && words.current.textContent !== told) words.current.textContent = told
    }
    const schedule = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    const [rulerFit, lanesFit] = [fit(rulerAt, schedule), fit(lanesAt, schedule)]
    let scrolled = scrollerAt.scrollTop
    const scroll = (): void => {
      scrolled = scrollerAt.scrollTop
      schedule()
    }
    const recolour = (): void => {
      colours.current = null
      schedule()
    }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    scrollerAt.addEventListener('scroll', scroll)
    dark.addEventListener('change', recolour)
    const stops = [
      useRuntime.subscribe(schedule),
      useTimelineView.subscribe(schedule),
      useUi.subscribe((ui, before) => {
        if (ui.theme !== before.theme) requestAnimationFrame(recolour)
      }),
    ]
    schedule()
    return () => {
      cancelAnimationFrame(frame)
      rulerFit.stop()
      lanesFit.stop()
      scrollerAt.removeEventListener('scroll', scroll)
      dark.removeEventListener('change', recolour)
      for (const stop of stops) stop()
    }
  }, [net, lanes, ruler, laneCanvas, scroller, words, scaleNow])

  return scaleNow
}

/** `Outages: srv-1 → srv-2 412 ms, 90 ms; srv-2 → srv-1 380 ms so far.` */
function totalsInWords(net: Network, written: readonly WrittenTotals[]): string {
  const lanes = written.flatMap(({ lane, totals }) =>
    totals.length === 0 ? [] : `${directionName(net, directionKey(lane.flow, lane.direction))} ${totals.join(', ')}`,
  )
  return lanes.length === 0 ? 'No outage is in view.' : `Outages: ${lanes.join('; ')}.`
}

const RUNNING_MS = 30
