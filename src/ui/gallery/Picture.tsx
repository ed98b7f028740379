import { useMemo } from 'react'
import type { Design } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { type CableShape, type CableKind } from '../canvas/cableShapes.ts'
import { pathOf } from '../canvas/curves.ts'
import { sceneOf, type Scene } from '../canvas/geometry.ts'

/** A design as a small picture, drawn from the same shapes as the canvas. Says nothing to a screen reader. */
export function Picture({ design }: { readonly design: Design }) {
  const scene = useMemo(() => sceneOf(design.topology, (id) => design.layout[id] ?? ORIGIN), [design])
  const kinds = new Map(design.topology.devices.map(({ id, kind }) => [id, kind]))
  return (
    <svg viewBox={viewBoxOf(scene)} preserveAspectRatio="xMidYMid meet" className="size-full" aria-hidden="true">
      {scene.pairs.map(({ id, x, y, width, height }) => (
        <rect key={id} {...{ x, y, width, height }} rx="16" fill="var(--pair)" stroke="var(--line-2)" {...HAIR} />
      ))}
      {scene.cables.map((cable) => (
        <Cable key={cable.id} cable={cable} />
      ))}
      {scene.ribbons.map(({ id, x, y, width, height }) => (
        <rect
          key={id}
          {...{ x, y, width, height }}
          rx="7"
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {[...scene.devices.values()].map((shape) => (
        <Device key={shape.id} {...shape} kind={kinds.get(shape.id) ?? 'switch'} />
      ))}
    </svg>
  )
}

function Cable({ cable }: { readonly cable: CableShape }) {
  return (
    <path
      d={pathOf(cable.curve)}
      fill="none"
      stroke="var(--cable)"
      strokeWidth={WIDTH[cable.kind]}
      strokeDasharray={cable.kind === 'keepalive' ? '4 3' : undefined}
      vectorEffect="non-scaling-stroke"
    />
  )
}

interface Box {
  readonly id: DeviceId
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly kind: Design['topology']['devices'][number]['kind']
}

/** A switch has a row of ports, a server its drive lines. */
function Device({ x, y, width, height, kind }: Box) {
  const marks = kind === 'switch' ? [0.2, 0.35, 0.5, 0.65, 0.8] : []
  return (
    <g>
      <rect {...{ x, y, width, height }} rx="6" fill="var(--face)" stroke="var(--edge)" {...HAIR} />
      {marks.map((at) => (
        <rect key={at} x={x + width * at - 10} y={y + height - 26} width="20" height="12" fill="var(--edge)" />
      ))}
      {kind === 'host' &&
        [14, 28, 42].map((down) => <path key={down} d={`M${x + 14} ${y + down}h36`} stroke="var(--edge)" {...HAIR} />)}
    </g>
  )
}

function viewBoxOf({ devices, pairs }: Scene): string {
  const boxes = [...devices.values(), ...pairs]
  if (boxes.length === 0) return '0 0 160 90'
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  return `${left - MARGIN} ${top - MARGIN} ${right - left + 2 * MARGIN} ${bottom - top + 2 * MARGIN}`
}

const ORIGIN = { x: 0, y: 0 }
const MARGIN = 16
const HAIR = { strokeWidth: 1, vectorEffect: 'non-scaling-stroke' } as const
const WIDTH: Readonly<Record<CableKind, number>> = {
  'peer-link': 2.5,
  keepalive: 1,
  member: 1.5,
  orphan: 1,
  uplink: 1.5,
}
