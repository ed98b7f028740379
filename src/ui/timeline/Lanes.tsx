import { ChevronRight } from 'lucide-react'
import { memo, useId, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/shallow'
import type { DomainId } from '../../core/model/ids.ts'
import type { Outage } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { directionKey, type RunState } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { openMenuAt } from '../canvas/openMenu.ts'
import { milliseconds } from '../controls/time.ts'
import { StateMark } from '../state/StateMark.tsx'
import { lazily } from '../lazily.tsx'
import { directionName } from './directionNames.ts'
import { laneAt, lanesHeight, lanesOf, type DeviceLane, type FlowLane, type QuietLane } from './lanes.ts'
import { hasStormed, isBroken, outageEnd, quietViews, worstOutage } from './outages.ts'
import { Overview } from './Overview.tsx'
import { Ruler } from './Ruler.tsx'
import { timeOf } from './scale.ts'
import { useTimelineCanvas } from './useTimelineCanvas.ts'
import { useTimelineView } from './viewStore.ts'

const OutagePopover = lazily(() => import('./OutagePopover.tsx').then(({ OutagePopover }) => OutagePopover))

interface OpenOutage {
  readonly direction: string
  readonly outage: Outage
  readonly at: DOMRect
}

/** Ruler and lanes. The lanes are painted on one canvas as high as what is seen of them. */
export function Lanes() {
  const net = useNetwork()
  const quietOpen = useTimelineView((view) => view.quietOpen)
  const loud = useRuntime(useShallow(loudDirections))
  const lanes = useMemo(() => lanesOf(net, new Set(loud), quietOpen), [net, loud, quietOpen])
  const [open, setOpen] = useState<OpenOutage | null>(null)
  const [ruler, laneCanvas, scroller] = [
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const words = useRef<HTMLParagraphElement>(null)
  const wordsId = useId()
  const scaleNow = useTimelineCanvas({ net, lanes, ruler, laneCanvas, scroller, words })

  const pick = (click: React.MouseEvent<HTMLCanvasElement>): void => {
    const box = click.currentTarget.getBoundingClientRect()
    const lane = laneAt(lanes, click.clientY - box.top + (scroller.current?.scrollTop ?? 0))
    const at = timeOf(scaleNow(), click.clientX - box.left)
    if (lane?.kind === 'device') return useUi.getState().select({ kind: 'device', id: lane.device })
    if (lane?.kind === 'quiet') return useTimelineView.getState().toggleQuiet()
    if (lane === undefined) return
    const direction = directionKey(lane.flow, lane.direction)
    const { liveDirections, liveNow } = useRuntime.getState()
    const { outages = [] } = liveDirections.get(direction) ?? {}
    const outage = outages.find((it) => it.startAt <= at && at <= outageEnd(it, liveNow))
    if (outage !== undefined) setOpen({ direction, outage, at: new DOMRect(click.clientX, click.clientY, 1, 1) })
  }
  const drag = useRef<number | null>(null)

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Overview scaleNow={scaleNow} />
      <div className="flex h-5 shrink-0 border-t border-line">
        <span className={`${LABEL} text-11 text-ink-3`}>seconds</span>
        <Ruler canvas={ruler} scaleNow={scaleNow} />
        <span className="w-3 shrink-0" />
      </div>
      <div
        ref={scroller}
        className="flex min-h-0 flex-1 overflow-x-hidden overflow-y-scroll [scrollbar-width:thin]"
        onWheel={(wheel) => {
          const { pan, zoom, spanUs } = useTimelineView.getState()
          const { widthPx } = scaleNow()
          const x = wheel.clientX - (laneCanvas.current?.getBoundingClientRect().left ?? 0)
          if (wheel.ctrlKey) zoom(2 ** (wheel.deltaY / 200), timeOf(scaleNow(), x))
          else if (wheel.shiftKey || wheel.deltaX !== 0) {
            pan(((wheel.shiftKey ? wheel.deltaY : wheel.deltaX) / widthPx) * spanUs)
          }
        }}
      >
        <ol aria-label="Flows and devices" className="shrink-0" style={{ height: lanesHeight(lanes) }}>
          {lanes.map((lane) =>
            lane.kind === 'flow' ? (
              <FlowLabel key={`${lane.flow}:${lane.direction}`} lane={lane} />
            ) : lane.kind === 'device' ? (
              <DeviceLabel
                key={lane.device}
                device={lane.device}
                name={lane.name}
                height={lane.height}
                domain={net.domainOf.get(lane.device)?.id}
              />
            ) : (
              <QuietLabel key="quiet" lane={lane} />
            ),
          )}
        </ol>
        <canvas
          ref={laneCanvas}
          role="img"
          aria-label="What happened on each lane; the list of outages says the same in words"
          aria-describedby={wordsId}
          className="sticky top-0 h-full min-w-0 flex-1 touch-pan-y"
          onClick={pick}
          onPointerDown={(down) => {
            drag.current = down.clientX
          }}
          onPointerMove={(move) => {
            if (drag.current === null || move.buttons === 0) return
            const moved = move.clientX - drag.current
            if (useTimelineView.getState().pinnedFrom === null && Math.abs(moved) < 4) return
            drag.current = move.clientX
            const { spanUs, widthPx } = scaleNow()
            useTimelineView.getState().pan((-moved / widthPx) * spanUs)
          }}
          onPointerUp={() => {
            drag.current = null
          }}
        />
      </div>
      <p ref={words} id={wordsId} hidden />
      {open !== null && (
        <OutagePopover direction={open.direction} outage={open.outage} at={open.at} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** Directions that have lanes of their own: those that had an outage. */
function loudDirections({ liveDirections }: RunState): readonly string[] {
  return [...liveDirections].filter(([, view]) => view.outages.length > 0).map(([key]) => key)
}

function QuietLabel({ lane }: { readonly lane: QuietLane }) {
  const open = useTimelineView((view) => view.quietOpen)
  const storm = useRuntime(hasStormed)
  const ok = useRuntime((run) => (hasStormed(run) ? 0 : quietViews(run).filter((view) => !isBroken(view)).length))
  return (
    <li className={`${LABEL} border-t border-line text-12`} style={{ height: lane.height }}>
      <StateMark state={storm ? 'down' : ok === lane.count ? 'forwarding' : 'waiting'} />
      <button
        type="button"
        aria-expanded={open}
        className="flex min-w-0 items-center gap-1 hover:underline"
        onClick={() => useTimelineView.getState().toggleQuiet()}
      >
        <span className="truncate">
          {ok === lane.count ? ok : `${ok} of ${lane.count}`} {lane.count === 1 ? 'flow' : 'flows'} ok
        </span>
        <ChevronRight size={13} strokeWidth={1.5} className={`shrink-0 text-ink-3 ${open ? 'rotate-90' : ''}`} />
      </button>
    </li>
  )
}

function FlowLabel({ lane }: { readonly lane: FlowLane }) {
  const name = directionName(useNetwork(), directionKey(lane.flow, lane.direction))
  const key = directionKey(lane.flow, lane.direction)
  const state = useRuntime((run) => {
    const view = run.directions.get(key)
    return view === undefined ? 'unknown' : hasStormed(run) || isBroken(view) ? 'down' : 'forwarding'
  })
  const worst = useRuntime((run) => worstOutage(run.directions.get(key), run.now))
  return (
    <li className={`${LABEL} border-t border-line text-12`} style={{ height: lane.height }}>
      <StateMark state={state} label={state === 'forwarding' ? 'ok' : state === 'down' ? 'broken' : 'unknown'} />
      <span className="truncate" title={name}>
        {name}
      </span>
      {worst !== null && <span className="sr-only">, worst outage {milliseconds(worst)}</span>}
    </li>
  )
}

/** There are hundreds: each renders only when something of it changes, not at every edit. */
const DeviceLabel = memo(function DeviceLabel({
  device,
  name,
  height,
  domain,
}: Pick<DeviceLane, 'device' | 'name' | 'height'> & { readonly domain: DomainId | undefined }) {
  const off = useRuntime((run) => run.devices.get(device)?.power === 'off')
  const known = useRuntime((run) => run.devices.has(device))
  const role = useRuntime((run) =>
    domain === undefined ? '' : (run.domains.get(domain)?.views.find((view) => view.device === device)?.role ?? ''),
  )
  return (
    <li className={`${LABEL} border-t border-line text-12`} style={{ height }}>
      <StateMark
        state={off ? 'down' : known ? 'forwarding' : 'unknown'}
        label={off ? 'off' : known ? 'on' : 'unknown'}
      />
      <button
        type="button"
        className="truncate hover:underline"
        onClick={() => useUi.getState().select({ kind: 'device', id: device })}
        onContextMenu={(event) => {
          event.preventDefault()
          openMenuAt({ kind: 'device', id: device }, event.clientX, event.clientY)
        }}
      >
        {name}
      </button>
      <span className="truncate text-11 text-ink-3 max-[1100px]:hidden">{role}</span>
    </li>
  )
})

const LABEL =
  'flex w-36 shrink-0 items-center gap-2 overflow-hidden border-r border-line pr-2 pl-4 whitespace-nowrap max-[1100px]:w-34 max-[1100px]:pl-2.5'
