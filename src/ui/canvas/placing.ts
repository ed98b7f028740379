import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import { type Tool, useUi } from '../../state/uiStore.ts'
import { later } from '../later.ts'
import { useCanvas } from './canvasStore.ts'

/** What the palette puts into a drag. */
export const DRAG_TYPE = 'application/x-mlag-device'

/** Puts a palette item with its middle at a point of the canvas, and selects it. */
export function place(tool: Tool, middle: Point): void {
  withPlace((it) => it.place(tool, middle))
}

/** Loads when the pointer comes to the palette. */
export const withPlace = later(() => import('./place.ts'))

/** A click on the empty canvas places the armed palette item. True when one was armed. */
export function placeArmed(event: ReactMouseEvent): boolean {
  const { tool, set } = useUi.getState()
  if (tool === null) return false
  set({ tool: null })
  place(tool, useCanvas.getState().toCanvas({ x: event.clientX, y: event.clientY }))
  return true
}

export function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
}

export function dropTool(event: DragEvent): void {
  const tool = TOOLS.find((known) => known === event.dataTransfer.getData(DRAG_TYPE))
  if (tool === undefined) return
  event.preventDefault()
  place(tool, useCanvas.getState().toCanvas({ x: event.clientX, y: event.clientY }))
}

const TOOLS: readonly Tool[] = ['pair', 'switch', 'host', 'management-switch', 'router', 'note']
