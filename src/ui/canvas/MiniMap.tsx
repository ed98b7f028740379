import { useReactFlow, useStore } from '@xyflow/react'
import { memo, useSyncExternalStore } from 'react'
import { useShallow } from 'zustand/shallow'
import type { LinkId } from '../../core/model/ids.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useCanvas } from './canvasStore.ts'
import { pathOf } from './curves.ts'
import { type Scene } from './geometry.ts'
import { useFlow } from './flowStore.ts'

/** The whole design small, with what the window shows. A press or a drag goes there. */
export function MiniMap() {
  const scene = useSyncExternalStore(whileCalm, () => useFlow.getState().scene)
  const [x, y, zoom, width, height] = useStore(useShallow((s) => [...s.transform, s.width, s.height] as const))
  const broken = useRuntime(useShallow((s) => [...s.links.values()].flatMap(isBroken)))
  const { setCenter } = useReactFlow()
  const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  const box = bounds(scene, view)
  if (scene.devices.size === 0) return null

  function goTo(event: React.PointerEvent<SVGSVGElement>): void {
    // What is dragged across from elsewhere is not meant for the map.
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const frame = event.currentTarget.getBoundingClientRect()
    const scale = Math.max(box.width / frame.width, box.height / frame.height)
    void setCenter(
      box.x + box.width / 2 + (event.clientX - frame.left - frame.width / 2) * scale,
      box.y + box.height / 2 + (event.clientY - frame.top - frame.height / 2) * scale,
      { zoom },
    )
  }

  return (
    <svg
      className="minimap"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      width="136"
      height="88"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={goTo}
    >
      <Sheet scene={scene} broken={broken} />
      <rect {...rect(view)} fill="none" stroke="var(--you)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** What stands there; the window moves over it without drawing it again. */
const Sheet = memo(function Sheet({ scene, broken }: { readonly scene: Scene; readonly broken: readonly LinkId[] }) {
  return (
    <>
      {scene.pairs.map((pair) => (
        <rect
          key={pair.id}
          {...rect(pair)}
          rx="10"
          fill="var(--pair)"
          stroke="var(--line-2)"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <path
        d={cablesOf(scene, (id) => !broken.includes(id))}
        fill="none"
        stroke="var(--line-2)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={cablesOf(scene, (id) => broken.includes(id))}
        fill="none"
        stroke="var(--down)"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      <path d={[...scene.devices.values()].map(boxPath).join('')} fill="var(--edge)" />
    </>
  )
})

function cablesOf({ cables }: Scene, shown: (id: LinkId) => boolean): string {
  return cables.flatMap(({ id, curve }) => (shown(id) ? pathOf(curve) : [])).join('')
}

function boxPath({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`
}

/** Calls back at every change, and now and then while something is dragged. */
function whileCalm(changed: () => void): () => void {
  let timer = 0
  const stop = useFlow.subscribe(({ scene }, before) => {
    if (scene === before.scene || timer !== 0) return
    if (useCanvas.getState().drag === null) return changed()
    timer = window.setTimeout(() => {
      timer = 0
      changed()
    }, DRAG_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const DRAG_MS = 150

function isBroken({ link, state }: { readonly link: LinkId; readonly state: string }): readonly LinkId[] {
  return state === 'down' ? [link] : []
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function rect({ x, y, width, height }: Box): Box {
  return { x, y, width, height }
}

/** Everything that is drawn and what the window shows, with a margin. */
function bounds(scene: Scene, view: Box): Box {
  const boxes: readonly Box[] = [...scene.devices.values(), ...scene.pairs, view]
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const margin = 0.03 * Math.max(right - left, bottom - top)
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin }
}
