import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { FrameView } from '../../core/model/runView.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useCanvas } from './canvasStore.ts'
import type { CableShape } from './cableShapes.ts'
import { type Curve, pathOf } from './curves.ts'
import { LAYER } from './layers.ts'
import { useFlow } from './flowStore.ts'
import { FRAME_SHAPES } from '../state/frameShapes.ts'

/**
 * Frames that travel over their cables. Drawn without React: up to a few hundred a second come and go. A frame travels
 * for as long as an eye needs, whatever the cable's delay is; a lost one stops at the fault.
 */
export function FrameLayer() {
  const layer = useRef<HTMLDivElement>(null)
  const flow = useStoreApi()
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    const drawer = frameDrawer(
      () => layer.current,
      () => still.matches,
      flow.getState,
    )
    const unsubscribe = useRuntime.subscribe(({ frames }, before) => {
      if (frames !== before.frames && !document.hidden && !useCanvas.getState().coarse)
        drawer(news(frames, before.frames))
    })
    // What travels on a cable that was moved or removed would be seen where no cable is.
    const follow = useFlow.subscribe(({ scene }, { scene: before }) => {
      if (scene.cables !== before.cables) clearMoved(layer.current, scene.cables)
    })
    return () => {
      unsubscribe()
      follow()
    }
  }, [flow])
  return (
    <ViewportPortal>
      <div ref={layer} className="frames" style={{ zIndex: LAYER.frame }} aria-hidden="true" />
    </ViewportPortal>
  )
}

function clearMoved(layer: HTMLElement | null, cables: readonly CableShape[]): void {
  if (layer === null || layer.childElementCount === 0) return
  const curves = new Set(cables.map(({ curve }) => curve))
  for (const element of Array.from(layer.children)) {
    const curve = drawnOn.get(element)
    if (curve !== undefined && !curves.has(curve)) element.remove()
  }
}

/** The way of every symbol in the layer; a cable that stays where it is keeps its curve. */
const drawnOn = new WeakMap<Element, Curve>()

/** Frames of `now` behind the last one of `before`; the list only grows at its end. */
function news(now: readonly FrameView[], before: readonly FrameView[]): readonly FrameView[] {
  const last = before.at(-1)
  return last === undefined ? now : now.slice(now.lastIndexOf(last) + 1)
}

/** How the canvas is moved and zoomed, and its size on screen. */
interface Pane {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

function frameDrawer(
  layer: () => HTMLElement | null,
  still: () => boolean,
  paneNow: () => Pane,
): (frames: readonly FrameView[]) => void {
  const lastDrawn = new Map<string, number>()

  return (frames) => {
    const parent = layer()
    if (parent === null) return
    const pane = paneNow()
    const curves = new Map(
      useFlow.getState().scene.cables.flatMap(({ id, curve }) => (isSeen(curve, pane) ? [[id, curve] as const] : [])),
    )
    const most = pane.transform[2] < FAR_ZOOM ? MOST_FAR_FRAMES : MOST_FRAMES
    for (const frame of frames) {
      const curve = curves.get(frame.link)
      if (curve === undefined) continue
      const key = `${frame.link}${frame.fromEnd}${frame.kind}${frame.lost}`
      if (still()) hold(parent, frame, along(curve, frame), curve)
      else if (parent.childElementCount < most) travel(parent, key, frame, curve)
    }
  }

  function travel(parent: HTMLElement, key: string, frame: FrameView, curve: Curve): void {
    const now = performance.now()
    if (now - (lastDrawn.get(key) ?? -Infinity) < MIN_GAP_MS) return
    lastDrawn.set(key, now)
    const element = symbol(frame)
    drawnOn.set(element, curve)
    element.style.offsetPath = `path('${pathOf(along(curve, frame))}')`
    parent.append(element)
    const end = frame.lost ? '50%' : '100%'
    const run = element.animate([{ offsetDistance: '0%' }, { offsetDistance: end }], {
      duration: frame.lost ? TRAVEL_MS / 2 : TRAVEL_MS,
      easing: 'linear',
      fill: 'forwards',
    })
    run.onfinish = () => {
      if (!frame.lost) {
        element.remove()
        return
      }
      element.dataset['lost'] = 'here'
      element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: TRAVEL_MS }).onfinish = () => element.remove()
    }
  }
}

/** Whether a part of the cable may be in view. */
function isSeen(curve: Curve, { transform: [left, top, zoom], width, height }: Pane): boolean {
  const xs = curve.map(({ x }) => x * zoom + left)
  const ys = curve.map(({ y }) => y * zoom + top)
  return Math.max(...xs) >= 0 && Math.min(...xs) <= width && Math.max(...ys) >= 0 && Math.min(...ys) <= height
}

function symbol({ kind, lost }: FrameView): HTMLElement {
  const element = document.createElement('div')
  element.className = 'frame'
  element.dataset['kind'] = kind
  if (lost) element.dataset['lost'] = ''
  element.innerHTML = `<svg viewBox="-8 -8 16 16"><path d="${FRAME_SHAPES[kind]}"/></svg>`
  return element
}

/** Without motion. */
function hold(parent: HTMLElement, frame: FrameView, way: Curve, drawn: Curve): void {
  void import('./stillFrames.ts').then(({ holdFrame }) => {
    if (parent.isConnected) drawnOn.set(holdFrame(parent, frame, way), drawn)
  })
}

function along([a, b, c, d]: Curve, { fromEnd }: FrameView): Curve {
  return fromEnd === 0 ? [a, b, c, d] : [d, c, b, a]
}

const TRAVEL_MS = 600
/** At most a dozen of one kind a second on a cable and direction: more would be a blur. */
const MIN_GAP_MS = 84
const MOST_FRAMES = 120
/** Seen from afar, with hundreds of cables in view, so many show that something moves. */
const MOST_FAR_FRAMES = 40
const FAR_ZOOM = 0.45
