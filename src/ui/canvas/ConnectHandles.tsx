import type { DeviceShape } from './deviceShapes.ts'
import { startLine } from './connectDrag.ts'

/** Free ports that appear on hover: a cable dragged from one takes the device's next free port. */
export function ConnectHandles({ shape, name }: { readonly shape: DeviceShape; readonly name: string }) {
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
      className="free-port nodrag nopan"
      style={{ left: spot.x - 12, top: spot.y - 12 }}
      data-testid={`connect-${name}`}
      data-side={spot.side}
      title={`Drag to another device to connect ${name}`}
      onPointerDown={(event) => startLine(event, shape.id, spot)}
    />
  )
}
