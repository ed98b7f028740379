import { expect, test } from 'vitest'
import type { LayoutEdge } from '../../../state/layout.ts'
import { toId } from '../../../core/model/ids.ts'
import { blocksOf, edgesBetween, inRows } from './blocks.ts'
import type { Unit } from './units.ts'

const unit = (id: string): Unit => ({ id, devices: [toId(id)] })
const servers = (count: number) => Array.from({ length: count }, (_, at) => unit(`srv-${at}`))
const below = (parent: string, units: readonly Unit[]): readonly LayoutEdge[] =>
  units.map(({ id }) => ({ from: parent, to: id }))

test('eight servers of a pair are a row, nine are a block in the order given', () => {
  const nine = servers(9)
  expect(blocksOf([unit('pair'), ...nine.slice(1)], below('pair', nine.slice(1)))).toEqual([])
  expect(blocksOf([unit('pair'), ...nine], below('pair', nine))).toEqual([{ id: 'below pair', units: nine }])
})

test('what hangs on two units, or has something below it, stands by itself', () => {
  const ten = servers(10)
  const edges = [
    ...below('pair', ten),
    { from: 'other', to: 'srv-0' },
    { from: 'srv-1', to: 'desk' },
    { from: 'top', to: 'pair' },
  ]
  expect(blocksOf([unit('pair'), ...ten], edges)).toEqual([])
  const twelve = servers(12)
  const [block] = blocksOf(twelve, [...below('pair', twelve), { from: 'other', to: 'srv-0' }])
  expect(block?.units).toEqual(twelve.slice(1))
})

test('edges to the servers of a block become one edge to the block', () => {
  const nine = servers(9)
  const edges = [{ from: 'top', to: 'pair' }, ...below('pair', nine)]
  expect(edgesBetween(edges, [{ id: 'below pair', units: nine }])).toEqual([
    { from: 'top', to: 'pair' },
    { from: 'pair', to: 'below pair' },
  ])
})

test('forty servers stand in five rows, and no two overlap or stand under each other in rows that follow', () => {
  const { places, size } = inRows(Array.from({ length: 40 }, () => ({ width: 136, height: 56 })))
  expect(places).toHaveLength(40)
  const rows = [...new Set(places.map(({ y }) => y))]
  expect(rows.map((row) => places.filter(({ y }) => y === row).length)).toEqual([9, 8, 9, 8, 6])
  expect(size.width / size.height).toBeCloseTo(2, 0)
  const inside = places.every(({ x, y }) => x >= 0 && x + 136 <= size.width && y + 56 <= size.height)
  const pairs = places.flatMap((a, index) => places.slice(index + 1).map((b) => [a, b] as const))
  const crowded = pairs.filter(([a, b]) => a.y === b.y && b.x - a.x < 136 + 64)
  const under = pairs.filter(([a, b]) => a.y !== b.y && b.y - a.y < 200 && Math.abs(b.x - a.x) < 100)
  expect([inside, crowded, under]).toEqual([true, [], []])
})

test('servers of different widths get one step; none is no block', () => {
  const { places, size } = inRows([
    ...Array.from({ length: 9 }, () => ({ width: 136, height: 56 })),
    { width: 200, height: 56 },
  ])
  expect(places[1]?.x).toBe(288)
  expect(size.height).toBeGreaterThan(56)
  expect(inRows([])).toMatchObject({ places: [] })
})
