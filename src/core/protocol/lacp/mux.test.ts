import { describe, expect, test } from 'vitest'
import type { MuxState } from '../../model/protocolView.ts'
import { nextState } from '../machine.ts'
import { COUPLED_TABLE, INDEPENDENT_TABLE, isCollecting, isDistributing, mux } from './mux.ts'
import type { MuxInput } from './muxActions.ts'
import { aPort, aRunningPort, B } from './testing/ports.ts'
import type { LacpPort } from './types.ts'

const out: Partial<LacpPort> = { selected: 'unselected', partner: B }
const standby: Partial<LacpPort> = { selected: 'standby', partner: B }
const selected: Partial<LacpPort> = { selected: 'selected', partner: { ...B, state: 0x05 } }
const inSync: Partial<LacpPort> = { selected: 'selected', partner: { ...B, state: 0x0d } }
const heard: Partial<LacpPort> = { selected: 'selected', partner: { ...B, state: 0x1d } }

type Arrow = readonly [from: MuxState, input: MuxInput, port: Partial<LacpPort>, to: MuxState]

// oxfmt-ignore
const COUPLED_ARROWS: readonly Arrow[] = [
  ['attached',                'begin', inSync,   'detached'],
  ['detached',                'check', selected, 'waiting'],
  ['waiting',                 'ready', selected, 'attached'],
  ['waiting',                 'check', out,      'detached'],
  ['attached',                'check', out,      'detached'],
  ['attached',                'check', inSync,   'collecting-distributing'],
  ['collecting-distributing', 'check', out,      'attached'],
  ['collecting-distributing', 'check', selected, 'attached'],
]

// oxfmt-ignore
const INDEPENDENT_ARROWS: readonly Arrow[] = [
  ['attached',     'begin', inSync,   'detached'],
  ['detached',     'check', selected, 'waiting'],
  ['waiting',      'ready', selected, 'attached'],
  ['waiting',      'check', out,      'detached'],
  ['attached',     'check', out,      'detached'],
  ['attached',     'check', inSync,   'collecting'],
  ['collecting',   'check', out,      'attached'],
  ['collecting',   'check', selected, 'attached'],
  ['collecting',   'check', heard,    'distributing'],
  ['distributing', 'check', out,      'collecting'],
  ['distributing', 'check', selected, 'collecting'],
  ['distributing', 'check', inSync,   'collecting'],
]

// oxfmt-ignore
const STANDBY_ARROWS: readonly Arrow[] = [
  ['detached',     'check', standby, 'waiting'],
  ['attached',     'check', standby, 'detached'],
  ['collecting',   'check', standby, 'attached'],
  ['distributing', 'check', standby, 'collecting'],
]

describe('arrows of the figure, coupled control', () => {
  test.each(COUPLED_ARROWS)('%s on %s with %o goes to %s', (from, input, changes, to) => {
    expect(nextState(COUPLED_TABLE, from, input, aPort(changes))).toBe(to)
  })

  test('there are no others', () => {
    expect(COUPLED_ARROWS).toHaveLength(COUPLED_TABLE.length)
  })

  test.each([standby, out])('a port that is not selected leaves from COLLECTING_DISTRIBUTING too', (changes) => {
    expect(nextState(COUPLED_TABLE, 'collecting-distributing', 'check', aPort(changes))).toBe('attached')
  })
})

describe('arrows of the figure, independent control', () => {
  test.each(INDEPENDENT_ARROWS)('%s on %s with %o goes to %s', (from, input, changes, to) => {
    expect(nextState(INDEPENDENT_TABLE, from, input, aPort(changes))).toBe(to)
  })

  test('there are no others', () => {
    expect(INDEPENDENT_ARROWS).toHaveLength(INDEPENDENT_TABLE.length)
  })

  test.each(STANDBY_ARROWS)('%s on %s on standby goes to %s', (from, input, changes, to) => {
    expect(nextState(INDEPENDENT_TABLE, from, input, aPort(changes))).toBe(to)
  })

  test('a port on standby waits, whatever Ready says', () => {
    expect(nextState(INDEPENDENT_TABLE, 'waiting', 'ready', aPort(standby))).toBeUndefined()
    expect(nextState(INDEPENDENT_TABLE, 'waiting', 'check', aPort(standby))).toBeUndefined()
  })
})

describe('one port', () => {
  test('WAITING starts two seconds', () => {
    const port = mux(aPort(selected), 'check', 5)
    expect(port).toMatchObject({ mux: 'waiting', muxSince: 5, readyN: false, timers: { 'wait-while': 2_000_005 } })
  })

  test('MX5: a partner in sync starts traffic: all of it coupled, collecting only when independent', () => {
    const attached: Partial<LacpPort> = { mux: 'attached', actor: { ...aPort().actor, state: 0x0d } }
    const coupled = mux(aPort({ ...inSync, ...attached }), 'check', 0)
    expect(coupled).toMatchObject({ mux: 'collecting-distributing', ntt: true, actor: { state: 0x3d } })
    const independent = mux(aPort({ ...inSync, ...attached, muxControl: 'independent' }), 'check', 0)
    expect(independent).toMatchObject({ mux: 'collecting', ntt: true, actor: { state: 0x1d } })
    expect([isCollecting(independent), isDistributing(independent)]).toEqual([true, false])
  })

  test('MX6: distributing is not told', () => {
    const collecting = aPort({ ...heard, mux: 'collecting', muxControl: 'independent' })
    expect(mux(collecting, 'check', 0)).toMatchObject({ mux: 'distributing', ntt: false })
  })

  test('MX7: a partner that stops collecting stops distributing, and is told', () => {
    const running = aRunningPort({ muxControl: 'independent' })
    expect(running.mux).toBe('distributing')
    const port = mux({ ...running, partner: { ...B, state: 0x0d } }, 'check', 0)
    expect(port).toMatchObject({ mux: 'collecting', ntt: true, actor: { state: 0x1d } })
  })

  test('MX8: a partner out of sync stops both in the same instant', () => {
    const running = aRunningPort({ muxControl: 'independent' })
    const port = mux({ ...running, partner: { ...B, state: 0x35 } }, 'check', 0)
    expect(port).toMatchObject({ mux: 'attached', ntt: true, actor: { state: 0x0d } })
  })

  test('MX9: coupled, a partner out of sync stops traffic and keeps the selection', () => {
    const port = mux({ ...aRunningPort(), partner: { ...B, state: 0x35 } }, 'check', 0)
    expect(port).toMatchObject({ mux: 'attached', ntt: true, actor: { state: 0x0d }, selected: 'selected' })
  })

  test('an unselected port leaves its aggregator, one on standby keeps waiting for it', () => {
    expect(mux({ ...aRunningPort(), selected: 'unselected' }, 'check', 0)).toMatchObject({
      mux: 'detached',
      aggregator: null,
      actor: { state: 0x05 },
    })
    expect(mux({ ...aRunningPort(), selected: 'standby' }, 'check', 7)).toMatchObject({
      mux: 'waiting',
      aggregator: 1,
      actor: { state: 0x05 },
      timers: { 'wait-while': 2_000_007 },
    })
  })
})
