import { expect, test } from 'vitest'
import type { Design } from '../../core/model/design.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { compactNotes, compactPlaces } from './compact.ts'
import { sceneOf, type Scene } from './geometry.ts'

for (const { id, build } of TEMPLATES) {
  test(`${id}: small faces keep their order and meet neither each other nor another’s pair`, () => {
    const design = build()
    const [scene, full] = [smallScene(design), fullScene(design)]
    const boxes = [...scene.devices.values()]
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) expect([a.id, b.id, meet(a, b)]).toEqual([a.id, b.id, false])
      for (const pair of scene.pairs.filter(({ peers }) => !peers.includes(a.id))) {
        expect([a.id, pair.id, meet(a, pair)]).toEqual([a.id, pair.id, false])
      }
    }
    const places = (of: Scene) => (device: DeviceId) => of.devices.get(device)?.y ?? 0
    const above = (y: (device: DeviceId) => number, least: number) =>
      boxes.flatMap((a) => boxes.flatMap((b) => (y(a.id) + least < y(b.id) ? [`${a.id} ${b.id}`] : [])))
    expect(above(places(scene), 0)).toEqual(expect.arrayContaining(above(places(full), 130)))
  })
}

test('the first template fits an upright phone at its full size', () => {
  const { devices, pairs } = smallScene(TEMPLATES[0]!.build())
  const boxes = [...devices.values(), ...pairs]
  const left = Math.min(...boxes.map(({ x }) => x))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  expect(right - left).toBeLessThanOrEqual(390 - 16)
})

test('every cable is still drawn between its ports', () => {
  for (const { build } of TEMPLATES) {
    const design = build()
    expect(smallScene(design).cables.map(({ id }) => id)).toEqual(fullScene(design).cables.map(({ id }) => id))
  }
})

test('notes stand below the drawing in reading order and do not meet', () => {
  const scene = smallScene(TEMPLATES[0]!.build())
  const note = (id: string, x: number, y: number) => ({
    id: toId<'note'>(id),
    text: id,
    at: { x, y },
    width: 200,
    height: 60,
  })
  const places = compactNotes([note('last', 0, 900), note('right', 500, 0), note('left', 0, 0)], scene)
  const bottom = Math.max(...[...scene.devices.values()].map(({ y, height }) => y + height))
  expect([...places.keys()]).toEqual(['left', 'right', 'last'])
  const tops = [...places.values()].map(({ y }) => y)
  expect(tops[0]).toBeGreaterThan(bottom)
  for (const [index, y] of tops.slice(1).entries()) expect(y).toBeGreaterThan((tops[index] ?? 0) + 60)
})

function smallScene({ topology, layout }: Design): Scene {
  const places = compactPlaces(topology, (id) => layout[id] ?? ORIGIN)
  return sceneOf(topology, (id) => places.get(id) ?? ORIGIN, { small: true })
}

function fullScene({ topology, layout }: Design): Scene {
  return sceneOf(topology, (id) => layout[id] ?? ORIGIN)
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

const ORIGIN = { x: 0, y: 0 }
