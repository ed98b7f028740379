import { describe, expect, test } from 'vitest'
import { has } from './identity.ts'
import { receive } from './receive.ts'
import { aPort, aRunningPort, B, goodPdu } from './testing/ports.ts'
import {
  silence,
  addCable,
  alone,
  hear,
  input,
  portAt,
  run,
  sendTimes,
  sentBy,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import type { LacpIdentity } from '../../model/protocolView.ts'
import { BIT } from './types.ts'

describe('a partner that falls silent', () => {
  test('RX19: a LACPDU ends DEFAULTED', () => {
    const lab = alone()
    hear(lab, 'a:1', 5_000)
    run(lab, 5_000)
    expect(portAt(lab, 'a:1').rx).toBe('current')
    expect(has(portAt(lab, 'a:1').actor, BIT.defaulted)).toBe(false)
  })

  test.each([
    [false, 0x8d],
    [true, 0x8f],
  ])('RX20: EXPIRED stops traffic at once and says so in one LACPDU (fast: %o)', (short, state) => {
    const lab = twoNodes({ short }, {})
    silence(lab, 4_000, 1_000_000, 'b')
    run(lab, 200_000)
    const expired = lab.history.find(({ port, at, after }) => port === 'a:1' && at > 0 && after.rx === 'expired')
    expect(expired?.after.mux).toBe('attached')
    expect(sentBy(lab, 'a:1').filter(({ at }) => at === expired?.at)).toEqual([{ at: expired?.at, state }])
  })

  test('RX21: DEFAULTED detaches and tells it', () => {
    const lab = twoNodes({ short: true })
    silence(lab, 4_000, 1_000_000)
    run(lab, 60_000)
    const last = lab.history.findLast(({ port, after }) => port === 'a:1' && after.rx === 'defaulted')
    expect(last?.after).toMatchObject({ mux: 'detached', selected: 'unselected', aggregator: null })
    const told = lab.sent.find(({ port, at }) => port === 'a:1' && at === last?.at)
    expect(told?.state).toBe(0x47)
    expect(told?.pdu.partner).toEqual(portAt(lab, 'a:1').partnerAdmin)
  })

  test('RX22: an administrative partner like the last one keeps a static aggregation running', () => {
    const lab = alone({ short: true })
    input(lab, 'a:1', { type: 'partner-admin', partnerAdmin: { ...B, state: 0x3d } })
    hear(lab, 'a:1', [1, 1_000, 2_000, 3_000])
    run(lab, 20_000)
    expect(steps(lab, 'a:1', 'rx').slice(-2)).toEqual([
      [6_000, 'expired'],
      [9_000, 'defaulted'],
    ])
    expect(steps(lab, 'a:1', 'mux').slice(-2)).toEqual([
      [6_000, 'attached'],
      [9_000, 'collecting-distributing'],
    ])
    expect(portAt(lab, 'a:1').selected).toBe('selected')
  })

  test('RX23: in EXPIRED a slow partner is told every second', () => {
    const lab = alone()
    hear(lab, 'a:1', 1)
    run(lab, 93_000)
    expect(sendTimes(lab, 'a:1').filter((at) => at > 90_000)).toEqual([90_001, 91_001, 92_001])
  })
})

describe('what a LACPDU changes', () => {
  const running = aRunningPort()
  const hearing = (actor: Partial<LacpIdentity>, partner: Partial<LacpIdentity> = {}, port = running) =>
    receive(port, { type: 'lacpdu', pdu: goodPdu(port, actor, partner) }, 1)

  test.each([0x3c, 0x3f, 0x35, 0x2d, 0x1d, 0x7d, 0xbd])('RX24: state %i does not touch Selected', (state) => {
    expect(hearing({ state }).selected).toBe('selected')
  })

  test.each<[string, Partial<LacpIdentity>]>([
    ['a', { port: 2 }],
    ['b', { portPriority: 1 }],
    ['c', { system: '02:00:00:00:00:0c' }],
    ['d', { systemPriority: 1 }],
    ['e', { key: 8 }],
    ['f', { state: B.state & ~BIT.aggregation }],
  ])('RX25%s: a partner with %o is selected anew', (_id, actor) => {
    expect(hearing(actor).selected).toBe('unselected')
  })

  const state = running.actor.state
  test.each<[string, Partial<LacpIdentity>]>([
    ['a', { port: 2 }],
    ['b', { portPriority: 1 }],
    ['c', { system: '02:00:00:00:00:0c' }],
    ['d', { systemPriority: 1 }],
    ['e', { key: 8 }],
    ['f', { state: state ^ BIT.activity }],
    ['g', { state: state ^ BIT.timeout }],
    ['h', { state: state ^ BIT.synchronization }],
    ['i', { state: state ^ BIT.aggregation }],
  ])('RX26%s: a partner that believes %o is told', (_id, partner) => {
    expect(hearing({}, partner).ntt).toBe(true)
  })

  test.each([BIT.collecting, BIT.distributing, BIT.defaulted, BIT.expired])('RX27: bit %i is not told', (bit) => {
    expect(hearing({}, { state: state ^ bit }).ntt).toBe(false)
  })

  test('RX28: a partner that knows another key of mine is not in sync', () => {
    const port = hearing({}, { key: 8 })
    expect(has(port.partner, BIT.synchronization)).toBe(false)
    expect(port.ntt).toBe(true)
  })

  test('RX29: an individual partner is believed without knowing me, and is selected anew', () => {
    const port = hearing({ state: 0x39 }, { key: 8, port: 9, system: '02:00:00:00:00:0c' })
    expect(has(port.partner, BIT.synchronization)).toBe(true)
    expect(port.selected).toBe('unselected')
  })

  test('RX30: between two passive ends nobody keeps the link alive', () => {
    const passive = { ...running, actor: { ...running.actor, state: state & ~BIT.activity } }
    expect(has(hearing({ state: 0x3c }, {}, passive).partner, BIT.synchronization)).toBe(false)
  })

  test('RX31: an active end that the partner knows to be active keeps it alive', () => {
    expect(has(hearing({ state: 0x3c }).partner, BIT.synchronization)).toBe(true)
  })

  test('RX32: a loop cable is recorded but its two ports never share an aggregator', () => {
    const lab = alone({ ports: [1, 2], lag: { aggregators: 'many' } })
    addCable(lab, 'a:1', 'a:2')
    run(lab, 10_000)
    expect(portAt(lab, 'a:1')).toMatchObject({ rx: 'current', partner: { system: '02:00:00:00:00:0a', port: 2 } })
    expect([portAt(lab, 'a:1').aggregator, portAt(lab, 'a:2').aggregator]).toEqual([1, 2])
  })

  test('RX33: a new administrative partner replaces the old one in DEFAULTED', () => {
    const before = { ...B, state: 0x3d }
    const defaulted = aPort({
      portEnabled: true,
      rx: 'defaulted',
      partner: before,
      partnerAdmin: before,
      selected: 'selected',
    })
    const same = receive(defaulted, { type: 'partner-admin-changed' }, 1)
    expect(same.selected).toBe('selected')
    const other = receive({ ...defaulted, partnerAdmin: { ...before, key: 9 } }, { type: 'partner-admin-changed' }, 1)
    expect(other).toMatchObject({ rx: 'defaulted', selected: 'unselected', partner: { key: 9 } })
  })
})
