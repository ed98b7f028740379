import type { Point } from '../../../core/model/design.ts'
import type { LayoutEdge } from '../../../state/layout.ts'
import { GRID } from '../../canvas/grid.ts'
import type { Unit } from './units.ts'

/** Servers below one pair or switch that are too many for a row; placed as one, in rows. */
export interface Block {
  /** The id of the unit that they hang on, with a mark. */
  readonly id: string
  readonly units: readonly Unit[]
}

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * What hangs on one unit only and has nothing below it, where that is more than a row shows; in the order of `units`.
 * `edges` run from what stands above to what stands below.
 */
export function blocksOf(units: readonly Unit[], edges: readonly LayoutEdge[]): readonly Block[] {
  const above = new Map<string, Set<string>>()
  for (const { from, to } of edges) above.set(to, (above.get(to) ?? new Set()).add(from))
  const hangsOn = new Map<string, Unit[]>()
  for (const unit of units) {
    const [parent, ...others] = above.get(unit.id) ?? []
    if (parent === undefined || others.length > 0 || edges.some(({ from }) => from === unit.id)) continue
    hangsOn.set(parent, [...(hangsOn.get(parent) ?? []), unit])
  }
  return [...hangsOn].flatMap(([parent, below]) =>
    below.length > LONGEST_ROW ? [{ id: `below ${parent}`, units: below }] : [],
  )
}

/** Edges between what is placed: those to units of a block lead to the block, once. */
export function edgesBetween(edges: readonly LayoutEdge[], blocks: readonly Block[]): readonly LayoutEdge[] {
  const blockOf = new Map(blocks.flatMap(({ id, units }) => units.map((unit) => [unit.id, id] as const)))
  const seen = new Set<string>()
  return edges.flatMap(({ from, to }) => {
    const edge = { from, to: blockOf.get(to) ?? to }
    const key = `${edge.from}\n${edge.to}`
    if (seen.has(key)) return []
    seen.add(key)
    return [edge]
  })
}

/**
 * Top left corners in rows like bricks, from the block's own corner, and the size of it all. Every second row is
 * shifted by half a step, so that cables to a row run between the servers of the row above.
 */
export function inRows(sizes: readonly Size[]): { readonly places: readonly Point[]; readonly size: Size } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(sizes.length * ROWS_ARE_WIDER)))
  // Half a step is on the grid as well.
  const step = {
    x: upTo(2 * GRID, Math.max(0, ...sizes.map(({ width }) => width)) + GAP.x),
    y: upTo(GRID, Math.max(0, ...sizes.map(({ height }) => height)) + GAP.y),
  }
  // All cables of the block turn above its first row.
  const top = columns * CABLES_TURN
  const rows = rowsOf(sizes.length, columns)
  const places = rows.flatMap((count, row) => {
    const shift = row % 2 === 1 ? step.x / 2 : 0
    const spare = columns - (row % 2) - count
    // The last row stands in the middle, still between the servers above it.
    const left = shift + Math.floor(spare / 2) * step.x
    return Array.from({ length: count }, (_, at) => ({ x: left + at * step.x, y: top + row * step.y }))
  })
  return { places, size: { width: columns * step.x - GAP.x, height: top + rows.length * step.y - GAP.y } }
}

/** How many stand in each row: as many as there are columns, one less in every second row, the rest in the last. */
function rowsOf(count: number, columns: number): readonly number[] {
  const rows: number[] = []
  for (let left = count; left > 0; left -= rows.at(-1) ?? left)
    rows.push(Math.min(left, Math.max(1, columns - (rows.length % 2))))
  return rows
}

function upTo(step: number, value: number): number {
  return Math.ceil(value / step) * step
}

/** More than these in a row are too small to read where the whole row is shown. */
const LONGEST_ROW = 8
/** Of a block's width to its height in servers, so that it has about the shape of the canvas. */
const ROWS_ARE_WIDER = 2
/** Room for two cables beside each other, and for a bond's ring, its tag and the ways of cables above a row. */
const GAP = { x: 64, y: 112 }
/** Height that the cables to one server of a row need above it, in px. */
const CABLES_TURN = 12
