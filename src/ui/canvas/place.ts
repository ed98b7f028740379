import type { Point } from '../../core/model/design.ts'
import type { Edit } from '../../core/model/edits.ts'
import type { VendorId } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { edit } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, type Tool, useUi } from '../../state/uiStore.ts'
import { type Box, freeWay } from '../edit/freePlace.ts'
import { placeNote } from '../edit/notes.ts'
import { useFlow } from './flowStore.ts'
import { GRID } from './grid.ts'
import { PAIR_PADDING } from './pairShapes.ts'

/** Places a palette item where `spotOf` says and selects it; what had to go elsewhere comes into view. */
export function place(tool: Tool, middle: Point, gap?: number): void {
  const { at, moved } = spotOf(tool, middle, gap)
  if (tool === 'note') return placeNote(at)
  const before = new Set(useDocument.getState().design.topology.devices.map(({ id }) => id))
  const ui = useUi.getState()
  const result = edit(editOf(tool, at))
  if (!result.ok) return ui.announce(result.message)
  const net = presentNetwork()
  const made = net.topology.devices.filter(({ id }) => !before.has(id))
  const domain = made[0] && net.domainOf.get(made[0].id)
  const targets: readonly Target[] =
    tool === 'pair' && domain !== undefined
      ? [{ kind: 'domain', id: domain.id }]
      : made.map(({ id }) => ({ kind: 'device', id }))
  ui.selectMany(targets)
  if (moved) ui.show(targets)
  ui.announce(`Placed ${made.map(({ name }) => name).join(' and ')}`)
}

/** Where an item will stand, on the grid; `box` is all that it takes, a pair's frame included. */
export interface Spot {
  readonly at: Point
  readonly box: Box
  /** It is not where it was wished. */
  readonly moved: boolean
}

/**
 * The place for an item whose middle is wished at a point: there, or the nearest place at which it covers no device and no
 * pair. A note may be written on top of anything but another note.
 */
export function spotOf(tool: Tool, middle: Point, gap?: number): Spot {
  const size = SIZE[tool]
  const at = { x: snapped(middle.x - size.x / 2), y: snapped(middle.y - size.y / 2) }
  const box = tool === 'pair' ? framed(at, size) : { ...at, width: size.x, height: size.y }
  const { devices, pairs } = useFlow.getState().scene
  const way =
    tool === 'note' ? freeWay(box, box, noteBoxes(), GRID) : freeWay(box, box, [...devices.values(), ...pairs], gap)
  return {
    at: { x: at.x + way.x, y: at.y + way.y },
    box: { ...box, x: box.x + way.x, y: box.y + way.y },
    moved: way.x !== 0 || way.y !== 0,
  }
}

function noteBoxes(): readonly Box[] {
  const { notes = [] } = useDocument.getState().design
  return notes.map(({ at, width, height }) => ({ ...at, width, height }))
}

function framed({ x, y }: Point, size: Point): Box {
  const { side, top, bottom } = PAIR_PADDING
  return { x: x - side, y: y - top, width: size.x + 2 * side, height: size.y + top + bottom }
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
export const SIZE: Readonly<Record<Tool, Point>> = {
  pair: { x: 632, y: 80 },
  switch: { x: 240, y: 80 },
  host: { x: 136, y: 56 },
  'management-switch': { x: 128, y: 36 },
  router: { x: 176, y: 56 },
  note: { x: 192, y: 80 },
}
