import { describe, expect, test } from 'vitest'
import { layer34 } from '../bridge/hash.ts'
import { has, withBits } from './identity.ts'
import { addLag, addPort, distributingPorts, isDistributing, isLagOperational, portsOf } from './system.ts'
import {
  addCable,
  addNode,
  cableOf,
  createLab,
  input,
  portAt,
  run,
  schedule,
  sentBy,
  setLight,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import type { Cable, Lab, NodeSpec } from './testing/twoNodes.ts'
import { BIT } from './types.ts'
import type { LacpSystem } from './types.ts'

// The scenario families of the public simulation by the editor of IEEE 802.1AX (github.com/srhaddock/LinkAggSim). What
// is expected are the end states that the standard asks for: which links aggregate, which stay out. Where the standard
// leaves the choice of the aggregator open, ours is to keep what runs; that simulation moves to the preferred one.

const PORTS = [1, 2, 3, 4, 5, 6, 7, 8]

/** Ports that distribute, by aggregator. */
type Aggregates = Readonly<Record<number, readonly number[]>>

describe('basic', () => {
  test('links between two systems share one aggregator; a link that returns or moves joins it again', () => {
    const lab = bridges('a', 'b', 'c')
    const [first, second] = [addCable(lab, 'a:1', 'b:1'), addCable(lab, 'a:2', 'b:2', 5_000)]
    addCable(lab, 'a:3', 'b:3', 10_000)
    run(lab, 15_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])

    light(lab, 15_000, first, false)
    run(lab, 15_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    light(lab, 20_000, first, true)
    run(lab, 20_010)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])

    light(lab, 25_000, second, false)
    addCable(lab, 'a:2', 'b:4', 30_000)
    run(lab, 35_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 3, 4] }])
    // Its partner has moved to port 4.
    expect(portAt(lab, 'b:2')).toMatchObject({ selected: 'unselected', aggregator: null, partner: { port: 0 } })

    addCable(lab, 'a:5', 'c:1', 40_000)
    addCable(lab, 'a:6', 'c:3', 45_000)
    run(lab, 50_000)
    expect(at(lab, 'a')).toEqual({ 1: [1, 2, 3], 5: [5, 6] })
    expect([at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 3, 4] }, { 1: [1, 3] }])
  })
})

describe('preferred aggregator', () => {
  test('the aggregator of the first port stays the aggregation’s, whichever port joins later', () => {
    const lab = bridges('a', 'b', 'c')
    const first = addCable(lab, 'a:2', 'b:3')
    addCable(lab, 'a:3', 'b:4', 5_000)
    addCable(lab, 'a:4', 'b:2', 10_000)
    run(lab, 15_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 2: [2, 3, 4] }, { 3: [2, 3, 4] }])
    expect(steps(lab, 'b:3', 'mux').at(-1)?.[0]).toBeLessThan(5_000)

    light(lab, 15_000, first, false)
    addCable(lab, 'a:2', 'c:1', 20_000)
    run(lab, 25_000)
    // The port that lent its aggregator finds it in use and takes a free one; the running ports never notice.
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [2], 2: [3, 4] }, { 3: [2, 4] }, { 1: [1] }])
    for (const port of ['a:3', 'a:4']) expect(steps(lab, port, 'mux').at(-1)?.[0]).toBeLessThan(15_000)
  })

  test('links that come up together take the aggregator of the lowest port at each end', () => {
    const lab = bridges('a', 'b')
    for (const [a, b] of [
      [4, 2],
      [2, 3],
      [3, 4],
    ])
      addCable(lab, `a:${a}`, `b:${b}`)
    run(lab, 5_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 2: [2, 3, 4] }, { 2: [2, 3, 4] }])
  })
})

describe('loopback', () => {
  test('ports looped to themselves aggregate with each other', () => {
    const lab = bridges('a')
    const first = addCable(lab, 'a:1', 'a:1')
    addCable(lab, 'a:6', 'a:6', 5_000)
    run(lab, 10_000)
    expect(at(lab, 'a')).toEqual({ 1: [1, 6] })
    light(lab, 10_000, first, false)
    run(lab, 10_000)
    expect(at(lab, 'a')).toEqual({ 1: [6] })
  })

  test('links between two ports of one system make an aggregation with an aggregator at each end', () => {
    const lab = bridges('a')
    addCable(lab, 'a:2', 'a:4')
    addCable(lab, 'a:3', 'a:5', 5_000)
    const third = addCable(lab, 'a:1', 'a:6', 10_000)
    run(lab, 15_000)
    expect(at(lab, 'a')).toEqual({ 2: [1, 2, 3], 4: [4, 5, 6] })
    light(lab, 15_000, third, false)
    run(lab, 15_000)
    expect(at(lab, 'a')).toEqual({ 2: [2, 3], 4: [4, 5] })
  })
})

describe('non-aggregatable', () => {
  test('a link with an individual port at either end stays alone until both ends aggregate', () => {
    const lab = bridges('a', 'b')
    for (const port of ['a:2', 'a:5', 'b:2', 'b:5']) schedule(lab, 0, () => setAggregation(lab, port, false))
    addCable(lab, 'a:2', 'b:3')
    addCable(lab, 'a:3', 'b:4')
    addCable(lab, 'a:4', 'b:2')
    run(lab, 5_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 2: [2], 3: [3], 4: [4] },
      { 2: [2], 3: [3], 4: [4] },
    ])

    addCable(lab, 'a:5', 'b:1', 5_000)
    addCable(lab, 'a:6', 'b:6', 10_000)
    addCable(lab, 'a:1', 'b:5', 15_000)
    run(lab, 20_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1], 2: [2], 3: [3, 6], 4: [4], 5: [5] },
      { 1: [1], 2: [2], 3: [3], 4: [4, 6], 5: [5] },
    ])

    schedule(lab, 20_000, () => setAggregation(lab, 'a:2', true))
    run(lab, 25_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1], 3: [2, 3, 6], 4: [4], 5: [5] },
      { 1: [1], 2: [2], 4: [3, 4, 6], 5: [5] },
    ])
  })
})

describe('limited aggregators', () => {
  test('where a key has one aggregator, ports of another aggregation wait until it is free', () => {
    const lab = bridges('b', 'c')
    addNode(lab, 'a', { system: system('a'), ports: [1, 2] })
    addSecondLag(lab, 'a', [3, 4, 5])
    for (const port of [1, 2]) addCable(lab, `a:${port}`, `b:${port}`)
    const [third, fourth, fifth] = [3, 4, 5].map((port) => addCable(lab, `a:${port}`, `b:${port}`, 5_000))
    run(lab, 10_000)
    // Two keys, hence two aggregations between the same systems.
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [3, 4, 5] })
    expect(at(lab, 'b')).toEqual({ 1: [1, 2], 3: [3, 4, 5] })

    light(lab, 10_000, fourth, false)
    light(lab, 10_000, fifth, false)
    for (const port of [4, 5]) addCable(lab, `a:${port}`, `c:${port}`, 15_000)
    run(lab, 20_000)
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [3] })
    expect(at(lab, 'c')).toEqual({})
    for (const port of ['a:4', 'a:5']) expect(portAt(lab, port)).toMatchObject({ rx: 'current', mux: 'detached' })

    light(lab, 20_000, third, false)
    run(lab, 25_000)
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [4, 5] })
    expect(at(lab, 'c')).toEqual({ 4: [4, 5] })
  })
})

describe('dual homing', () => {
  test('with one aggregator the links to one system carry, and those to the other take over only when it is gone', () => {
    const lab = bridges('b', 'c')
    addNode(lab, 'a', { system: system('a'), ports: PORTS })
    const [first, fourth] = [addCable(lab, 'a:1', 'b:1'), addCable(lab, 'a:4', 'b:4')]
    addCable(lab, 'a:3', 'c:3')
    run(lab, 5_000)
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 4] }, { 1: [1, 4] }, {}])
    expect(portAt(lab, 'c:3')).toMatchObject({ rx: 'current', mux: 'attached' })
    expect(has(portAt(lab, 'c:3').partner, BIT.synchronization)).toBe(false)

    light(lab, 10_000, first, false)
    run(lab, 10_000)
    expect(at(lab, 'a')).toEqual({ 1: [4] })
    light(lab, 15_000, fourth, false)
    run(lab, 20_000)
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [3] }, {}, { 3: [3] }])

    addCable(lab, 'a:2', 'c:2', 20_000)
    light(lab, 25_000, fourth, true)
    light(lab, 25_000, first, true)
    run(lab, 30_000)
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [2, 3] }, {}, { 3: [2, 3] }])
  })

  test('two systems that announce one system id, with port numbers of their own, are one partner', () => {
    const lab = createLab()
    addNode(lab, 'a', { system: system('a'), ports: [1, 2] })
    addNode(lab, 'b', { system: system('e'), ports: [1] })
    addNode(lab, 'c', { system: system('e'), ports: [101] })
    addCable(lab, 'a:1', 'b:1')
    const second = addCable(lab, 'a:2', 'c:101')
    run(lab, 5_000)
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 2] }, { 1: [1] }, { 1: [101] }])
    light(lab, 5_000, second, false)
    run(lab, 5_000)
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1] }, { 1: [1] }, {}])
  })
})

describe('distribution', () => {
  test('every conversation has one link of the distributing set, in the same order at every change', () => {
    const ports = [1, 2, 3]
    const lab = twoNodes({ ports }, { ports })
    const conversations = Array.from({ length: 64 }, (_, n) => layer34('10.0.0.1', '10.0.0.2', 40_000 + n, 7_000))
    run(lab, 5_000)
    const before = conversations.map((hash) => linkOf(lab, hash))
    expect(new Set(before)).toEqual(new Set(ports))

    light(lab, 6_000, cableOf(lab, 1), false)
    run(lab, 6_000)
    const during = conversations.map((hash) => linkOf(lab, hash))
    expect(new Set(during)).toEqual(new Set([1, 3]))

    light(lab, 10_000, cableOf(lab, 1), true)
    run(lab, 10_010)
    expect(conversations.map((hash) => linkOf(lab, hash))).toEqual(before)
    // Ports that stayed changed nothing: the set was recomputed once for each change.
    for (const port of ['a:1', 'a:3']) expect(portAt(lab, port).muxSince).toBe(2_002_000)
  })

  test('no end ever distributes on a link on which the other does not collect, under independent control', () => {
    const ports = [1, 2]
    const lab = twoNodes({ ports, muxControl: 'independent' }, { ports, muxControl: 'independent' })
    light(lab, 8_000, cableOf(lab, 0), false)
    light(lab, 12_000, cableOf(lab, 0), true)
    for (let ms = 0; ms < 20_000; ms += 1) {
      run(lab, ms)
      for (const port of ports) {
        const collects = has(portAt(lab, `b:${port}`).actor, BIT.collecting)
        expect(!isDistributing(portAt(lab, `a:${port}`)) || collects).toBe(true)
      }
    }
    expect(at(lab, 'a')).toEqual({ 1: [1, 2] })
  })
})

describe('wait-to-restore', () => {
  const careful: Partial<NodeSpec> = { ports: [1, 2, 3], lacpVersion: 2, waitToRestoreMs: 10_000 }

  test('a link that was lost carries again only after it has been up for the time, however often it flaps', () => {
    const lab = twoNodes(careful, careful)
    run(lab, 20_000)
    expect(at(lab, 'a')).toEqual({ 1: [1, 2, 3] })
    const [link] = lab.cables
    light(lab, 20_000, link, false)
    light(lab, 21_000, link, true)
    light(lab, 25_000, link, false)
    light(lab, 26_000, link, true)
    run(lab, 35_990)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    run(lab, 36_010)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])
    for (const port of ['a:2', 'a:3']) expect(steps(lab, port, 'mux').at(-1)?.[0]).toBeLessThan(20_000)
  })

  test('one end that waits is enough', () => {
    const lab = twoNodes(careful, { ports: [1, 2, 3] })
    light(lab, 20_000, cableOf(lab, 0), false)
    light(lab, 21_000, cableOf(lab, 0), true)
    run(lab, 30_990)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    run(lab, 31_010)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])
  })
})

describe('admin variables', () => {
  test('a key that changes takes its link into an aggregation of its own, and back', () => {
    const lab = bridges('a', 'b')
    for (const port of [1, 2, 3]) addCable(lab, `a:${port}`, `b:${port}`)
    schedule(lab, 5_000, () => input(lab, 'a:2', { type: 'actor', actor: { key: 8 } }))
    run(lab, 10_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1, 3], 2: [2] },
      { 1: [1, 3], 2: [2] },
    ])
    schedule(lab, 10_000, () => input(lab, 'a:2', { type: 'actor', actor: { key: 7 } }))
    run(lab, 15_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])
  })

  test('another system priority or system makes the aggregation anew', () => {
    const lab = bridges('a', 'b')
    for (const port of [1, 2]) addCable(lab, `a:${port}`, `b:${port}`)
    for (const actor of [{ systemPriority: 1 }, { system: system('f') }]) {
      const since = lab.now / 1_000 + 5_000
      for (const port of ['a:1', 'a:2']) schedule(lab, since, () => input(lab, port, { type: 'actor', actor }))
      run(lab, since)
      expect(at(lab, 'a')).toEqual({})
      run(lab, since + 2_010)
      expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
      expect(portAt(lab, 'b:1').partner).toMatchObject(actor)
    }
  })

  test('port priorities decide which links stand by', () => {
    const lab = twoNodes({ ports: [1, 2, 3], lag: { maxLinks: 2 } }, { ports: [1, 2, 3] })
    run(lab, 5_000)
    expect(at(lab, 'a')).toEqual({ 1: [1, 2] })
    schedule(lab, 5_000, () => input(lab, 'a:3', { type: 'actor', actor: { portPriority: 1 } }))
    run(lab, 10_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 3] }, { 1: [1, 3] }])
  })

  test('two ends made passive fall silent and lose each other; one made active brings both back', () => {
    const lab = twoNodes({ short: true }, { short: true })
    for (const end of ['a:1', 'b:1']) schedule(lab, 5_000, () => setBits(lab, end, 0, BIT.activity))
    run(lab, 20_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{}, {}])
    expect(sentBy(lab, 'a:1').filter((frame) => frame.at > 12_000)).toEqual([])
    schedule(lab, 20_000, () => setBits(lab, 'a:1', BIT.activity, 0))
    run(lab, 60_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1] }, { 1: [1] }])
  })

  test('LACP switched off takes a link out, switched on brings it back', () => {
    const lab = twoNodes({ ports: [1, 2], short: true }, { ports: [1, 2], short: true })
    schedule(lab, 5_000, () => input(lab, 'a:2', { type: 'lacp-enabled', enabled: false }))
    run(lab, 5_000)
    expect(at(lab, 'a')).toEqual({ 1: [1] })
    run(lab, 20_000)
    expect(portAt(lab, 'b:2')).toMatchObject({ rx: 'defaulted', mux: 'detached' })
    schedule(lab, 20_000, () => input(lab, 'a:2', { type: 'lacp-enabled', enabled: true }))
    run(lab, 25_000)
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
  })

  test('an administrative partner in sync stands in for one that is never heard', () => {
    const lab = createLab()
    addNode(lab, 'a', { system: system('a'), ports: [1], partnerAdminState: 0x3d })
    schedule(lab, 0, () => input(lab, 'a:1', { type: 'port-enabled', enabled: true }))
    run(lab, 10_000)
    expect(at(lab, 'a')).toEqual({ 1: [1] })
    expect(portAt(lab, 'a:1').rx).toBe('defaulted')
  })
})

describe('hierarchical', () => {
  test('an outer aggregation over inner ones loses a path only when the last link of an inner one is gone', () => {
    const lab = createLab()
    for (const station of ['s', 't']) {
      for (const bridge of ['x', 'y']) addNode(lab, `${station}-${bridge}`, { system: system(station), ports: [1, 2] })
      addNode(lab, `${station}-outer`, { system: system(station), ports: [1, 2], key: 99, lacpVersion: 2 })
    }
    for (const bridge of ['x', 'y']) {
      for (const station of ['s', 't']) addNode(lab, `${bridge}-${station}`, { system: system(bridge), ports: [1, 2] })
    }
    const inner = new Map<string, Cable>()
    for (const station of ['s', 't']) {
      for (const bridge of ['x', 'y']) {
        for (const port of [1, 2]) {
          const cable = addCable(lab, `${station}-${bridge}:${port}`, `${bridge}-${station}:${port}`)
          inner.set(`${station}${bridge}${port}`, cable)
        }
      }
    }
    // Each path crosses one bridge; an outer port is up while the inner aggregation below it is.
    for (const [index, bridge] of ['x', 'y'].entries()) {
      const ends = ['s', 't'].map((station) => `${station}-outer:${index + 1}`)
      const isOpen = () => ['s', 't'].every((station) => isUp(lab, `${bridge}-${station}`))
      lab.cables.push({ ends: [ends[0] ?? '', ends[1] ?? ''], carry: () => (isOpen() ? 2 : null), light: true })
    }
    const outer = (until: number) => {
      for (let ms = lab.now / 1_000 + 1; ms <= until; ms += 1) {
        for (const station of ['s', 't']) {
          for (const [index, bridge] of ['x', 'y'].entries()) {
            const enabled = isUp(lab, `${station}-${bridge}`)
            schedule(lab, ms, () => input(lab, `${station}-outer:${index + 1}`, { type: 'port-enabled', enabled }))
          }
        }
        run(lab, ms)
      }
      return [at(lab, 's-outer'), at(lab, 't-outer')]
    }

    expect(outer(10_000)).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
    light(lab, 10_000, inner.get('sx1'), false)
    expect(outer(15_000)).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
    light(lab, 15_000, inner.get('sx2'), false)
    expect(outer(15_010)[0]).toEqual({ 1: [2] })
    // The far end cannot see the loss; it expires when it hears nothing more.
    expect(outer(110_000)).toEqual([{ 1: [2] }, { 1: [2] }])
    light(lab, 110_000, inner.get('sx2'), true)
    expect(outer(150_000)).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
  })
})

/** Systems with eight ports and an aggregator for each. */
function bridges(...names: readonly string[]): Lab {
  const lab = createLab()
  for (const name of names) addNode(lab, name, { system: system(name), ports: PORTS, lag: { aggregators: 'many' } })
  return lab
}

function system(name: string): string {
  return `02:00:00:00:00:${name.charCodeAt(0).toString(16)}`
}

function systemOf(lab: Lab, name: string): LacpSystem {
  const found = lab.systems.get(name)
  if (found === undefined) throw new Error(`No system ${name}`)
  return found
}

/** Ports of a system that distribute, by aggregator. */
function at(lab: Lab, name: string): Aggregates {
  const found: Record<number, number[]> = {}
  for (const port of portsOf(systemOf(lab, name), 'lag')) {
    if (isDistributing(port) && port.aggregator !== null) (found[port.aggregator] ??= []).push(port.actor.port)
  }
  return found
}

/** Ports of a system that distribute, by lag. */
function inLags(lab: Lab, name: string): Readonly<Record<string, readonly number[]>> {
  const found = systemOf(lab, name)
  return Object.fromEntries(
    [...found.lags.keys()].map((lag) => [lag, distributingPorts(found, lag).map(({ actor }) => actor.port)]),
  )
}

function isUp(lab: Lab, name: string): boolean {
  return isLagOperational(systemOf(lab, name), 'lag')
}

/** The link that a conversation of system `a` takes. */
function linkOf(lab: Lab, hash: number): number {
  const ports = distributingPorts(systemOf(lab, 'a'), 'lag')
  return ports[hash % ports.length]?.actor.port ?? 0
}

function light(lab: Lab, ms: number, cable: Cable | undefined, lit: boolean): void {
  if (cable === undefined) throw new Error('No such cable')
  schedule(lab, ms, () => setLight(lab, cable, lit))
}

function setAggregation(lab: Lab, end: string, aggregatable: boolean): void {
  if (aggregatable) setBits(lab, end, BIT.aggregation, 0)
  else setBits(lab, end, 0, BIT.aggregation)
}

function setBits(lab: Lab, end: string, set: number, clear: number): void {
  const { state } = withBits(portAt(lab, end).actor, set, clear)
  input(lab, end, { type: 'actor', actor: { state } })
}

/** A second aggregation of the same system, with a key of its own. */
function addSecondLag(lab: Lab, name: string, ports: readonly number[]): void {
  const found = systemOf(lab, name)
  addLag(found, { id: 'second', maxLinks: null, minLinks: 1, aggregators: 'one' })
  for (const port of ports) {
    const state = BIT.activity | BIT.aggregation
    const actor = { systemPriority: 32_768, system: system(name), key: 0x999, portPriority: 255, port, state }
    addPort(found, { id: String(port), lag: 'second', muxControl: 'coupled', lacpEnabled: true, actor })
  }
}
