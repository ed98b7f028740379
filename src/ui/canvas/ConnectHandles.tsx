import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import type { DeviceShape, Side } from './deviceShapes.ts'
import { startLine } from './connectDrag.ts'

/** Where the pointer rests on a handle, its device's free ports are offered: a cable can begin at any of them. */
function offerSoon({ id }: DeviceShape, side: Side): void {
  clearTimeout(resting)
  resting = window.setTimeout(() => {
    if (useCanvas.getState().line === null) useCanvas.setState({ offered: { device: id, side } })
  }, REST_MS)
}

/** Unless the pointer went over to them. */
function withdrawSoon(): void {
  clearTimeout(resting)
  resting = window.setTimeout(() => {
    const { line } = useCanvas.getState()
    if (line === null && document.querySelector('.port-strip:hover') === null) useCanvas.setState({ offered: null })
  }, REST_MS)
}

let resting = 0
const REST_MS = 500

/** Free ports of the device under the pointer: a cable dragged from one takes the device's next free port. */
export function ConnectHandles({ shape, name }: { readonly shape: DeviceShape; readonly name: string }) {
  const touched = useCanvas((s) => [s.hoveredNode, s.focusedNode, s.offered?.device].includes(shape.id))
  const selected = useUi((s) => s.selection.some(({ kind, id }) => kind === 'device' && id === shape.id))
  if (!touched && !selected) return null
  return shape.free.map((spot) => <Handle key={spot.side} shape={shape} spot={spot} name={name} />)
}

function Handle({
  shape,
  spot,
  name,
}: {
  readonly shape: DeviceShape
  readonly spot: DeviceShape['free'][number]
  readonly name: string
}) {
  return (
    <span
      className="free-port nodrag nopan held"
      style={{ left: spot.x - 12, top: spot.y - 12 }}
      data-testid={`connect-${name}`}
      data-side={spot.side}
      title={`Drag to another device to connect ${name}; wait for its free ports`}
      onPointerDown={(event) => startLine(event, shape.id, spot)}
      onPointerEnter={() => offerSoon(shape, spot.side)}
      onPointerLeave={withdrawSoon}
    />
  )
}
