import { useEffect, useRef } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { type Colours, readColours } from './colours.ts'
import { fit } from './fitting.ts'
import { outageEnd } from './outages.ts'
import type { Scale } from './scale.ts'
import { useTimelineView } from './viewStore.ts'

/** The whole run in one strip: how much happened when, outages, and the stretch that the lanes show. */
export function Overview({ scaleNow }: { readonly scaleNow: () => Scale }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const until = useRuntime((run) => Math.ceil(run.liveNow / 10_000_000) * 10)

  useEffect(() => {
    const at = canvas.current
    if (at === null) return undefined
    let frame = 0
    let colours = readColours(document.body)
    const paint = (): void => {
      frame = 0
      const on = fitting.context()
      if (on !== null) paintOverview(on.c, colours, on.width, scaleNow())
    }
    const schedule = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    const recolour = (): void => {
      colours = readColours(document.body)
      schedule()
    }
    const fitting = fit(at, schedule)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', recolour)
    // Ten times a second is enough for a strip this small.
    let [run, design] = [useRuntime.getState(), useDocument.getState().design]
    const ticking = setInterval(() => {
      const [nowRun, nowDesign] = [useRuntime.getState(), useDocument.getState().design]
      if (nowRun !== run || nowDesign !== design) schedule()
      ;[run, design] = [nowRun, nowDesign]
    }, 100)
    const stops = [
      useTimelineView.subscribe(schedule),
      useUi.subscribe(({ theme }, before) => {
        if (theme !== before.theme) requestAnimationFrame(recolour)
      }),
    ]
    return () => {
      clearInterval(ticking)
      cancelAnimationFrame(frame)
      fitting.stop()
      dark.removeEventListener('change', recolour)
      for (const stop of stops) stop()
    }
  }, [scaleNow])

  return (
    <div className="flex h-5 shrink-0 border-t border-line bg-inset">
      <span className="flex w-36 shrink-0 items-center border-r border-line pl-4 text-11 text-ink-3 max-[1100px]:w-34 max-[1100px]:pl-2.5">
        0 to {Math.max(10, until)} s
      </span>
      <canvas
        ref={canvas}
        aria-hidden
        className="h-5 min-w-0 flex-1"
        onClick={(click) => {
          const box = click.currentTarget.getBoundingClientRect()
          const { spanUs, goTo } = useTimelineView.getState()
          goTo(((click.clientX - box.left) / box.width) * wholeUs() - spanUs / 2)
        }}
      />
      <span className="w-3 shrink-0" />
    </div>
  )
}

function paintOverview(c: CanvasRenderingContext2D, colours: Colours, width: number, scale: Scale): void {
  const { now, liveNow, events, liveDirections, loaded } = useRuntime.getState()
  const whole = wholeUs()
  c.clearRect(0, 0, width, HEIGHT)
  const bins = new Uint16Array(Math.ceil(width / BIN_PX))
  for (const event of events) {
    const bin = Math.floor(((event.at / whole) * width) / BIN_PX)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  c.fillStyle = colours.ink3
  c.globalAlpha = 0.5
  bins.forEach((count, at) => {
    if (count > 0) c.fillRect(at * BIN_PX, HEIGHT, BIN_PX - 3, -Math.min(HEIGHT - 6, 2 + 3 * Math.log2(1 + count)))
  })
  c.globalAlpha = 1
  c.fillStyle = colours.state.down
  for (const view of liveDirections.values()) {
    for (const outage of view.outages) {
      const x = (outage.startAt / whole) * width
      c.fillRect(x, 4, Math.max(2, ((outageEnd(outage, liveNow) - outage.startAt) / whole) * width), HEIGHT - 4)
    }
  }
  c.fillStyle = colours.you
  if (now < liveNow) c.fillRect((now / whole) * width - 0.75, 0, 1.5, HEIGHT)
  for (const { at, scenario } of useDocument.getState().design.bookmarks ?? []) {
    if (scenario === null || scenario === loaded?.scenario) paintBookmark(c, (at / whole) * width)
  }
  c.strokeStyle = colours.you
  c.lineWidth = 1.5
  const left = Math.max(0.75, (scale.from / whole) * width)
  const right = Math.min(width - 0.75, ((scale.from + scale.spanUs) / whole) * width)
  c.beginPath()
  c.roundRect(left, 0.75, Math.max(4, right - left), HEIGHT - 1.5, 2)
  c.stroke()
}

/** A ribbon with a notch. */
function paintBookmark(c: CanvasRenderingContext2D, x: number): void {
  c.beginPath()
  for (const [dx, y] of RIBBON) c.lineTo(x + dx, y)
  c.fill()
}

/** Length of the strip: whole tens of seconds, at least ten. */
function wholeUs(): number {
  return Math.max(10_000_000, Math.ceil(useRuntime.getState().liveNow / 10_000_000) * 10_000_000)
}

const HEIGHT = 20
const RIBBON = [
  [-3.5, 0],
  [3.5, 0],
  [3.5, 9],
  [0, 6],
  [-3.5, 9],
] as const
const BIN_PX = 10
