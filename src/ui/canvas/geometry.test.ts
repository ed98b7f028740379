import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../core/model/design.ts'
import { toId, type DeviceId } from '../../core/model/ids.ts'
import type { Topology } from '../../core/model/topology.ts'
import { distance, pointAt } from './curves.ts'
import { outlet } from './deviceShapes.ts'
import { sceneOf, type Scene } from './geometry.ts'
import { bond, bundle, pairTopology } from './testing/drawings.ts'

test('ports look at their neighbours: down to servers, sideways to the peer, up to the management switch', () => {
  const scene = pairScene()
  expect(sidesOf(scene, 'leaf-a')).toEqual({
    'leaf-a:1': 'bottom',
    'leaf-a:2': 'bottom',
    'leaf-a:3': 'bottom',
    'leaf-a:53': 'right',
    'leaf-a:54': 'right',
    'leaf-a:mgmt0': 'top',
  })
  expect(sidesOf(scene, 'srv-1')).toEqual({ 'srv-1:1': 'top', 'srv-1:2': 'top' })
  expect(sidesOf(scene, 'mgmt-1')).toEqual({ 'mgmt-1:1': 'left', 'mgmt-1:2': 'right' })
})

test('ports on one edge stand in the order of their neighbours', () => {
  const xs = pairScene()
    .devices.get(toId<'device'>('leaf-a'))
    ?.ports.filter(({ side }) => side === 'bottom')
    .toSorted((a, b) => a.x - b.x)
    .map(({ id }) => id)
  // The orphan server stands at the far left, srv-1 and srv-2 follow.
  expect(xs).toEqual(['leaf-a:3', 'leaf-a:1', 'leaf-a:2'])
})

test('management ports take the inner end of the top edge', () => {
  const scene = pairScene()
  expect(spot(scene, 'leaf-a', 'leaf-a:mgmt0').x).toBeGreaterThan(120)
  expect(spot(scene, 'leaf-b', 'leaf-b:mgmt0').x).toBeLessThan(120)
})

test('peer-link cables between level peers are level and 22 apart', () => {
  const [first, second] = pairScene().cables.filter(({ kind }) => kind === 'peer-link')
  expect(first?.curve.every(({ y }) => y === first.curve[0].y)).toBe(true)
  expect((second?.curve[0].y ?? 0) - (first?.curve[0].y ?? 0)).toBe(22)
})

test('parallel cables never meet, however the devices stand', () => {
  for (const at of [
    { x: 0, y: 300 },
    { x: 700, y: 300 },
    { x: 400, y: 0 },
    { x: 60, y: 40 },
    { x: -500, y: 120 },
  ]) {
    const scene = sceneOf(bundle(4), (id) => (id === 'sw' ? { x: 200, y: 60 } : at))
    for (const [i, a] of scene.cables.entries()) {
      for (const b of scene.cables.slice(i + 1)) {
        const gaps = Array.from({ length: 41 }, (_, step) => {
          const point = pointAt(a.curve, step / 40)
          return Math.min(...Array.from({ length: 41 }, (_, other) => distance(point, pointAt(b.curve, other / 40))))
        })
        expect(Math.min(...gaps)).toBeGreaterThan(5)
      }
    }
  }
})

test('a switch grows by one pitch for every port beyond four on an edge', () => {
  const width = (ports: number): number =>
    sceneOf(bundle(ports), (id) => (id === 'sw' ? { x: 0, y: 0 } : { x: 0, y: 400 })).devices.get(toId('sw'))?.width ??
    0
  expect([width(1), width(4), width(5), width(6)]).toEqual([240, 240, 288, 336])
})

test('the container holds both peers with its padding', () => {
  expect(pairScene().pairs).toEqual([{ ...PEERS, id: 'dom', x: 112, y: 108, width: 680, height: 160 }])
})

test('the ring of a bond lies just above the device that its members reach', () => {
  const scene = pairScene()
  const ring = scene.ribbons.find(({ id }) => id === 'bond-1')
  const server = scene.devices.get(toId<'device'>('srv-1'))
  expect(ring?.upright).toBe(false)
  expect((server?.y ?? 0) - ((ring?.y ?? 0) + (ring?.height ?? 0) / 2)).toBe(28)
  const peerLink = scene.ribbons.find(({ id }) => id === 'bond-pl')
  expect(peerLink).toMatchObject({ upright: true, tag: 'below', height: 40 })
})

test('two rings side by side carry their tags on the outside', () => {
  const topology = bundle(2)
  const [a, b] = topology.links
  const ends = [{ device: toId<'device'>('sw') }, { device: toId<'device'>('other') }] as const
  const bonds = [bond('left', a === undefined ? [] : [a], ends), bond('right', b === undefined ? [] : [b], ends)]
  const scene = sceneOf({ ...topology, bonds }, (id) => (id === 'sw' ? { x: 0, y: 0 } : { x: 0, y: 400 }))
  expect(scene.ribbons.map(({ id, tag }) => [id, tag])).toEqual([
    ['left', 'left'],
    ['right', 'right'],
  ])
})

test('the buttons of crossing cables do not cover each other', () => {
  const places = pairScene().cables.map(({ curve, markAt }) => pointAt(curve, markAt))
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(21)
  }
})

test('free places keep clear of the ports that are there', () => {
  const leaf = pairScene().devices.get(toId<'device'>('leaf-a'))
  for (const free of leaf?.free ?? []) {
    for (const port of leaf?.ports ?? []) expect(distance(free, port)).toBeGreaterThan(12)
  }
  expect(leaf?.free.map(({ side }) => side)).toContain('bottom')
})

test('what did not change stays the same object', () => {
  const before = pairScene()
  const after = sceneOf(pairTopology(), placed({ 'srv-2': { x: 500, y: 448 } }), { before })
  expect(after.devices.get(toId<'device'>('srv-1'))).toBe(before.devices.get(toId<'device'>('srv-1')))
  expect(after.devices.get(toId<'device'>('srv-2'))).not.toBe(before.devices.get(toId<'device'>('srv-2')))
  expect(after.cables[0]).toBe(before.cables[0])
})

test('a scene made from the one before is the scene made from nothing', () => {
  const topology = pairTopology()
  const ids = topology.devices.map(({ id }) => id)
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...ids), fc.integer({ min: -300, max: 900 }), fc.integer({ max: 900, min: -300 })),
    {
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(steps, (moves) => {
      let places: Readonly<Record<string, Point>> = PLACES
      let before = sceneOf(topology, placed(places))
      for (const [id, x, y] of moves) {
        places = { ...places, [id]: { x, y } }
        before = sceneOf(topology, placed(places), { before })
        expect(before).toEqual(sceneOf(topology, placed(places)))
      }
    }),
    { seed: 6, numRuns: 40 },
  )
})

test('the same holds when things come, go, are plugged otherwise or drawn wide', () => {
  const all = pairTopology()
  const without = {
    device: ({ devices, ...rest }: Topology, at: number) => ({ ...rest, devices: devices.toSpliced(at, 1) }),
    link: ({ links, ...rest }: Topology, at: number) => ({ ...rest, links: links.toSpliced(at, 1) }),
    bond: ({ bonds, ...rest }: Topology, at: number) => ({ ...rest, bonds: bonds.toSpliced(at, 1) }),
    domain: ({ domains, ...rest }: Topology, at: number) => ({ ...rest, domains: domains.toSpliced(at, 1) }),
  } as const
  const what = fc.constantFrom('device', 'link', 'bond', 'domain', 'turn', 'wide', 'back')
  const steps = fc.array(fc.tuple(what, fc.nat({ max: 11 })), { maxLength: 8 })
  fc.assert(
    fc.property(steps, (changes) => {
      let [topology, wide]: [Topology, readonly string[]] = [all, []]
      let before = sceneOf(topology, placed({}))
      for (const [change, at] of changes) {
        if (change === 'back') [topology, wide] = [pairTopology(), []]
        else if (change === 'wide') wide = wide.length > 0 ? [] : ['leaf-a']
        else if (change === 'turn') topology = { ...topology, links: topology.links.toReversed() }
        else topology = without[change](topology, at)
        before = sceneOf(topology, placed({}), { before, wide })
        expect(before).toEqual(sceneOf({ ...topology }, placed({}), { wide }))
      }
    }),
    { seed: 6, numRuns: 120 },
  )
})

test('after a rename every shape stays the same object, in whatever topology; after a cable is gone what is left is right', () => {
  const topology = pairTopology()
  const before = sceneOf(topology, placed({}))
  const [first, ...others] = topology.devices
  const renamed = { ...topology, devices: [{ ...first!, name: 'other' }, ...others] }
  const after = sceneOf(renamed, placed({}), { before })
  expect(after.cables).toBe(before.cables)
  expect([...after.devices.values()].every((shape) => shape === before.devices.get(shape.id))).toBe(true)
  const fewer = { ...topology, links: topology.links.slice(1) }
  expect(sceneOf(fewer, placed({}), { before })).toEqual(sceneOf(fewer, placed({})))
})

test('cables start and end at the outlets of their ports', () => {
  const scene = pairScene()
  for (const { curve, devices, ports } of scene.cables) {
    for (const [index, end] of [curve[0], curve[3]].entries()) {
      const shape = scene.devices.get(devices[index === 0 ? 0 : 1])
      const at = shape?.ports.find(({ id }) => id === ports[index === 0 ? 0 : 1])
      if (shape === undefined || at === undefined) throw new Error('no such port')
      expect(end).toEqual(outlet(shape, at))
    }
  }
})

const PEERS = { peers: ['leaf-a', 'leaf-b'] }

const PLACES: Readonly<Record<string, Point>> = {
  'mgmt-1': { x: 388, y: 34 },
  'leaf-a': { x: 136, y: 164 },
  'leaf-b': { x: 528, y: 164 },
  'srv-3': { x: 40, y: 448 },
  'srv-1': { x: 232, y: 448 },
  'srv-2': { x: 452, y: 448 },
}

function pairScene(): Scene {
  return sceneOf(pairTopology(), placed({}))
}

function placed(moved: Readonly<Record<string, Point>>): (id: DeviceId) => Point {
  return (id) => moved[id] ?? PLACES[id] ?? { x: 0, y: 0 }
}

function sidesOf(scene: Scene, device: string): Readonly<Record<string, string>> {
  const ports = scene.devices.get(toId<'device'>(device))?.ports ?? []
  return Object.fromEntries(ports.map(({ id, side }) => [id, side]))
}

function spot(scene: Scene, device: string, port: string): Point {
  const found = scene.devices.get(toId<'device'>(device))?.ports.find(({ id }) => id === port)
  if (found === undefined) throw new Error(`no port ${port}`)
  return found
}
