import { describe, expect, test } from 'vitest'
import type { MuxState } from '../../model/protocolView.ts'
import { nextState } from '../machine.ts'
import { TABLE_2020 } from './mux2020.ts'
import type { MuxInput } from './muxActions.ts'
import { aPort, B } from './testing/ports.ts'
import {
  cableOf,
  hear,
  alone,
  input,
  portAt,
  run,
  schedule,
  sendTimes,
  sentBy,
  setLight,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

const up: Partial<LacpPort> = {
  portEnabled: true,
  waitToRestoreUs: 5,
  selected: 'selected',
  partner: { ...B, state: 0x05 },
}
const down: Partial<LacpPort> = { ...up, portEnabled: false }
const out: Partial<LacpPort> = { ...up, selected: 'unselected' }
const inSync: Partial<LacpPort> = { ...up, partner: { ...B, state: 0x0d } }
const careful: Partial<LacpPort> = { ...inSync, muxControl: 'independent' }

// oxfmt-ignore
const ARROWS: readonly [from: MuxState, input: MuxInput, port: Partial<LacpPort>, to: MuxState][] = [
  ['attached',                'begin',                   up,                           'detached'],
  ['detached',                'check',                   up,                           'waiting'],
  ['waiting',                 'check',                   out,                          'detached'],
  ['waiting',                 'ready',                   up,                           'attached'],
  ['waiting',                 'ready',                   down,                         'attached-wtr'],
  ['attached',                'check',                   out,                          'detached'],
  ['attached-wtr',            'check',                   out,                          'detached'],
  ['collecting',              'check',                   out,                          'detached'],
  ['collecting-distributing', 'check',                   out,                          'detached'],
  ['attached',                'check',                   down,                         'attached-wtr'],
  ['collecting',              'check',                   down,                         'attached-wtr'],
  ['collecting-distributing', 'check',                   down,                         'attached-wtr'],
  ['attached-wtr',            'check',                   { ...up, waitToRestoreUs: 0 }, 'attached'],
  ['attached-wtr',            'wait-to-restore-expired', up,                           'attached'],
  ['collecting',              'check',                   up,                           'attached'],
  ['collecting-distributing', 'check',                   up,                           'attached'],
  ['attached',                'check',                   careful,                      'collecting'],
  ['collecting-distributing', 'check',                   careful,                      'collecting'],
  ['attached',                'check',                   inSync,                       'collecting-distributing'],
  ['collecting',              'check',                   inSync,                       'collecting-distributing'],
]

describe('arrows', () => {
  test.each(ARROWS)('%s on %s with %o goes to %s', (from, on, changes, to) => {
    expect(nextState(TABLE_2020, from, on, aPort(changes))).toBe(to)
  })

  test('there are no others', () => {
    expect(ARROWS).toHaveLength(TABLE_2020.length)
  })
})

test('two version 2 ends come up as fast as version 1', () => {
  const lab = twoNodes({ lacpVersion: 2 }, { lacpVersion: 2 })
  run(lab, 5_000)
  for (const port of ['a:1', 'b:1']) expect(steps(lab, port, 'mux').at(-1)).toEqual([2_002, 'collecting-distributing'])
  expect(lab.sent[0]?.pdu.version).toBe(2)
})

test('an independent version 2 end distributes when a version 1 end collects', () => {
  const lab = twoNodes({ lacpVersion: 2, muxControl: 'independent' }, { muxControl: 'independent' })
  run(lab, 5_000)
  expect(steps(lab, 'a:1', 'mux').slice(-2)).toEqual([
    [2_002, 'collecting'],
    [2_003, 'collecting-distributing'],
  ])
  expect(portAt(lab, 'b:1').mux).toBe('distributing')
})

test('MX16: a link that was down is out of sync until it has been up for the wait-to-restore time', () => {
  const lab = twoNodes({ lacpVersion: 2, waitToRestoreMs: 5_000 }, { lacpVersion: 2 })
  schedule(lab, 10_000, () => setLight(lab, cableOf(lab), false))
  schedule(lab, 10_100, () => setLight(lab, cableOf(lab), true))
  run(lab, 10_000)
  expect(portAt(lab, 'a:1')).toMatchObject({
    mux: 'attached-wtr',
    selected: 'selected',
    timers: { 'wait-to-restore': null },
  })
  expect(portAt(lab, 'a:1').actor.state & (BIT.synchronization | BIT.collecting | BIT.distributing)).toBe(0)
  run(lab, 20_000)
  const inSync = sentBy(lab, 'a:1').filter(({ at, state }) => at >= 10_000 && (state & BIT.synchronization) !== 0)
  expect(inSync[0]).toEqual({ at: 15_100, state: 0x3d })
  expect(steps(lab, 'b:1', 'mux').at(-1)).toEqual([15_101, 'collecting-distributing'])
})

test('a link that drops again while it waits begins anew', () => {
  const lab = twoNodes({ lacpVersion: 2, waitToRestoreMs: 5_000 }, { lacpVersion: 2 })
  for (const at of [10_000, 12_000]) {
    schedule(lab, at, () => setLight(lab, cableOf(lab), false))
    schedule(lab, at + 100, () => setLight(lab, cableOf(lab), true))
  }
  run(lab, 30_000)
  expect(steps(lab, 'a:1', 'mux').at(-1)).toEqual([17_100, 'collecting-distributing'])
})

test('MX17: an unselected port detaches in one step', () => {
  const port = aPort({ ...inSync, selected: 'unselected' })
  expect(nextState(TABLE_2020, 'collecting-distributing', 'check', port)).toBe('detached')
  const lab = twoNodes({ lacpVersion: 2 }, { lacpVersion: 2 })
  schedule(lab, 10_000, () => input(lab, 'a:1', { type: 'actor', actor: { key: 8 } }))
  run(lab, 10_000)
  expect(sentBy(lab, 'a:1').filter(({ at }) => at === 10_000)).toEqual([{ at: 10_000, state: 0x05 }])
})

test('TX5: the window of version 2 is fixed', () => {
  const lab = alone({ lacpVersion: 2 })
  hear(lab, 'a:1', 99_000)
  run(lab, 110_000)
  for (const at of [0, 10, 20, 1_000, 1_005]) {
    schedule(lab, 111_000 + at, () => input(lab, 'a:1', { type: 'actor', actor: { portPriority: at } }))
  }
  run(lab, 115_000)
  expect(
    sendTimes(lab, 'a:1')
      .filter((at) => at >= 111_000)
      .map((at) => at - 111_000),
  ).toEqual([0, 10, 20, 1_000, 1_005])
})
