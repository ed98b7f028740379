import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import type { Plug } from '../../core/model/edits.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useCanvas } from './canvasStore.ts'
import { withConnecting } from './asking.ts'
import { type DeviceShape, facing, outlet, type PortSpot } from './deviceShapes.ts'
import { useFlow } from './flowStore.ts'

/**
 * Begins a new cable at a port or a free place of a device. The line follows the pointer from the sixth pixel on, so
 * that a click stays a click; letting go over another device connects. Where it rests over a device, the free ports of
 * that device are offered: letting go over one of them takes it.
 */
export function startLine(
  event: ReactPointerEvent,
  from: DeviceId,
  spot: Omit<PortSpot, 'id'>,
  fromPort: Plug['port'] = null,
): void {
  const shape = useFlow.getState().scene.devices.get(from)
  // A finger that comes down on a port moves the drawing.
  const pans = event.pointerType === 'touch' && !event.currentTarget.matches('.held')
  if (event.button !== 0 || shape === undefined || pans) return
  event.stopPropagation()
  const begin = { x: event.clientX, y: event.clientY }
  const start = outlet(shape, spot)
  const stop = new AbortController()
  const { signal } = stop
  let resting = 0
  let reached: { readonly over: DeviceId | null; readonly toPort: Plug['port'] } | null = null

  function move({ clientX, clientY }: PointerEvent): void {
    const far = Math.hypot(clientX - begin.x, clientY - begin.y) > DRAG_THRESHOLD
    if (!far && reached === null) return
    const at = useCanvas.getState().toCanvas({ x: clientX, y: clientY })
    const chip = portAt(clientX, clientY, from)
    const over = chip?.device ?? deviceAt(at, from)
    const toPort = chip?.port ?? null
    reached = { over, toPort }
    withConnecting(({ problemOf }) => follow(at, over, toPort, over && problemOf(from, over, [fromPort, toPort])))
  }

  function follow(at: Point, over: DeviceId | null, toPort: Plug['port'], problem: string | null): void {
    if (signal.aborted) return
    if (over !== useCanvas.getState().line?.over || over === null) {
      clearTimeout(resting)
      useCanvas.setState({ offered: null })
      if (over !== null && problem === null) resting = window.setTimeout(() => offerPorts(over, start), REST_MS)
    }
    useCanvas.setState({ line: { from, side: spot.side, start, at, over, problem, fromPort, toPort } })
  }

  function finish(): void {
    cancel()
    if (reached === null) return
    swallowClick()
    const { over, toPort } = reached
    if (over !== null) withConnecting(({ connect }) => connect(from, over, [fromPort, toPort]))
  }

  function cancel(): void {
    stop.abort()
    clearTimeout(resting)
    useCanvas.setState({ line: null, offered: null })
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

/** Free ports beside the edge at which the cable arrives. */
function offerPorts(device: DeviceId, from: Point): void {
  const shape = useFlow.getState().scene.devices.get(device)
  if (shape !== undefined) useCanvas.setState({ offered: { device, side: facing(shape, from) } })
}

/** The offered port under the pointer. */
function portAt(x: number, y: number, except: DeviceId): { device: DeviceId; port: Plug['port'] } | null {
  const { offered } = useCanvas.getState()
  if (offered === null || offered.device === except) return null
  const strip = document.elementFromPoint(x, y)?.closest('.port-strip')
  if (!strip) return null
  const chip = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-index]')
  const kind = chip?.dataset['kind'] === 'management' ? 'management' : 'front'
  return { device: offered.device, port: chip ? { kind, index: Number(chip.dataset['index']) } : null }
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
/** So long over a device, and one wants more than just any port. */
const REST_MS = 350
