import type { DragEvent, MouseEvent as ReactMouseEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import type { VendorId } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Tool, useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { GRID } from './grid.ts'

/** What the palette puts into a drag. */
export const DRAG_TYPE = 'application/x-mlag-device'

/** Puts a palette item with its middle at a point of the canvas, and selects it. */
export function place(tool: Tool, middle: Point): void {
  const size = SIZE[tool]
  const at = { x: snapped(middle.x - size.x / 2), y: snapped(middle.y - size.y / 2) }
  if (tool === 'note') return void import('../edit/notes.ts').then(({ placeNote }) => placeNote(at))
  const before = new Set(useDocument.getState().design.topology.devices.map(({ id }) => id))
  const ui = useUi.getState()
  const result = useDocument.getState().edit(editOf(tool, at))
  if (!result.ok) {
    ui.announce(result.message)
    return
  }
  const net = presentNetwork()
  const made = net.topology.devices.filter(({ id }) => !before.has(id))
  const domain = made[0] && net.domainOf.get(made[0].id)
  if (tool === 'pair' && domain !== undefined) ui.select({ kind: 'domain', id: domain.id })
  else ui.selectMany(made.map(({ id }) => ({ kind: 'device', id })))
  ui.announce(`Placed ${made.map(({ name }) => name).join(' and ')}`)
}

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

function editOf(
  tool: Exclude<Tool, 'note'>,
  at: Point,
): Parameters<ReturnType<typeof useDocument.getState>['edit']>[0] {
  switch (tool) {
    case 'pair':
      return { type: 'add-pair', vendor: usualVendor(), at }
    case 'switch':
      return { type: 'add-device', kind: 'switch', vendor: usualVendor(), at }
    case 'host':
    case 'management-switch':
    case 'router':
      return { type: 'add-device', kind: tool, at }
  }
}

/** The platform of the switch that was drawn last: designs seldom mix. */
function usualVendor(): VendorId {
  const last = presentNetwork().topology.devices.findLast((device) => device.kind === 'switch')
  return last?.kind === 'switch' ? last.vendor : 'cisco-nxos'
}

function snapped(value: number): number {
  return Math.round(value / GRID) * GRID
}

const TOOLS: readonly Tool[] = ['pair', 'switch', 'host', 'management-switch', 'router', 'note']

/** Of what is placed; a pair's place is that of its left switch. */
const SIZE: Readonly<Record<Tool, Point>> = {
  pair: { x: 632, y: 80 },
  switch: { x: 240, y: 80 },
  host: { x: 136, y: 56 },
  'management-switch': { x: 128, y: 36 },
  router: { x: 176, y: 56 },
  note: { x: 192, y: 80 },
}
