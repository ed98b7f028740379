import { ViewportPortal } from '@xyflow/react'
import { useCanvas } from './canvasStore.ts'
import { LAYER } from './layers.ts'

/** The lines along which what is dragged stands, with the distance to what it lines up with. */
export function Guides() {
  const guides = useCanvas((s) => s.guides)
  return (
    <ViewportPortal>
      <svg className="layer" style={{ zIndex: LAYER.line }} aria-hidden="true">
        {guides.map(({ from, to }) => (
          <path
            key={`${from.x} ${from.y} ${to.x} ${to.y}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            stroke="var(--you)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {guides.map(({ from, to, distance }) => (
        <span
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          className="guide-distance"
          style={{ left: (from.x + to.x) / 2, top: (from.y + to.y) / 2, zIndex: LAYER.line }}
          aria-hidden="true"
        >
          {distance}
        </span>
      ))}
    </ViewportPortal>
  )
}
