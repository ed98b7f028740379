import { describe, expect, test } from 'vitest'
import { transmit } from './transmit.ts'
import { aPort, aRunningPort } from './testing/ports.ts'
import { alone, hear, input, portAt, run, schedule, sendTimes, sentBy, twoNodes } from './testing/twoNodes.ts'
import type { Lab } from './testing/twoNodes.ts'
import type { Habits } from './types.ts'

const T = 100_000

describe('one port', () => {
  test('nothing to say, nothing sent', () => {
    const port = aRunningPort()
    expect(transmit(port, 0)).toBeNull()
    expect(port).toEqual(aRunningPort())
  })

  test('TX7: a LACPDU carries the values of the moment it is sent', () => {
    const port = { ...aRunningPort({ muxControl: 'coupled' }), ntt: true }
    const sent = transmit(port, 5)
    expect(sent?.pdu).toEqual({ version: 1, actor: port.actor, partner: port.partner, collectorMaxDelay: 0 })
    expect(port).toMatchObject({ ntt: false, sentAt: [5], counters: { lacpdusTx: 1 } })
  })

  test('what it said before is said again as it is, until one of its values is another', () => {
    const port = { ...aRunningPort(), ntt: true }
    const first = transmit(port, 5)
    port.ntt = true
    expect(transmit(port, 1_000_005)).toBe(first)
    expect(port.sentAt).toEqual([1_000_005])
    port.ntt = true
    port.partner = { ...port.partner, state: 0x0d }
    expect(transmit(port, 2_000_005)?.pdu.partner).toBe(port.partner)
    expect(first?.pdu.partner).not.toBe(port.partner)
  })

  test('the fourth within a second stays pending until there is room', () => {
    const port = { ...aRunningPort(), ntt: true, sentAt: [100, 200, 300] }
    expect(transmit(port, 400)).toBeNull()
    expect(port).toMatchObject({ ntt: true, timers: { 'tx-limit': 1_000_100 } })
  })

  test('a silent port forgets what it had to say', () => {
    const port = aPort({ ntt: true })
    expect(transmit(port, 0)).toBeNull()
    expect(port).toEqual(aPort({ ntt: false }))
  })
})

test('TX1: three of five go out, then one with the latest state a second after the first', () => {
  const lab = quiet()
  for (const [nth, at] of [0, 10, 20, 30, 40].entries()) tell(lab, at, 10 + nth)
  run(lab, T + 2_000)
  expect(since(lab)).toEqual([0, 10, 20, 1_000])
  expect(lab.sent.at(-1)?.pdu.actor.portPriority).toBe(14)
})

test('TX2: a change that is taken back while it waits is still told once', () => {
  const lab = quiet()
  for (const at of [0, 10, 20, 30]) tell(lab, at, 10 + at)
  tell(lab, 500, 255)
  run(lab, T + 2_000)
  expect(since(lab)).toEqual([0, 10, 20, 1_000])
  expect(lab.sent.at(-1)?.pdu.actor.portPriority).toBe(255)
})

test('TX3: a periodic LACPDU and a pending one are one', () => {
  const lab = alone()
  hear(lab, 'a:1', 1, { state: 0x07 })
  for (const [nth, at] of [10, 20, 30].entries()) schedule(lab, at, () => priority(lab, nth))
  run(lab, 1_500)
  expect(sendTimes(lab, 'a:1')).toEqual([0, 10, 20, 1_000])
})

test('TX4: the window slides', () => {
  const lab = quiet()
  for (const at of [0, 10, 20, 1_000, 1_005]) tell(lab, at, 10 + at)
  run(lab, T + 3_000)
  expect(since(lab)).toEqual([0, 10, 20, 1_000, 1_010])
})

test('TX6: attaching and distributing in one instant is one LACPDU', () => {
  const lab = alone()
  hear(lab, 'a:1', [1, 1_000])
  run(lab, 3_000)
  expect(sentBy(lab, 'a:1').at(-1)).toEqual({ at: 2_001, state: 0x3d })
})

describe('with the habits of Linux', () => {
  test('TX8: two things to say 10 ms apart are two LACPDUs 300 ms apart', () => {
    const lab = quiet('linux')
    for (const at of [0, 10]) tell(lab, at, 10 + at)
    run(lab, T + 2_000)
    expect(since(lab)).toEqual([0, 300])
    expect(lab.sent.at(-1)?.pdu.actor.portPriority).toBe(20)
  })

  test('TX8: there is no other limit: one in 300 ms for as long as there is something to say', () => {
    const lab = quiet('linux')
    for (let at = 0; at <= 1_800; at += 10) tell(lab, at, 10 + at)
    run(lab, T + 2_090)
    expect(since(lab)).toEqual([0, 300, 600, 900, 1_200, 1_500, 1_800])
  })

  test('TX8: sync and distribution, which the standard tells within a millisecond, go out 300 ms apart', () => {
    const times = (habits: Habits) => {
      const lab = twoNodes({ habits })
      run(lab, 2_900)
      return sentBy(lab, 'a:1').filter(({ at }) => at > 2_000)
    }
    expect(times('standard')).toEqual([
      { at: 2_001, state: 0x0d },
      { at: 2_002, state: 0x3d },
    ])
    expect(times('linux')).toEqual([
      { at: 2_001, state: 0x0d },
      { at: 2_301, state: 0x3d },
    ])
  })
})

/** A port that has been DEFAULTED for long: no periodic LACPDU falls into the test. */
function quiet(habits: Habits = 'standard'): Lab {
  const lab = alone({ habits })
  run(lab, T - 1)
  return lab
}

function tell(lab: Lab, at: number, portPriority: number): void {
  schedule(lab, T + at, () => priority(lab, portPriority))
}

function priority(lab: Lab, portPriority: number): void {
  input(lab, 'a:1', { type: 'actor', actor: { portPriority } })
}

function since(lab: Lab): number[] {
  expect(portAt(lab, 'a:1').ntt).toBe(false)
  return sendTimes(lab, 'a:1')
    .filter((at) => at >= T)
    .map((at) => at - T)
}
