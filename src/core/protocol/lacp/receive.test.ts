import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RxState } from '../../model/protocolView.ts'
import { nextState } from '../machine.ts'
import { has, NO_PARTNER } from './identity.ts'
import { receive, RECEIVE_TABLE } from './receive.ts'
import type { RxInput } from './receive.ts'
import { aPort, aRunningPort, B, goodPdu } from './testing/ports.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

const up = { portEnabled: true }
const off = { portEnabled: true, lacpEnabled: false }

// oxfmt-ignore
const ARROWS: readonly [from: RxState, input: RxInput['type'], port: Partial<LacpPort>, to: RxState][] = [
  ['current',       'begin',                 up,                    'initialize'],
  ['initialize',    'check',                 {},                    'port-disabled'],
  ['current',       'check',                 {},                    'port-disabled'],
  ['port-disabled', 'check',                 { portMoved: true },   'initialize'],
  ['port-disabled', 'check',                 up,                    'expired'],
  ['port-disabled', 'check',                 off,                   'lacp-disabled'],
  ['lacp-disabled', 'check',                 up,                    'port-disabled'],
  ['expired',       'check',                 off,                   'port-disabled'],
  ['defaulted',     'check',                 off,                   'port-disabled'],
  ['current',       'check',                 off,                   'port-disabled'],
  ['expired',       'lacpdu',                up,                    'current'],
  ['defaulted',     'lacpdu',                up,                    'current'],
  ['current',       'lacpdu',                up,                    'current'],
  ['expired',       'current-while-expired', up,                    'defaulted'],
  ['current',       'current-while-expired', up,                    'expired'],
  ['defaulted',     'partner-admin-changed', up,                    'defaulted'],
  ['lacp-disabled', 'partner-admin-changed', off,                   'lacp-disabled'],
]

describe('arrows of the figure', () => {
  test.each(ARROWS)('%s on %s with %o goes to %s', (from, input, changes, to) => {
    expect(nextState(RECEIVE_TABLE, from, input, aPort(changes))).toBe(to)
  })

  test('there are no others', () => {
    expect(ARROWS).toHaveLength(RECEIVE_TABLE.length)
  })

  test.each(['initialize', 'expired', 'lacp-disabled', 'defaulted', 'current'] as const)(
    'from %s a lost link leads to PORT_DISABLED',
    (from) => {
      expect(nextState(RECEIVE_TABLE, from, 'check', aPort({ lacpEnabled: false }))).toBe('port-disabled')
    },
  )

  test.each(['initialize', 'port-disabled', 'lacp-disabled'] as const)('in %s a LACPDU is discarded', (from) => {
    expect(nextState(RECEIVE_TABLE, from, 'lacpdu', aPort(up))).toBeUndefined()
  })
})

describe('entry actions', () => {
  test('INITIALIZE forgets the partner and the selection', () => {
    const port = receive(aRunningPort(), { type: 'begin' }, 10)
    expect(port).toMatchObject({ selected: 'unselected', portMoved: false, partner: { system: NO_PARTNER.system } })
    expect(has(port.actor, BIT.defaulted)).toBe(true)
  })

  test('PORT_DISABLED keeps everything but the partner in sync', () => {
    const running = aRunningPort()
    const port = receive({ ...running, portEnabled: false }, { type: 'check' }, 10)
    expect(port).toMatchObject({
      rx: 'port-disabled',
      rxSince: 10,
      selected: 'selected',
      partner: { ...B, state: 0x35 },
    })
    expect(port.timers['current-while']).toBeNull()
  })

  test('EXPIRED assumes a partner out of sync that wants to hear every second', () => {
    const port = receive(aRunningPort(), { type: 'current-while-expired' }, 90_000_000)
    expect(port).toMatchObject({ rx: 'expired', ntt: true, partner: { ...B, state: 0x37 } })
    expect(port.timers['current-while']).toBe(93_000_000)
    expect(has(port.actor, BIT.expired)).toBe(true)
  })

  test('LACP_DISABLED takes the administrative partner as individual', () => {
    const partnerAdmin = { ...B, state: 0x3d }
    const port = receive({ ...aRunningPort({ partnerAdmin }), lacpEnabled: false }, { type: 'check' }, 10)
    expect(port).toMatchObject({ rx: 'lacp-disabled', selected: 'unselected', partner: { ...B, state: 0x39 } })
    expect(has(port.actor, BIT.expired)).toBe(false)
  })

  test('DEFAULTED takes the administrative partner and gives up the selection if that differs', () => {
    const expired = receive(aRunningPort(), { type: 'current-while-expired' }, 0)
    const port = receive(expired, { type: 'current-while-expired' }, 3_000_000)
    expect(port).toMatchObject({ rx: 'defaulted', selected: 'unselected', partner: NO_PARTNER })
    expect(port.timers['current-while']).toBeNull()
    expect(port.actor.state & (BIT.defaulted | BIT.expired)).toBe(BIT.defaulted)
  })

  test('CURRENT records the partner and restarts the timer, without a new state when it was CURRENT', () => {
    const running = aRunningPort()
    const port = receive(running, { type: 'lacpdu', pdu: goodPdu(running, { state: 0x0d }) }, 5)
    expect(port).toMatchObject({ rx: 'current', rxSince: 0, partner: { ...B, state: 0x0d }, ntt: false })
    expect(port.timers['current-while']).toBe(90_000_005)
  })
})

test('a partner without administrative record counts as in sync only in CURRENT', () => {
  const input = fc.oneof(
    fc.constantFrom<RxInput>({ type: 'begin' }, { type: 'check' }, { type: 'current-while-expired' }),
    fc.record({ state: fc.integer({ min: 0, max: 255 }), key: fc.constantFrom(7, 8) }),
    fc.record({ portEnabled: fc.boolean() }),
  )
  fc.assert(
    fc.property(fc.array(input), (inputs) => {
      let port = aPort({ portEnabled: true })
      for (const [now, one] of inputs.entries()) {
        if ('portEnabled' in one) port = receive({ ...port, ...one }, { type: 'check' }, now)
        else if ('key' in one)
          port = receive(port, { type: 'lacpdu', pdu: goodPdu(port, { state: one.state }, one) }, now)
        else port = receive(port, one, now)
        expect(port.rx === 'current' || !has(port.partner, BIT.synchronization)).toBe(true)
        expect(has(port.actor, BIT.expired) && port.rx !== 'expired' && port.rx !== 'port-disabled').toBe(false)
        expect(port.timers['current-while'] === null).toBe(port.rx !== 'expired' && port.rx !== 'current')
      }
    }),
    { seed: 20_261_124 },
  )
})
