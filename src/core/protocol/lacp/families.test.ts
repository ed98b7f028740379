import { describe, expect, test } from 'vitest'
import { addCable, addNode, createLab, portAt, run, schedule, steps } from './testing/twoNodes.ts'
import { statesOf, stateOf, unrest } from './testing/atRest.ts'
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
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])

    light(lab, 15_000, first, false)
    run(lab, 15_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    light(lab, 20_000, first, true)
    run(lab, 20_010)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])

    light(lab, 25_000, second, false)
    addCable(lab, 'a:2', 'b:4', 30_000)
    run(lab, 35_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 3, 4] }])
    // Its partner has moved to port 4.
    expect(portAt(lab, 'b:2')).toMatchObject({ selected: 'unselected', aggregator: null, partner: { port: 0 } })

    addCable(lab, 'a:5', 'c:1', 40_000)
    addCable(lab, 'a:6', 'c:3', 45_000)
    run(lab, 50_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 1: [1, 2, 3], 5: [5, 6] })
    expect([at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 3, 4] }, { 1: [1, 3] }])
    expect(statesOf(lab, 'a', [1, 2, 3, 5, 6])).toEqual({
      1: 'current, selected on 1, collecting-distributing, 3d and 62:1 3d',
      2: 'current, selected on 1, collecting-distributing, 3d and 62:4 3d',
      3: 'current, selected on 1, collecting-distributing, 3d and 62:3 3d',
      5: 'current, selected on 5, collecting-distributing, 3d and 63:1 3d',
      6: 'current, selected on 5, collecting-distributing, 3d and 63:3 3d',
    })
    expect(stateOf(lab, 'b:2')).toBe('port-disabled, unselected, detached, 45 and 00:0 00')
  })
})

describe('preferred aggregator', () => {
  test('the aggregator of the first port stays the aggregation’s, whichever port joins later', () => {
    const lab = bridges('a', 'b', 'c')
    const first = addCable(lab, 'a:2', 'b:3')
    addCable(lab, 'a:3', 'b:4', 5_000)
    addCable(lab, 'a:4', 'b:2', 10_000)
    run(lab, 15_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 2: [2, 3, 4] }, { 3: [2, 3, 4] }])
    expect(steps(lab, 'b:3', 'mux').at(-1)?.[0]).toBeLessThan(5_000)

    light(lab, 15_000, first, false)
    addCable(lab, 'a:2', 'c:1', 20_000)
    run(lab, 25_000)
    expect(unrest(lab)).toEqual([])
    // The port that lent its aggregator finds it in use and takes a free one; the running ports never notice.
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [2], 2: [3, 4] }, { 3: [2, 4] }, { 1: [1] }])
    expect(statesOf(lab, 'a', [2, 3, 4])).toEqual({
      2: 'current, selected on 1, collecting-distributing, 3d and 63:1 3d',
      3: 'current, selected on 2, collecting-distributing, 3d and 62:4 3d',
      4: 'current, selected on 2, collecting-distributing, 3d and 62:2 3d',
    })
    // b’s third port lost its light and then its partner, which speaks elsewhere now.
    expect(stateOf(lab, 'b:3')).toBe('port-disabled, selected on 3, attached, 0d and 61:2 35')
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
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 2: [2, 3, 4] }, { 2: [2, 3, 4] }])
  })
})

describe('loopback', () => {
  test('ports looped to themselves aggregate with each other', () => {
    const lab = bridges('a')
    const first = addCable(lab, 'a:1', 'a:1')
    addCable(lab, 'a:6', 'a:6', 5_000)
    run(lab, 10_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 1: [1, 6] })
    expect(statesOf(lab, 'a', [1, 6])).toEqual({
      1: 'current, selected on 1, collecting-distributing, 3d and 61:1 3d',
      6: 'current, selected on 1, collecting-distributing, 3d and 61:6 3d',
    })
    light(lab, 10_000, first, false)
    run(lab, 10_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 1: [6] })
  })

  test('links between two ports of one system make an aggregation with an aggregator at each end', () => {
    const lab = bridges('a')
    addCable(lab, 'a:2', 'a:4')
    addCable(lab, 'a:3', 'a:5', 5_000)
    const third = addCable(lab, 'a:1', 'a:6', 10_000)
    run(lab, 15_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 2: [1, 2, 3], 4: [4, 5, 6] })
    expect(statesOf(lab, 'a', [2, 4])).toEqual({
      2: 'current, selected on 2, collecting-distributing, 3d and 61:4 3d',
      4: 'current, selected on 4, collecting-distributing, 3d and 61:2 3d',
    })
    light(lab, 15_000, third, false)
    run(lab, 15_000)
    expect(unrest(lab)).toEqual([])
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
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 2: [2], 3: [3], 4: [4] },
      { 2: [2], 3: [3], 4: [4] },
    ])

    addCable(lab, 'a:5', 'b:1', 5_000)
    addCable(lab, 'a:6', 'b:6', 10_000)
    addCable(lab, 'a:1', 'b:5', 15_000)
    run(lab, 20_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1], 2: [2], 3: [3, 6], 4: [4], 5: [5] },
      { 1: [1], 2: [2], 3: [3], 4: [4, 6], 5: [5] },
    ])

    schedule(lab, 20_000, () => setAggregation(lab, 'a:2', true))
    run(lab, 25_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1], 3: [2, 3, 6], 4: [4], 5: [5] },
      { 1: [1], 2: [2], 4: [3, 4, 6], 5: [5] },
    ])
    // Individual ports say so in bit 2; which of them share nothing is in the LAG ID, ports and all.
    expect(statesOf(lab, 'a', [1, 2, 3, 4, 5, 6])).toEqual({
      1: 'current, selected on 1, collecting-distributing, 3d and 62:5 39',
      2: 'current, selected on 3, collecting-distributing, 3d and 62:3 3d',
      3: 'current, selected on 3, collecting-distributing, 3d and 62:4 3d',
      4: 'current, selected on 4, collecting-distributing, 3d and 62:2 39',
      5: 'current, selected on 5, collecting-distributing, 39 and 62:1 3d',
      6: 'current, selected on 3, collecting-distributing, 3d and 62:6 3d',
    })
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
    expect(unrest(lab)).toEqual([])
    // Two keys, hence two aggregations between the same systems.
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [3, 4, 5] })
    expect(at(lab, 'b')).toEqual({ 1: [1, 2], 3: [3, 4, 5] })

    light(lab, 10_000, fourth, false)
    light(lab, 10_000, fifth, false)
    for (const port of [4, 5]) addCable(lab, `a:${port}`, `c:${port}`, 15_000)
    run(lab, 20_000)
    expect(unrest(lab)).toEqual([])
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [3] })
    expect(at(lab, 'c')).toEqual({})
    // Both ends speak, neither forwards: one has no aggregator to offer, the other sees no sync.
    expect([statesOf(lab, 'a', [3, 4, 5]), statesOf(lab, 'c', [4, 5])]).toEqual([
      {
        3: 'current, selected on 1, collecting-distributing, 3d and 62:3 3d',
        4: 'current, unselected, detached, 05 and 63:4 0d',
        5: 'current, unselected, detached, 05 and 63:5 0d',
      },
      {
        4: 'current, selected on 4, attached, 0d and 61:4 05',
        5: 'current, selected on 4, attached, 0d and 61:5 05',
      },
    ])

    light(lab, 20_000, third, false)
    run(lab, 25_000)
    expect(unrest(lab)).toEqual([])
    expect(inLags(lab, 'a')).toEqual({ lag: [1, 2], second: [4, 5] })
    expect(at(lab, 'c')).toEqual({ 4: [4, 5] })
    expect(statesOf(lab, 'a', [3, 4])).toEqual({
      3: 'port-disabled, unselected, detached, 05 and 62:3 35',
      4: 'current, selected on 1, collecting-distributing, 3d and 63:4 3d',
    })
    // It waited for nothing once the aggregator was free but for wait_while.
    expect(steps(lab, 'a:4', 'mux').slice(-2)).toEqual([
      [20_000, 'waiting'],
      [22_000, 'collecting-distributing'],
    ])
  })
})

describe('dual homing', () => {
  test('with one aggregator the links to one system carry, and those to the other take over only when it is gone', () => {
    const lab = bridges('b', 'c')
    addNode(lab, 'a', { system: system('a'), ports: PORTS })
    const [first, fourth] = [addCable(lab, 'a:1', 'b:1'), addCable(lab, 'a:4', 'b:4')]
    addCable(lab, 'a:3', 'c:3')
    run(lab, 5_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 4] }, { 1: [1, 4] }, {}])
    expect([statesOf(lab, 'a', [1, 3, 4]), stateOf(lab, 'c:3')]).toEqual([
      {
        1: 'current, selected on 1, collecting-distributing, 3d and 62:1 3d',
        3: 'current, unselected, detached, 05 and 63:3 0d',
        4: 'current, selected on 1, collecting-distributing, 3d and 62:4 3d',
      },
      'current, selected on 3, attached, 0d and 61:3 05',
    ])

    light(lab, 10_000, first, false)
    run(lab, 10_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 1: [4] })
    light(lab, 15_000, fourth, false)
    run(lab, 20_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [3] }, {}, { 3: [3] }])

    addCable(lab, 'a:2', 'c:2', 20_000)
    light(lab, 25_000, fourth, true)
    light(lab, 25_000, first, true)
    run(lab, 30_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [2, 3] }, {}, { 3: [2, 3] }])
    expect([statesOf(lab, 'a', [1, 2, 3, 4]), statesOf(lab, 'b', [1, 4])]).toEqual([
      {
        1: 'current, unselected, detached, 05 and 62:1 0d',
        2: 'current, selected on 1, collecting-distributing, 3d and 63:2 3d',
        3: 'current, selected on 1, collecting-distributing, 3d and 63:3 3d',
        4: 'current, unselected, detached, 05 and 62:4 0d',
      },
      {
        1: 'current, selected on 1, attached, 0d and 61:1 05',
        4: 'current, selected on 1, attached, 0d and 61:4 05',
      },
    ])
  })

  test('two systems that announce one system id, with port numbers of their own, are one partner', () => {
    const lab = createLab()
    addNode(lab, 'a', { system: system('a'), ports: [1, 2] })
    addNode(lab, 'b', { system: system('e'), ports: [1] })
    addNode(lab, 'c', { system: system('e'), ports: [101] })
    addCable(lab, 'a:1', 'b:1')
    const second = addCable(lab, 'a:2', 'c:101')
    run(lab, 5_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1, 2] }, { 1: [1] }, { 1: [101] }])
    expect(statesOf(lab, 'a', [1, 2])).toEqual({
      1: 'current, selected on 1, collecting-distributing, 3d and 65:1 3d',
      2: 'current, selected on 1, collecting-distributing, 3d and 65:101 3d',
    })
    light(lab, 5_000, second, false)
    run(lab, 5_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b'), at(lab, 'c')]).toEqual([{ 1: [1] }, { 1: [1] }, {}])
  })
})
