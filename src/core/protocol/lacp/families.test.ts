import { describe, expect, test } from 'vitest'
import { has } from './identity.ts'
import { addCable, addNode, createLab, portAt, run, schedule, steps } from './testing/twoNodes.ts'
import { BIT } from './types.ts'
import { PORTS, bridges, system, at, inLags, light, setAggregation, addSecondLag } from './testing/families.ts'

// The scenario families of the public simulation by the editor of IEEE 802.1AX (github.com/srhaddock/LinkAggSim). What
// is expected are the end states that the standard asks for: which links aggregate, which stay out. Where the standard
// leaves the choice of the aggregator open, ours is to keep what runs; that simulation moves to the preferred one.

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
