import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { connect, problemOf } from './connect.ts'
import { type DeviceShape, outlet, type PortSpot } from './deviceShapes.ts'
import { useFlow } from './flowStore.ts'

/**
 * Begins a new cable at a port or a free place of a device. The line follows the pointer from the sixth pixel on, so
 * that a click stays a click; letting go over another device connects.
 */
export function startLine(event: ReactPointerEvent, from: DeviceId, spot: Omit<PortSpot, 'id'>): void {
  const shape = useFlow.getState().scene.devices.get(from)
  if (event.button !== 0 || shape === undefined) return
  event.stopPropagation()
  const begin = { x: event.clientX, y: event.clientY }
  const start = outlet(shape, spot)
  const stop = new AbortController()
  const { signal } = stop

  function move({ clientX, clientY }: PointerEvent): void {
    const far = Math.hypot(clientX - begin.x, clientY - begin.y) > DRAG_THRESHOLD
    if (!far && useCanvas.getState().line === null) return
    const at = useCanvas.getState().toCanvas({ x: clientX, y: clientY })
    const over = deviceAt(at, from)
    const problem = over === null ? null : problemOf(from, over)
    useCanvas.setState({ line: { from, side: spot.side, start, at, over, problem } })
  }

  function finish(): void {
    stop.abort()
    const { line } = useCanvas.getState()
    useCanvas.setState({ line: null })
    if (line === null) return
    swallowClick()
    if (line.over === null) return
    if (line.problem === null) connect(from, line.over)
    else useUi.getState().announce(line.problem)
  }

  function cancel(): void {
    stop.abort()
    useCanvas.setState({ line: null })
  }

  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', finish, { signal })
  window.addEventListener('pointercancel', cancel, { signal })
  window.addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      cancel()
    },
    { signal, capture: true },
  )
}

/** The device under a point, with a little room round it. */
function deviceAt(point: Point, except: DeviceId): DeviceId | null {
  const shapes = [...useFlow.getState().scene.devices.values()]
  return shapes.find((shape) => shape.id !== except && isInside(shape, point))?.id ?? null
}

function isInside({ x, y, width, height }: DeviceShape, point: Point): boolean {
  return point.x > x - ROOM && point.x < x + width + ROOM && point.y > y - ROOM && point.y < y + height + ROOM
}

/** The click that ends a drag selects nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

const DRAG_THRESHOLD = 6
const ROOM = 10
