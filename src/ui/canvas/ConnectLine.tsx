import { ViewportPortal } from '@xyflow/react'
import { lazily } from '../lazily.tsx'
import { type DrawnLine, useCanvas } from './canvasStore.ts'
import { curveFrom } from './cableShapes.ts'
import { pathOf } from './curves.ts'
import { centreOf, type DeviceShape, facing, type Side } from './deviceShapes.ts'
import { LAYER } from './layers.ts'
import { useFlow } from './flowStore.ts'

const PortStrip = lazily(() => import('../connecting/PortStrip.tsx').then(({ PortStrip }) => PortStrip))

/** The cable being drawn, the device it would reach, and why it cannot. */
export function ConnectLine() {
  const line = useCanvas((s) => s.line)
  const offered = useCanvas((s) => s.offered)
  return (
    <>
      {line !== null && <Line line={line} />}
      {offered !== null && <PortStrip key={`${offered.device} ${offered.side}`} offered={offered} />}
    </>
  )
}

function Line({ line }: { readonly line: DrawnLine }) {
  const target = useFlow(({ scene }) => (line.over === null ? null : (scene.devices.get(line.over) ?? null)))
  const refused = line.problem !== null
  const end = target === null || refused || line.toPort !== null ? line.at : nearestEdge(target, line.start)
  const side = target === null ? OPPOSITE[line.side] : facing(target, line.start)
  return (
    <ViewportPortal>
      <svg className="layer" style={{ zIndex: LAYER.line }} aria-hidden="true">
        <path
          d={pathOf(curveFrom(line.start, line.side, end, side))}
          fill="none"
          stroke={refused ? 'var(--down)' : 'var(--you)'}
          strokeWidth="2"
          strokeDasharray={refused ? '2 4' : undefined}
        />
        {target !== null && (
          <rect
            x={target.x - 4}
            y={target.y - 4}
            width={target.width + 8}
            height={target.height + 8}
            rx="7"
            fill="none"
            stroke={refused ? 'var(--down)' : 'var(--you)'}
            strokeWidth="2"
          />
        )}
        {refused && (
          <path
            d={`M${end.x - 5} ${end.y - 5}l10 10M${end.x + 5} ${end.y - 5}l-10 10`}
            stroke="var(--down)"
            strokeWidth="2.2"
            strokeLinecap="round"
          />
        )}
      </svg>
      {refused && (
        <span className="tip" role="tooltip" style={{ left: end.x + 14, top: end.y + 14, zIndex: LAYER.line }}>
          {line.problem}
        </span>
      )}
    </ViewportPortal>
  )
}

function nearestEdge(shape: DeviceShape, from: { readonly x: number; readonly y: number }) {
  const { x, y } = centreOf(shape)
  switch (facing(shape, from)) {
    case 'top':
      return { x, y: shape.y }
    case 'bottom':
      return { x, y: shape.y + shape.height }
    case 'left':
      return { x: shape.x, y }
    case 'right':
      return { x: shape.x + shape.width, y }
  }
}

const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }
