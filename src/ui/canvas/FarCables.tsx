import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { memo, useEffect, useRef, useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { stateClass } from '../state/words.ts'
import { fit } from '../timeline/fitting.ts'
import { useCanvas } from './canvasStore.ts'
import type { CableShape } from './cableShapes.ts'
import { pathOf } from './curves.ts'
import { farLook, paintFar, type FarLook } from './farPaint.ts'
import { nearestCable } from './cableNear.ts'
import { LAYER } from './layers.ts'
import { useFlow } from './flowStore.ts'

/**
 * All cables of a large design seen from afar, on one canvas: hundreds of elements would cost a browser more than the
 * drawing. It lies behind everything, grounds of pairs included, since what lies over a canvas costs a layer each. While
 * something is dragged, its cables leave the canvas and are drawn in front of it.
 */
export function FarCables() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  const [live, setLive] = useState<readonly CableShape[]>([])

  useEffect(() => {
    let look: FarLook = farLook(document.body)
    let frame = 0
    /** What the canvas shows; a cable that stands otherwise by now is live. */
    let painted: ReadonlySet<CableShape> = new Set()
    const moving = new Set<string>()

    const area = canvas.current?.closest('.canvas')
    const paint = (): void => {
      frame = 0
      const on = fitting?.context() ?? null
      if (on === null) return
      const { cables, pairs } = useFlow.getState().scene
      const still = cables.filter(({ id }) => !moving.has(id))
      painted = new Set(still)
      const { transform } = flow.getState()
      const { links } = useRuntime.getState()
      paintFar(on.c, { pairs, cables: still, transform, look, links, chosen: chosenLinks() })
      area?.setAttribute('data-far', '')
    }
    const schedule = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    const follow = (): void => {
      const { cables } = useFlow.getState().scene
      if (useCanvas.getState().drag === null) {
        moving.clear()
        setLive(NONE)
        schedule()
        return
      }
      const before = moving.size
      for (const cable of cables) if (!painted.has(cable)) moving.add(cable.id)
      // The canvas loses them in the same frame in which they are drawn beside it.
      if (moving.size > before) schedule()
      setLive(cables.filter(({ id }) => moving.has(id)))
    }
    const recolour = (): void => {
      look = farLook(document.body)
      schedule()
    }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', recolour)
    let { transform } = flow.getState()
    const fitting = canvas.current && fit(canvas.current, schedule)
    const stops = [
      flow.subscribe((now) => {
        if (now.transform === transform) return
        transform = now.transform
        schedule()
      }),
      useFlow.subscribe(({ scene }, before) => {
        if (scene.cables !== before.scene.cables) follow()
        if (scene.pairs !== before.scene.pairs) schedule()
      }),
      useCanvas.subscribe(({ drag }, before) => drag === null && before.drag !== null && follow()),
      useRuntime.subscribe(({ links }, before) => links !== before.links && schedule()),
      useUi.subscribe(({ theme, selection }, before) => {
        if (theme !== before.theme) requestAnimationFrame(recolour)
        if (selection !== before.selection) schedule()
      }),
    ]
    useCanvas.setState({
      cableAt: (page) => {
        const { toCanvas } = useCanvas.getState()
        return nearestCable(useFlow.getState().scene.cables, toCanvas(page), REACH_PX / flow.getState().transform[2])
      },
    })
    schedule()
    return () => {
      cancelAnimationFrame(frame)
      dark.removeEventListener('change', recolour)
      fitting?.stop()
      area?.removeAttribute('data-far')
      for (const stop of stops) stop()
      useCanvas.setState({ cableAt: () => null })
    }
  }, [flow])

  return (
    <>
      <canvas ref={canvas} className="far-cables" aria-hidden="true" />
      {live.length > 0 && (
        <ViewportPortal>
          <svg className="layer" style={{ zIndex: LAYER.cable }} aria-hidden="true">
            {live.map((shape) => (
              <Line key={shape.id} shape={shape} />
            ))}
          </svg>
        </ViewportPortal>
      )}
    </>
  )
}

/** A line in the colour of its state where it does not carry. */
const Line = memo(function Line({ shape }: { readonly shape: CableShape }) {
  const state = useRuntime((s) => s.links.get(shape.id)?.state ?? 'unknown')
  const stroke = state === 'forwarding' || state === 'unknown' ? 'var(--cable)' : 'var(--c)'
  return <path className={stateClass(state)} d={pathOf(shape.curve)} fill="none" stroke={stroke} strokeWidth="2" />
})

/** Cables that are selected, by themselves or with their bond. */
function chosenLinks(): ReadonlySet<string> {
  const { bonds } = useDocument.getState().design.topology
  return new Set(
    useUi
      .getState()
      .selection.flatMap(({ kind, id }): readonly string[] =>
        kind === 'link' ? [id] : kind === 'bond' ? (bonds.find((bond) => bond.id === id)?.members ?? []) : [],
      ),
  )
}

const NONE: readonly CableShape[] = []
/** A press so near to a cable means it. */
const REACH_PX = 5
