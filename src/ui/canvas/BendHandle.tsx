import { ViewportPortal } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { bend } from '../edit/drawCommands.ts'
import type { CableShape } from './cableShapes.ts'
import { useCanvas } from './canvasStore.ts'
import { lengthOf, pointAt } from './curves.ts'
import { LAYER } from './layers.ts'
import { useFlow } from './flowStore.ts'

/** On the selected cable: dragged, it bends the cable; a double click lays it straight again. */
export function BendHandle() {
  const selection = useUi((s) => s.selection)
  const cables = useFlow((s) => s.scene.cables)
  const [only] = selection.length === 1 ? selection : []
  const shape = only?.kind === 'link' ? cables.find(({ id }) => id === only.id) : undefined
  if (shape === undefined) return null
  const { x, y } = pointAt(shape.curve, besideMark(shape))
  return (
    <ViewportPortal>
      <span
        className="bend-handle nodrag nopan held"
        data-testid="bend-handle"
        style={{ left: x, top: y, zIndex: LAYER.line }}
        title="Drag to bend the cable, double click to lay it straight. Shift and an arrow key bend it as well"
        onPointerDown={(event) => start(event, shape)}
        onDoubleClick={() => bend(shape.id, null)}
      />
    </ViewportPortal>
  )
}

/** The cable follows the pointer; letting go is one step. */
function start(event: ReactPointerEvent, { id }: CableShape): void {
  if (event.button !== 0) return
  event.stopPropagation()
  const { toCanvas } = useCanvas.getState()
  const from = toCanvas({ x: event.clientX, y: event.clientY })
  const before = useDocument.getState().design.drawing?.bends?.[id] ?? { x: 0, y: 0 }
  const stop = new AbortController()
  const { signal } = stop
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const at = toCanvas({ x: clientX, y: clientY })
      const by = { x: Math.round(before.x + at.x - from.x), y: Math.round(before.y + at.y - from.y) }
      useCanvas.setState({ bending: { link: id, by } })
    },
    { signal },
  )
  const end = (): void => {
    stop.abort()
    const { bending } = useCanvas.getState()
    if (bending !== null) bend(id, bending.by)
    useCanvas.setState({ bending: null })
  }
  addEventListener('pointerup', end, { signal })
  addEventListener('pointercancel', end, { signal })
}

/** Where the handle covers neither the mark of a failure nor the button of the cable. */
function besideMark({ curve, markAt }: CableShape): number {
  const away = BESIDE / Math.max(BESIDE * 3, lengthOf(curve))
  return markAt > 0.5 ? markAt - away : markAt + away
}

const BESIDE = 30
