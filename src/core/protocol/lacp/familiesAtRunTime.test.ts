import { describe, expect, test } from 'vitest'
import { layer34 } from '../bridge/hash.ts'
import { has } from './identity.ts'
import { isDistributing } from './system.ts'
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
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import type { Cable, NodeSpec } from './testing/twoNodes.ts'
import { BIT } from './types.ts'
import { stateOf, statesOf, unrest } from './testing/atRest.ts'
import { bridges, system, at, isUp, linkOf, light, setBits } from './testing/families.ts'

// The families that change a running system; the others are in families.test.ts.

describe('distribution', () => {
  test('every conversation has one link of the distributing set, in the same order at every change', () => {
    const ports = [1, 2, 3]
    const lab = twoNodes({ ports }, { ports })
    const conversations = Array.from({ length: 64 }, (_, n) => layer34('10.0.0.1', '10.0.0.2', 40_000 + n, 7_000))
    run(lab, 5_000)
    expect(unrest(lab)).toEqual([])
    const before = conversations.map((hash) => linkOf(lab, hash))
    expect(new Set(before)).toEqual(new Set(ports))

    light(lab, 6_000, cableOf(lab, 1), false)
    run(lab, 6_000)
    expect(unrest(lab)).toEqual([])
    const during = conversations.map((hash) => linkOf(lab, hash))
    expect(new Set(during)).toEqual(new Set([1, 3]))
    // The dark port keeps its place and its partner, without sync, so it is back without a new selection.
    expect(stateOf(lab, 'a:2')).toBe('port-disabled, selected on 1, attached, 0d and 0b:2 35')

    light(lab, 10_000, cableOf(lab, 1), true)
    run(lab, 10_010)
    expect(unrest(lab)).toEqual([])
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
    expect(unrest(lab)).toEqual([])
    // That the partner distributes is no news worth a LACPDU; it comes with the next periodic one.
    expect(statesOf(lab, 'a', ports)).toEqual({
      1: 'current, selected on 1, distributing, 3d and 0b:1 1d',
      2: 'current, selected on 1, distributing, 3d and 0b:2 1d',
    })
  })
})

describe('wait-to-restore', () => {
  const careful: Partial<NodeSpec> = { ports: [1, 2, 3], lacpVersion: 2, waitToRestoreMs: 10_000 }

  test('a link that was lost carries again only after it has been up for the time, however often it flaps', () => {
    const lab = twoNodes(careful, careful)
    run(lab, 20_000)
    expect(unrest(lab)).toEqual([])
    expect(at(lab, 'a')).toEqual({ 1: [1, 2, 3] })
    const [link] = lab.cables
    light(lab, 20_000, link, false)
    light(lab, 21_000, link, true)
    light(lab, 25_000, link, false)
    light(lab, 26_000, link, true)
    run(lab, 20_000)
    // No timer while it is dark: the time is that of being up.
    expect(stateOf(lab, 'a:1')).toBe('port-disabled, selected on 1, attached-wtr, 05 and 0b:1 35')
    run(lab, 24_999)
    expect(stateOf(lab, 'a:1')).toBe('current, selected on 1, attached-wtr, 05 and 0b:1 05, waits until 31000')
    run(lab, 25_000)
    expect(stateOf(lab, 'a:1')).toBe('port-disabled, selected on 1, attached-wtr, 05 and 0b:1 05')
    run(lab, 35_990)
    expect(unrest(lab)).toEqual([])
    expect([stateOf(lab, 'a:1'), stateOf(lab, 'b:1')]).toEqual([
      'current, selected on 1, attached-wtr, 05 and 0b:1 05, waits until 36000',
      'current, selected on 1, attached-wtr, 05 and 0a:1 05, waits until 36000',
    ])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    run(lab, 36_010)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])
    for (const port of ['a:2', 'a:3']) expect(steps(lab, port, 'mux').at(-1)?.[0]).toBeLessThan(20_000)
  })

  test('one end that waits is enough', () => {
    const lab = twoNodes(careful, { ports: [1, 2, 3] })
    light(lab, 20_000, cableOf(lab, 0), false)
    light(lab, 21_000, cableOf(lab, 0), true)
    run(lab, 30_990)
    expect(unrest(lab)).toEqual([])
    expect([stateOf(lab, 'a:1'), stateOf(lab, 'b:1')]).toEqual([
      'current, selected on 1, attached-wtr, 05 and 0b:1 0d, waits until 31000',
      'current, selected on 1, attached, 0d and 0a:1 05',
    ])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [2, 3] }, { 1: [2, 3] }])
    run(lab, 31_010)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2, 3] }, { 1: [1, 2, 3] }])
  })
})

describe('admin variables', () => {
  test('a key that changes takes its link into an aggregation of its own, and back', () => {
    const lab = bridges('a', 'b')
    for (const port of [1, 2, 3]) addCable(lab, `a:${port}`, `b:${port}`)
    schedule(lab, 5_000, () => input(lab, 'a:2', { type: 'actor', actor: { key: 8 } }))
    run(lab, 10_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([
      { 1: [1, 3], 2: [2] },
      { 1: [1, 3], 2: [2] },
    ])
    schedule(lab, 10_000, () => input(lab, 'a:2', { type: 'actor', actor: { key: 7 } }))
    run(lab, 15_000)
    expect(unrest(lab)).toEqual([])
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
      expect(unrest(lab)).toEqual([])
      expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
      expect(portAt(lab, 'b:1').partner).toMatchObject(actor)
    }
  })

  test('port priorities decide which links stand by', () => {
    const lab = twoNodes({ ports: [1, 2, 3], lag: { maxLinks: 2 } }, { ports: [1, 2, 3] })
    run(lab, 5_000)
    expect(unrest(lab)).toEqual([])
    expect([stateOf(lab, 'a:3'), stateOf(lab, 'b:3')]).toEqual([
      'current, standby on 1, waiting, 05 and 0b:3 0d',
      'current, selected on 1, attached, 0d and 0a:3 05',
    ])
    expect(at(lab, 'a')).toEqual({ 1: [1, 2] })
    schedule(lab, 5_000, () => input(lab, 'a:3', { type: 'actor', actor: { portPriority: 1 } }))
    run(lab, 10_000)
    expect(unrest(lab)).toEqual([])
    expect(statesOf(lab, 'a', [1, 2, 3])).toEqual({
      1: 'current, selected on 1, collecting-distributing, 3d and 0b:1 3d',
      2: 'current, standby on 1, waiting, 05 and 0b:2 0d',
      3: 'current, selected on 1, collecting-distributing, 3d and 0b:3 3d',
    })
    expect(at(lab, 'b')).toEqual({ 1: [1, 3] })
  })

  test('two ends made passive fall silent and lose each other; one made active brings both back', () => {
    const lab = twoNodes({ short: true }, { short: true })
    for (const end of ['a:1', 'b:1']) schedule(lab, 5_000, () => setBits(lab, end, 0, BIT.activity))
    run(lab, 20_000)
    expect([stateOf(lab, 'a:1'), stateOf(lab, 'b:1')]).toEqual([
      'defaulted, unselected, detached, 46 and 00:0 00',
      'defaulted, unselected, detached, 46 and 00:0 00',
    ])
    expect([portAt(lab, 'a:1').periodic, portAt(lab, 'a:1').timers.periodic]).toEqual(['no-periodic', null])
    expect(sentBy(lab, 'a:1').filter((frame) => frame.at > 12_000)).toEqual([])
    schedule(lab, 20_000, () => setBits(lab, 'a:1', BIT.activity, 0))
    run(lab, 60_000)
    expect(unrest(lab)).toEqual([])
    expect([stateOf(lab, 'a:1'), stateOf(lab, 'b:1')]).toEqual([
      'current, selected on 1, collecting-distributing, 3f and 0b:1 3e',
      'current, selected on 1, collecting-distributing, 3e and 0a:1 3f',
    ])
  })

  test('LACP switched off takes a link out, switched on brings it back', () => {
    const lab = twoNodes({ ports: [1, 2], short: true }, { ports: [1, 2], short: true })
    schedule(lab, 5_000, () => input(lab, 'a:2', { type: 'lacp-enabled', enabled: false }))
    run(lab, 5_000)
    expect(at(lab, 'a')).toEqual({ 1: [1] })
    run(lab, 20_000)
    expect([stateOf(lab, 'a:2'), stateOf(lab, 'b:2')]).toEqual([
      'lacp-disabled, unselected, detached, 47 and 00:0 00',
      'defaulted, unselected, detached, 47 and 00:0 00',
    ])
    expect(unrest(lab, ['a:2', 'b:2'])).toEqual([])
    schedule(lab, 20_000, () => input(lab, 'a:2', { type: 'lacp-enabled', enabled: true }))
    run(lab, 25_000)
    expect(unrest(lab)).toEqual([])
    expect([at(lab, 'a'), at(lab, 'b')]).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
  })

  test('an administrative partner in sync stands in for one that is never heard', () => {
    const lab = createLab()
    addNode(lab, 'a', { system: system('a'), ports: [1], partnerAdminState: 0x3d })
    schedule(lab, 0, () => input(lab, 'a:1', { type: 'port-enabled', enabled: true }))
    run(lab, 10_000)
    expect(at(lab, 'a')).toEqual({ 1: [1] })
    expect(stateOf(lab, 'a:1')).toBe('defaulted, selected on 1, collecting-distributing, 7d and 00:0 3d')
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
    expect(unrest(lab)).toEqual([])
    expect(stateOf(lab, 's-outer:1')).toBe('current, selected on 1, collecting-distributing, 3d and 74:1 3d')
    light(lab, 10_000, inner.get('sx1'), false)
    expect(outer(15_000)).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
    light(lab, 15_000, inner.get('sx2'), false)
    expect(outer(15_010)[0]).toEqual({ 1: [2] })
    // The far end cannot see the loss; it expires when it hears nothing more.
    expect(outer(110_000)).toEqual([{ 1: [2] }, { 1: [2] }])
    expect([stateOf(lab, 's-outer:1'), stateOf(lab, 't-outer:1')]).toEqual([
      'port-disabled, selected on 1, attached-wtr, 05 and 74:1 35',
      'defaulted, unselected, detached, 45 and 00:0 00',
    ])
    expect(unrest(lab, ['s-outer:1', 't-outer:1'])).toEqual([])
    light(lab, 110_000, inner.get('sx2'), true)
    expect(outer(150_000)).toEqual([{ 1: [1, 2] }, { 1: [1, 2] }])
    expect(unrest(lab)).toEqual([])
  })
})
