import type { Point } from '../../core/model/design.ts'
import type { Edit } from '../../core/model/edits.ts'
import type { VendorId } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { edit } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Tool, useUi } from '../../state/uiStore.ts'
import { placeNote } from '../edit/notes.ts'
import { GRID } from './grid.ts'

/** Puts a palette item with its middle at a point of the canvas, and selects it. */
export function place(tool: Tool, middle: Point): void {
  const size = SIZE[tool]
  const at = { x: snapped(middle.x - size.x / 2), y: snapped(middle.y - size.y / 2) }
  if (tool === 'note') return placeNote(at)
  const before = new Set(useDocument.getState().design.topology.devices.map(({ id }) => id))
  const ui = useUi.getState()
  const result = edit(editOf(tool, at))
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

function editOf(tool: Exclude<Tool, 'note'>, at: Point): Edit {
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

/** Of what is placed; a pair's place is that of its left switch. */
const SIZE: Readonly<Record<Tool, Point>> = {
  pair: { x: 632, y: 80 },
  switch: { x: 240, y: 80 },
  host: { x: 136, y: 56 },
  'management-switch': { x: 128, y: 36 },
  router: { x: 176, y: 56 },
  note: { x: 192, y: 80 },
}
