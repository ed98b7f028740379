import { ViewportPortal } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Point } from '../../core/model/design.ts'
import type { Tool } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { LAYER } from './layers.ts'
import { SIZE, spotOf } from './place.ts'
import { pointer } from './pointer.ts'

/** The outline of the armed palette item, at the very place at which a click or the drop puts it. */
export function Ghost({ tool }: { readonly tool: Tool }) {
  const middle = usePointer()
  if (middle === null) return null
  const { at, box, moved } = spotOf(tool, middle)
  const { x: width, y: height } = SIZE[tool]
  const peer = tool === 'pair' ? SIZE.switch : null
  return (
    <ViewportPortal>
      {moved && (
        // The free place may be out of sight: the line says where it is.
        <svg className="layer" style={{ zIndex: LAYER.line }} aria-hidden="true">
          <path
            d={`M${middle.x} ${middle.y}L${box.x + box.width / 2} ${box.y + box.height / 2}`}
            stroke="var(--you)"
            strokeDasharray="2 4"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      )}
      <div
        className="ghost"
        data-tool={tool}
        aria-hidden="true"
        style={{ left: box.x, top: box.y, width: box.width, height: box.height, zIndex: LAYER.line }}
      >
        {peer !== null &&
          [at.x, at.x + width - peer.x].map((left) => (
            <div
              key={left}
              className="ghost"
              style={{ left: left - box.x, top: at.y - box.y, width: peer.x, height: peer.y }}
            />
          ))}
        <span className="ghost-name" style={{ top: at.y - box.y, height }}>
          {NAMES[tool]}
        </span>
      </div>
    </ViewportPortal>
  )
}

/** Where the pointer is on the canvas, also while something is dragged in; null while it is elsewhere. */
function usePointer(): Point | null {
  const [at, setAt] = useState(pointer.at)
  useEffect(() => {
    const follow = ({ target, clientX: x, clientY: y }: MouseEvent): void => {
      const over = target instanceof Element && target.closest('.react-flow') !== null
      setAt(over ? useCanvas.getState().toCanvas({ x, y }) : null)
    }
    const gone = (): void => setAt(null)
    document.addEventListener('pointermove', follow)
    document.addEventListener('dragover', follow)
    document.documentElement.addEventListener('pointerleave', gone)
    return () => {
      document.removeEventListener('pointermove', follow)
      document.removeEventListener('dragover', follow)
      document.documentElement.removeEventListener('pointerleave', gone)
    }
  }, [])
  return at
}

const NAMES: Readonly<Record<Tool, string>> = {
  pair: 'MLAG pair',
  switch: 'Switch',
  host: 'Server',
  'management-switch': 'Management switch',
  router: 'Router',
  note: 'Note',
}
