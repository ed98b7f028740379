import { describe, expect, test } from 'vitest'
import { has } from './identity.ts'
import {
  cableOf,
  setLight,
  addCable,
  addNode,
  alone,
  hear,
  input,
  portAt,
  run,
  schedule,
  sendTimes,
  sentBy,
  steps,
  twoNodes,
} from './testing/twoNodes.ts'
import { BIT } from './types.ts'

const DAY = 24 * 3_600_000

describe('timing', () => {
  test('RX1: at power-on the port is disabled, unselected, defaulted and silent', () => {
    const lab = twoNodes()
    expect(portAt(lab, 'a:1')).toMatchObject({ rx: 'port-disabled', selected: 'unselected', ntt: false })
    expect(portAt(lab, 'a:1').partner).toEqual(portAt(lab, 'a:1').partnerAdmin)
    expect(portAt(lab, 'a:1').actor.state).toBe(0x45)
  })

  test('RX2: a link that comes up is EXPIRED for three seconds', () => {
    const lab = alone()
    run(lab, 0)
    const port = portAt(lab, 'a:1')
    expect(port.rx).toBe('expired')
    expect(has(port.actor, BIT.expired)).toBe(true)
    expect(port.partner.state & (BIT.timeout | BIT.synchronization)).toBe(BIT.timeout)
    expect(port.timers['current-while']).toBe(3_000_000)
  })

  test('RX3: without an answer it is DEFAULTED at 3000', () => {
    const lab = alone()
    run(lab, 2_999)
    expect(portAt(lab, 'a:1').rx).toBe('expired')
    run(lab, 3_000)
    expect(portAt(lab, 'a:1').rx).toBe('defaulted')
    expect(portAt(lab, 'a:1').actor.state & (BIT.defaulted | BIT.expired)).toBe(BIT.defaulted)
  })

  test.each([2_999, 3_000])('RX4: a LACPDU at %i is in time', (at) => {
    const lab = alone()
    hear(lab, 'a:1', at)
    run(lab, 3_000)
    expect(steps(lab, 'a:1', 'rx')).toEqual([
      [0, 'expired'],
      [at, 'current'],
    ])
  })

  test('RX5: with LACP off the port neither speaks nor listens', () => {
    const lab = alone()
    input(lab, 'a:1', { type: 'lacp-enabled', enabled: false })
    hear(lab, 'a:1', [100, 200])
    run(lab, 60_000)
    const port = portAt(lab, 'a:1')
    expect(port).toMatchObject({ rx: 'lacp-disabled', selected: 'unselected', counters: { lacpdusRx: 2 } })
    expect(has(port.partner, BIT.aggregation)).toBe(false)
    expect(has(port.actor, BIT.defaulted)).toBe(true)
    expect(lab.sent).toEqual([])
  })

  test('RX6: LACP switched on at 5000 starts in EXPIRED', () => {
    const lab = alone()
    input(lab, 'a:1', { type: 'lacp-enabled', enabled: false })
    schedule(lab, 5_000, () => input(lab, 'a:1', { type: 'lacp-enabled', enabled: true }))
    run(lab, 5_000)
    expect(portAt(lab, 'a:1')).toMatchObject({ rx: 'expired', rxSince: 5_000_000 })
    expect(sendTimes(lab, 'a:1')).toEqual([5_000])
  })

  test('RX7: a slow port expires a silent partner after 90 s and defaults it after 93 s', () => {
    const lab = alone()
    hear(lab, 'a:1', 100)
    run(lab, 100_000)
    expect(steps(lab, 'a:1', 'rx').slice(-2)).toEqual([
      [90_100, 'expired'],
      [93_100, 'defaulted'],
    ])
  })

  test('RX8: a fast port expires a silent partner after 3 s and defaults it after 6 s', () => {
    const lab = alone({ short: true })
    hear(lab, 'a:1', 100)
    run(lab, 10_000)
    expect(steps(lab, 'a:1', 'rx').slice(-2)).toEqual([
      [3_100, 'expired'],
      [6_100, 'defaulted'],
    ])
  })

  test('RX9: a LACPDU every 89.999 s keeps a slow port CURRENT for a day', () => {
    const lab = alone()
    hear(
      lab,
      'a:1',
      Array.from({ length: Math.ceil(DAY / 89_999) }, (_, nth) => nth * 89_999 + 1),
    )
    run(lab, DAY)
    expect(steps(lab, 'a:1', 'rx')).toEqual([
      [0, 'expired'],
      [1, 'current'],
    ])
  })

  test('RX10: a partner that speaks one millisecond late is EXPIRED for that millisecond, Selected stays', () => {
    const lab = alone({ short: true })
    hear(lab, 'a:1', [1, 3_000, 6_001])
    run(lab, 6_001)
    expect(steps(lab, 'a:1', 'rx').slice(1)).toEqual([
      [1, 'current'],
      [6_000, 'expired'],
      [6_001, 'current'],
    ])
    expect(steps(lab, 'a:1', 'selected')).toEqual([[1, 'selected']])
  })

  test('RX11: each LACPDU gives the whole timeout again', () => {
    const lab = alone()
    hear(lab, 'a:1', [1, 1_000])
    run(lab, 1_000)
    expect(portAt(lab, 'a:1').timers['current-while']).toBe(91_000_000)
  })

  test('RX12: a new rate is told at once and counts for us from the next LACPDU', () => {
    const lab = alone()
    hear(lab, 'a:1', 1)
    run(lab, 9_000)
    const before = portAt(lab, 'a:1').timers['current-while']
    schedule(lab, 10_000, () => input(lab, 'a:1', { type: 'actor', actor: { state: 0x07 } }))
    run(lab, 10_000)
    expect(portAt(lab, 'a:1').timers['current-while']).toBe(before)
    expect(sentBy(lab, 'a:1').at(-1)).toEqual({ at: 10_000, state: 0x3f })
    hear(lab, 'a:1', 11_000)
    run(lab, 11_000)
    expect(portAt(lab, 'a:1').timers['current-while']).toBe(14_000_000)
  })
})

describe('a link that bounces', () => {
  test('RX13: a lost link stops traffic at once and says nothing; partner and selection are kept', () => {
    const lab = twoNodes()
    schedule(lab, 5_000, () => setLight(lab, cableOf(lab), false))
    run(lab, 5_000)
    expect(portAt(lab, 'a:1')).toMatchObject({
      rx: 'port-disabled',
      mux: 'attached',
      muxSince: 5_000_000,
      selected: 'selected',
      partner: { system: '02:00:00:00:00:0b', key: 7, port: 1 },
    })
    run(lab, 5_499)
    expect(lab.sent.filter(({ at }) => at >= 5_000)).toEqual([])
  })

  test('RX14: with the same partner traffic is back one delay after the light, without waiting', () => {
    const lab = twoNodes()
    schedule(lab, 5_000, () => setLight(lab, cableOf(lab), false))
    schedule(lab, 5_500, () => setLight(lab, cableOf(lab), true))
    run(lab, 6_000)
    expect(steps(lab, 'a:1', 'rx').slice(-3)).toEqual([
      [5_000, 'port-disabled'],
      [5_500, 'expired'],
      [5_501, 'current'],
    ])
    expect(steps(lab, 'a:1', 'mux').slice(-2)).toEqual([
      [5_000, 'attached'],
      [5_501, 'collecting-distributing'],
    ])
    expect(sentBy(lab, 'a:1').find(({ at }) => at >= 5_000)).toEqual({ at: 5_500, state: 0x8d })
    expect(steps(lab, 'a:1', 'selected')).toEqual([[1, 'selected']])
  })

  test('RX15: with another partner the port is selected anew and waits two seconds', () => {
    const lab = twoNodes()
    addNode(lab, 'c', { system: '02:00:00:00:00:0c' })
    schedule(lab, 5_000, () => setLight(lab, cableOf(lab), false))
    addCable(lab, 'a:1', 'c:1', 5_500)
    run(lab, 10_000)
    expect(steps(lab, 'a:1', 'mux').slice(-4)).toEqual([
      [5_000, 'attached'],
      [5_501, 'waiting'],
      [7_501, 'attached'],
      [7_502, 'collecting-distributing'],
    ])
    expect(sentBy(lab, 'a:1').find(({ at }) => at === 5_501)).toEqual({ at: 5_501, state: 0x05 })
    expect(portAt(lab, 'a:1').partner.system).toBe('02:00:00:00:00:0c')
  })

  test('RX16: a partner that turns up on another port is forgotten by the dark one', () => {
    const lab = alone({ ports: [1, 2] })
    hear(lab, 'a:1', 1, { port: 5 })
    schedule(lab, 100, () => input(lab, 'a:1', { type: 'port-enabled', enabled: false }))
    hear(lab, 'a:2', 200, { port: 5 })
    run(lab, 199)
    expect(portAt(lab, 'a:1').partner.port).toBe(5)
    run(lab, 200)
    const port = portAt(lab, 'a:1')
    expect(port).toMatchObject({ rx: 'port-disabled', selected: 'unselected', portMoved: false })
    expect(port.partner).toEqual(port.partnerAdmin)
  })

  test('RX17: a port that is up does not forget its partner', () => {
    const lab = alone({ ports: [1, 2] })
    hear(lab, 'a:1', 1, { port: 5 })
    hear(lab, 'a:2', 200, { port: 5 })
    run(lab, 200)
    expect(portAt(lab, 'a:1')).toMatchObject({ rx: 'current', selected: 'selected', partner: { port: 5 } })
  })

  test('RX18: a LACPDU on a disabled port is only counted', () => {
    const lab = alone()
    schedule(lab, 0, () => input(lab, 'a:1', { type: 'port-enabled', enabled: false }))
    hear(lab, 'a:1', 10)
    run(lab, 10)
    expect(portAt(lab, 'a:1')).toMatchObject({ rx: 'port-disabled', counters: { lacpdusRx: 1 }, partner: { key: 0 } })
  })
})
