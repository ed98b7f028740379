import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import { type Tool, useUi } from '../../state/uiStore.ts'
import { later } from '../later.ts'
import { useCanvas } from './canvasStore.ts'

/** What the palette puts into a drag. */
export const DRAG_TYPE = 'application/x-mlag-device'

/** Puts a palette item with its middle at a point of the canvas, or next to what stands there, and selects it. */
export function place(tool: Tool, middle: Point, gap?: number): void {
  withPlace((it) => it.place(tool, middle, gap))
}

/** Loads when the pointer comes to the palette. */
export const withPlace = later(() => import('./place.ts'))

/** A click on the drawing places the armed palette item, whatever lies under the pointer. */
export function placeFirst(event: ReactMouseEvent): void {
  if (event.target instanceof Element && event.target.closest('.react-flow') !== null && placeArmed(event))
    event.stopPropagation()
}

/** True when an item was armed. */
function placeArmed({ clientX: x, clientY: y }: Pick<ReactMouseEvent, 'clientX' | 'clientY'>): boolean {
  const { tool, set } = useUi.getState()
  if (tool === null) return false
  set({ tool: null })
  place(tool, useCanvas.getState().toCanvas({ x, y }))
  return true
}

export function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
}

/** An item that is dragged out of the palette is armed until it is let go of. */
export function dropTool(event: DragEvent): void {
  if (event.dataTransfer.types.includes(DRAG_TYPE) && placeArmed(event)) event.preventDefault()
}
