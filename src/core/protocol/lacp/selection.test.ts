import { describe, expect, test } from 'vitest'
import type { LacpIdentity } from '../../model/protocolView.ts'
import { has } from './identity.ts'
import { lagIdOf } from './lagId.ts'
import { isLagOperational } from './system.ts'
import { aPort, aRunningPort, B } from './testing/ports.ts'
import {
  addNode,
  addCable,
  alone,
  cableOf,
  createLab,
  hear,
  input,
  portAt,
  run,
  schedule,
  setLight,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import type { Lab, NodeSpec } from './testing/twoNodes.ts'
import { BIT } from './types.ts'

describe('LAG ID', () => {
  test('names both systems and keys, the lower System ID first, and no ports', () => {
    const id = '[(8000,02-00-00-00-00-0a,0007,0000,0000),(8000,02-00-00-00-00-0b,0007,0000,0000)]'
    expect(lagIdOf(aRunningPort())).toBe(id)
    const port = aPort({ partner: B })
    expect(lagIdOf({ ...port, actor: port.partner, partner: port.actor })).toBe(id)
  })

  test('names the ports as well when one end is individual', () => {
    expect(lagIdOf(aPort({ partner: { ...B, port: 17, state: 0x01 } }))).toBe(
      '[(8000,02-00-00-00-00-0a,0007,00FF,0001),(8000,02-00-00-00-00-0b,0007,00FF,0011)]',
    )
  })
})

describe('aggregators', () => {
  test.each(['one', 'many'] as const)('SL1: ports with one LAG ID share an aggregator (%s)', (aggregators) => {
    const lab = twoPorts({}, aggregators)
    expect(aggregatorsOf(lab)).toEqual([1, 1])
  })

  test.each<[string, Partial<LacpIdentity>]>([
    ['SL2: another partner system', { system: '02:00:00:00:00:0c' }],
    ['SL3: another partner key', { key: 8 }],
    ['SL5: another partner system priority alone', { systemPriority: 1 }],
    ['SL6: a partner that does not aggregate', { state: 0x39 }],
  ])('%s gets an aggregator of its own where there are many, none where there is one', (_title, other) => {
    expect(aggregatorsOf(twoPorts(other, 'many'))).toEqual([1, 2])
    const lab = twoPorts(other, 'one')
    expect(aggregatorsOf(lab)).toEqual([1, null])
    expect(portAt(lab, 'a:2')).toMatchObject({ mux: 'detached', selected: 'unselected', actor: { state: 0x05 } })
  })

  test('SL4: ports whose own keys differ do not share an aggregator', () => {
    const lab = alone({ ports: [1, 2], lag: { aggregators: 'many' } })
    input(lab, 'a:2', { type: 'actor', actor: { key: 8 } })
    hearBoth(lab, {})
    run(lab, 3_000)
    expect(aggregatorsOf(lab)).toEqual([1, 2])
  })

  test.each([
    ['one', [1, null, 1, null]],
    ['many', [1, 2, 1, 2]],
  ] as const)('SL7: the two ports of a loop cable never share an aggregator (%s)', (aggregators, expected) => {
    const lab = alone({ ports: [1, 2, 3, 4], lag: { aggregators } })
    addCable(lab, 'a:1', 'a:2')
    addCable(lab, 'a:3', 'a:4')
    run(lab, 10_000)
    expect(['a:1', 'a:2', 'a:3', 'a:4'].map((port) => portAt(lab, port).aggregator)).toEqual(expected)
  })

  test('SL14: a port without an aggregator gets it when the other LAG ID has left it', () => {
    const lab = twoPorts({ system: '02:00:00:00:00:0c' }, 'one')
    expect(aggregatorsOf(lab)).toEqual([1, null])
    schedule(lab, 5_000, () => input(lab, 'a:1', { type: 'port-enabled', enabled: false }))
    run(lab, 5_000)
    expect(aggregatorsOf(lab)).toEqual([null, 1])
    expect(portAt(lab, 'a:2').mux).toBe('waiting')
  })

  test('SL15: of two LAG IDs at once the one of the best port comes first, and stays', () => {
    const lab = alone({ ports: [1, 2, 3] })
    hear(lab, 'a:1', 1)
    hear(lab, 'a:2', 1, { system: '02:00:00:00:00:0c' })
    hear(lab, 'a:3', 1, { system: '02:00:00:00:00:0c', port: 2 })
    run(lab, 3_000)
    expect(['a:1', 'a:2', 'a:3'].map((port) => portAt(lab, port).aggregator)).toEqual([1, null, null])
  })
})

describe('standby', () => {
  const rank: Partial<NodeSpec> = { ports: [1, 2, 3], portPriority: (port) => port * 10 }

  test('SL8: with two links at most, the third stands by, out of sync', () => {
    const lab = three()
    run(lab, 10_000)
    expect(selectedOf(lab)).toEqual(['selected', 'selected', 'standby'])
    expect(portAt(lab, 'a:3')).toMatchObject({ mux: 'waiting', readyN: true, actor: { state: 0x05 } })
    expect(portAt(lab, 'b:3').actor.state & 0x30).toBe(0)
  })

  test('SL9: the better system ranks', () => {
    const lab = twoNodes(
      { ...rank, lag: { maxLinks: 2 } },
      { ports: [1, 2, 3], portPriority: (port) => 40 - port * 10, systemPriority: 1 },
    )
    run(lab, 10_000)
    expect(selectedOf(lab)).toEqual(['standby', 'selected', 'selected'])
  })

  test('SL10: when a selected port loses light the one on standby attaches in the same instant', () => {
    const lab = three()
    schedule(lab, 60_000, () => setLight(lab, cableOf(lab, 0), false))
    run(lab, 60_000)
    expect(selectedOf(lab)).toEqual(['standby', 'selected', 'selected'])
    // The partner, which does not limit its links, has been in sync all along: traffic follows in the same instant.
    expect(portAt(lab, 'a:3')).toMatchObject({ mux: 'collecting-distributing', muxSince: 60_000_000 })
  })

  test('SL11: the better port takes its place back, and never more than two are attached', () => {
    const lab = three()
    schedule(lab, 60_000, () => setLight(lab, cableOf(lab, 0), false))
    schedule(lab, 70_000, () => setLight(lab, cableOf(lab, 0), true))
    for (let at = 59_990; at < 80_000; at++) {
      run(lab, at)
      const attached = ['a:1', 'a:2', 'a:3'].filter((port) => has(portAt(lab, port).actor, BIT.synchronization))
      expect(attached.length).toBeLessThanOrEqual(2)
    }
    expect(selectedOf(lab)).toEqual(['selected', 'selected', 'standby'])
    expect(steps(lab, 'a:1', 'mux').at(-1)).toEqual([70_001, 'collecting-distributing'])
    expect(steps(lab, 'a:3', 'mux').at(-1)).toEqual([70_001, 'waiting'])
  })

  test('SL12: of equal priorities the lower number wins', () => {
    const lab = twoNodes({ ports: [3, 1, 2], lag: { maxLinks: 2 } }, { ports: [1, 2, 3] })
    run(lab, 10_000)
    expect(['a:1', 'a:2', 'a:3'].map((port) => portAt(lab, port).selected)).toEqual(['selected', 'selected', 'standby'])
  })

  test('MX11: a running port that has to stand by detaches at once and waits', () => {
    const lab = three()
    // A worse rank for port 1 than that of port 3.
    schedule(lab, 60_000, () => input(lab, 'a:1', { type: 'actor', actor: { portPriority: 99 } }))
    run(lab, 60_000)
    expect(portAt(lab, 'a:1')).toMatchObject({
      mux: 'waiting',
      selected: 'standby',
      timers: { 'wait-while': 62_000_000 },
    })
    expect(lab.sent.find(({ at, port }) => at === 60_000 && port === 'a:1')?.state).toBe(0x05)
    run(lab, 90_000)
    expect(portAt(lab, 'a:1').mux).toBe('waiting')
  })

  test('MX12: a port that has stood by for a minute attaches in the instant it is selected', () => {
    const lab = three()
    schedule(lab, 60_000, () => input(lab, 'a:3', { type: 'actor', actor: { portPriority: 1 } }))
    run(lab, 60_000)
    expect(portAt(lab, 'a:3')).toMatchObject({
      selected: 'selected',
      mux: 'collecting-distributing',
      muxSince: 60_000_000,
    })
    expect(portAt(lab, 'a:2')).toMatchObject({ selected: 'standby', mux: 'waiting' })
  })

  test('with room for all nobody stands by', () => {
    const lab = twoNodes({ ...rank, lag: { maxLinks: 3 } }, { ports: [1, 2, 3] })
    run(lab, 10_000)
    expect(selectedOf(lab)).toEqual(['selected', 'selected', 'selected'])
  })

  test('a selected port that bounces keeps its place when nobody can replace it', () => {
    const lab = twoNodes({ ports: [1, 2], lag: { maxLinks: 2 } }, { ports: [1, 2] })
    schedule(lab, 60_000, () => setLight(lab, cableOf(lab, 0), false))
    schedule(lab, 60_500, () => setLight(lab, cableOf(lab, 0), true))
    run(lab, 61_000)
    expect(steps(lab, 'a:1', 'selected')).toEqual([[1, 'selected']])
    expect(steps(lab, 'a:1', 'mux').at(-1)).toEqual([60_501, 'collecting-distributing'])
  })

  function three(): Lab {
    return twoNodes({ ...rank, lag: { maxLinks: 2 } }, { ports: [1, 2, 3] })
  }

  function selectedOf(lab: Lab) {
    return ['a:1', 'a:2', 'a:3'].map((port) => portAt(lab, port).selected)
  }
})

test('SL13: below min-links the lag carries nothing, though LACP keeps the port distributing', () => {
  const lab = twoNodes({ ports: [1, 2], lag: { minLinks: 2 } }, { ports: [1, 2] })
  const system = lab.systems.get('a')
  if (system === undefined) throw new Error('no system a')
  run(lab, 5_000)
  expect(isLagOperational(system, 'lag')).toBe(true)
  schedule(lab, 6_000, () => setLight(lab, cableOf(lab, 0), false))
  run(lab, 6_000)
  expect(isLagOperational(system, 'lag')).toBe(false)
  expect(portAt(lab, 'a:2').mux).toBe('collecting-distributing')
})

test('a port moved to another system takes the only aggregator over when nothing else runs on it', () => {
  const lab = createLab()
  addNode(lab, 'a', { system: '02:00:00:00:00:0a', ports: [1, 2] })
  addNode(lab, 'b', { system: '02:00:00:00:00:0b', ports: [1, 2] })
  addNode(lab, 'c', { system: '02:00:00:00:00:0c', ports: [1, 2] })
  const first = addCable(lab, 'a:1', 'b:1')
  const second = addCable(lab, 'a:2', 'b:2')
  schedule(lab, 5_000, () => setLight(lab, first, false))
  schedule(lab, 5_000, () => setLight(lab, second, false))
  addCable(lab, 'a:2', 'c:2', 6_000)
  run(lab, 10_000)
  expect(portAt(lab, 'a:2')).toMatchObject({ mux: 'collecting-distributing', partner: { system: '02:00:00:00:00:0c' } })
  expect(portAt(lab, 'a:1')).toMatchObject({ mux: 'detached', selected: 'unselected' })
})

/** Two ports that hear B at 1 ms; the second one with other values. */
function twoPorts(other: Partial<LacpIdentity>, aggregators: 'one' | 'many'): Lab {
  const lab = alone({ ports: [1, 2], lag: { aggregators } })
  hearBoth(lab, other)
  run(lab, 3_000)
  return lab
}

function hearBoth(lab: Lab, other: Partial<LacpIdentity>): void {
  hear(lab, 'a:1', [1, 1_000, 2_500])
  hear(lab, 'a:2', [1, 1_000, 2_500], { port: 2, ...other })
}

function aggregatorsOf(lab: Lab): (number | null)[] {
  return ['a:1', 'a:2'].map((port) => portAt(lab, port).aggregator)
}
