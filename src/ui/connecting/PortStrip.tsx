import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { freePorts } from '../../core/model/editPorts.ts'
import type { Port } from '../../core/model/topology.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { useNetwork } from '../../state/network.ts'
import { type PortsOffered, useCanvas } from '../canvas/canvasStore.ts'
import { startLine } from '../canvas/connectDrag.ts'
import { centreOf, type DeviceShape, type Side } from '../canvas/deviceShapes.ts'
import { LAYER } from '../canvas/layers.ts'
import { useFlow } from '../canvas/flowStore.ts'
import { shortPort } from '../canvas/labels.ts'

/** The free ports of a device beside one of its edges: to begin a cable at one of them, or to let go of it over one. */
export function PortStrip({ offered: { device: id, side } }: { readonly offered: PortsOffered }) {
  const net = useNetwork()
  const shape = useFlow(({ scene }) => scene.devices.get(id))
  const chosen = useCanvas(({ line }) => (line?.over === id ? line.toPort : null))
  const device = net.devices.get(id)
  const strip = useRef<HTMLDivElement>(null)
  const flow = useStoreApi()
  useLayoutEffect(() => keepInside(strip.current, flow.getState().transform[2]), [flow])
  // A pair that is drawn as one takes a cable to each peer, on whichever ports are free there.
  if (device === undefined || shape === undefined) return null
  const context = { namings: NAMINGS }
  const free = (['front', 'management'] as const).flatMap((kind) => freePorts(net.topology, device, kind, context))
  return (
    <ViewportPortal>
      <div
        ref={strip}
        className="port-strip nodrag nopan nowheel held"
        data-side={side}
        data-testid={`ports-${device.name}`}
        // By keyboard ports are chosen in the dialog.
        aria-hidden="true"
        style={{ ...placeBeside(shape, side), zIndex: LAYER.line }}
        onPointerLeave={() => useCanvas.getState().line === null && useCanvas.setState({ offered: null })}
      >
        <p className="port-strip-head">{free.length === 0 ? 'No port is free' : `Free ports of ${device.name}`}</p>
        {free.map(({ kind, index, name }) => (
          <span
            key={name}
            className="port-chip"
            data-kind={kind}
            data-index={index}
            data-chosen={(chosen?.kind === kind && chosen.index === index) || undefined}
            title={name}
            onPointerDown={(event) => startLine(event, id, spotAt(shape, side), { kind, index })}
          >
            {label(kind, name)}
          </span>
        ))}
      </div>
    </ViewportPortal>
  )
}

/** Moved sideways where the canvas ends. */
function keepInside(strip: HTMLElement | null, zoom: number): void {
  const room = strip?.closest('.canvas')?.getBoundingClientRect()
  if (!strip || !room) return
  strip.style.translate = ''
  const { left, right } = strip.getBoundingClientRect()
  const by = Math.max(room.left + EDGE - left, 0) || Math.min(room.right - EDGE - right, 0)
  strip.style.translate = `${by / zoom}px 0`
}

function label(kind: Port['kind'], name: string): string {
  return kind === 'management' ? name : shortPort(name)
}

/** The middle of an edge, a little outside: where the strip touches the device. */
function placeBeside(shape: DeviceShape, side: Side): { readonly left: number; readonly top: number } {
  const { x, y } = centreOf(shape)
  switch (side) {
    case 'top':
      return { left: x, top: shape.y - NEAR }
    case 'bottom':
      return { left: x, top: shape.y + shape.height + NEAR }
    case 'left':
      return { left: shape.x - NEAR, top: y }
    case 'right':
      return { left: shape.x + shape.width + NEAR, top: y }
  }
}

function spotAt({ free, width, height }: DeviceShape, side: Side): { side: Side; x: number; y: number } {
  return free.find((spot) => spot.side === side) ?? { side, x: width / 2, y: side === 'top' ? 0 : height }
}

const NEAR = 10
const EDGE = 8
