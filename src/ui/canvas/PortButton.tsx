import { memo } from 'react'
import type { PortId } from '../../core/model/ids.ts'
import type { StateWord } from '../../core/model/runView.ts'
import { presentNetwork, useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { PortCell } from '../state/PortCell.tsx'
import { stateClass } from '../state/words.ts'
import { useCanvas } from './canvasStore.ts'
import { startLine } from './connectDrag.ts'
import { useFar, useNear } from './levels.ts'
import { type DeviceShape, type PortSpot, portSize } from './deviceShapes.ts'
import { portNumber, portTitle } from './labels.ts'

/** A port: its light, its number, a button that selects it and the start of a new cable. Subscribes to itself only. */
export const PortButton = memo(function PortButton({
  spot,
  shape,
  dead,
  peers = [],
}: {
  readonly spot: PortSpot
  readonly shape: DeviceShape
  /** The device is off: ports are struck out in grey. */
  readonly dead: boolean
  /** Names of both peers where their ports stand side by side. */
  readonly peers?: readonly string[]
}) {
  const { id, side } = spot
  const state = useRuntime((s): StateWord => s.ports.get(id)?.state ?? 'unknown')
  const reason = useRuntime((s) => s.ports.get(id)?.reason ?? null)
  const selected = useUi((s) => s.selection.some((target) => target.kind === 'port' && target.id === id))
  const far = useFar()
  const near = useNear()
  const net = useNetwork()
  const port = net.ports.get(id)
  if (port === undefined) return null
  const other = net.neighbour.get(id)
  const { width, height } = portSize(side)
  const mark = peers.length > 0 ? `${peerMark(net.devices.get(port.device)?.name ?? '', peers)} ` : ''
  const label = `${mark}${portNumber(port)}`
  const title = `${portTitle(net, port)}${other === undefined ? '' : `, to ${portTitle(net, other)}`}, ${state}`
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`port source nodrag nopan ${stateClass(state)}`}
      style={{ left: spot.x - 12, top: spot.y - 12 }}
      data-testid={`port-${portTestName(title, port.name)}`}
      data-port={id}
      data-state={state}
      data-side={side}
      data-handleid={id}
      data-handlepos={side}
      data-selected={selected || undefined}
      aria-label={title}
      aria-pressed={selected}
      title={reason ?? title}
      onPointerDown={(event) => startLine(event, shape.id, spot)}
      onClick={(event) => {
        event.stopPropagation()
        useUi.getState().select({ kind: 'port', id }, event.shiftKey || event.ctrlKey || event.metaKey)
      }}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(id)}
      onBlur={() => hover(null)}
    >
      {!far && (
        <svg width={width} height={height} aria-hidden="true">
          <PortCell state={state} wide={width === 20} struck={dead} />
        </svg>
      )}
      {near && net.devices.get(port.device)?.kind === 'switch' && (
        <span
          className="port-number"
          // Beside a port on top: to the right, and to the left where the device ends and the next port leaves room.
          data-inner={isInner(spot, shape, LABEL_GAP_PX + label.length * LABEL_CHARACTER_PX) || undefined}
          aria-hidden="true"
        >
          {label}
        </span>
      )}
    </button>
  )
})

function isInner(spot: PortSpot, { width, ports }: DeviceShape, room: number): boolean {
  const before = ports.filter(({ side, x }) => side === spot.side && x < spot.x).map(({ x }) => spot.x - x)
  return spot.x + room > width && before.every((gap) => gap > 2 * room)
}

const LABEL_GAP_PX = 6
const LABEL_CHARACTER_PX = 5.6

/** What tells a peer's name from the other's: `a` of leaf-a beside leaf-b. */
function peerMark(name: string, peers: readonly string[]): string {
  const other = peers.find((peer) => peer !== name) ?? ''
  let from = 0
  while (from < name.length && name[from] === other[from]) from++
  return name.slice(from, from + 3)
}

/** `<device>:<port name>`: what tests and targets call a port. */
function portTestName(title: string, port: string): string {
  return `${title.slice(0, title.indexOf(' '))}:${port}`
}

function hover(port: PortId | null): void {
  const link = port === null ? null : (presentNetwork().linkAt.get(port)?.id ?? null)
  useCanvas.setState({ hoveredLink: link })
}
