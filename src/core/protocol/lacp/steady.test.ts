import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodic } from './periodic.ts'
import { receive } from './receive.ts'
import { hearAgain, speakAgain } from './steady.ts'
import { A, aRunningPort, B, goodPdu } from './testing/ports.ts'
import type { Lacpdu, LacpPort, LacpTimer } from './types.ts'

const SEED = 20_261_124
const NOW = 1_000_000

test('a LACPDU that repeats what is known is taken as the receive machine takes it', () => {
  const taken = check(fc.record({ port: ports(), pdu: pdus() }), ({ port, pdu }) => {
    const heard = pdu(port)
    return [(own) => hearAgain(own, heard, NOW), () => receive(port, { type: 'lacpdu', pdu: heard }, NOW)]
  })
  expect(taken).toBeGreaterThan(20)
})

test('the end of a period is taken as the periodic machine takes it', () => {
  const taken = check(fc.record({ port: ports() }), ({ port }) => [
    (own) => speakAgain(own, NOW),
    () => periodic(port, 'periodic-expired', NOW),
  ])
  expect(taken).toBeGreaterThan(20)
})

test('a port is left to the machines while another of its timers has come', () => {
  const others: readonly LacpTimer[] = ['current-while', 'wait-while', 'actor-churn', 'partner-churn', 'tx-limit']
  for (const timer of others) {
    const { timers, ...port } = aRunningPort()
    const due = { ...port, timers: { ...timers, periodic: NOW, [timer]: NOW } }
    expect([timer, speakAgain(due, NOW)]).toEqual([timer, false])
  }
})

test('a deadline that comes nearer is left to the machine, whose caller sets the wake-up', () => {
  const port = aRunningPort()
  const short = { ...port, actor: { ...port.actor, state: port.actor.state | 0x02 } }
  expect(hearAgain(short, { ...goodPdu(short), actor: short.partner }, NOW)).toBe(false)
  expect(short.timers).toEqual(port.timers)
})

type Case = readonly [inPlace: (own: LacpPort) => boolean, machine: () => LacpPort]

/** Both ways on many cases; a case that is not taken leaves the port alone. Returns how many were taken. */
function check<T extends { port: LacpPort }>(cases: fc.Arbitrary<T>, ways: (one: T) => Case): number {
  let taken = 0
  fc.assert(
    fc.property(cases, (one) => {
      const [inPlace, machine] = ways(one)
      const own = { ...one.port, timers: { ...one.port.timers }, counters: { ...one.port.counters } }
      const isTaken = inPlace(own)
      if (isTaken) taken += 1
      expect(own).toEqual(isTaken ? machine() : one.port)
    }),
    { seed: SEED, numRuns: 1_000 },
  )
  return taken
}

/** Ports that run, most of them at rest, with something about them changed now and then. */
function ports(): fc.Arbitrary<LacpPort> {
  const changes = fc.record<Partial<LacpPort>>(
    {
      rx: fc.constantFrom('current', 'current', 'expired', 'defaulted'),
      periodic: fc.constantFrom('slow-periodic', 'slow-periodic', 'fast-periodic', 'no-periodic'),
      actor: fc.nat(255).map((state) => ({ ...A, state })),
      partner: fc.nat(255).map((state) => ({ ...B, state })),
      lacpEnabled: fc.constantFrom(true, true, true, false),
    },
    { requiredKeys: [] },
  )
  return changes.map((change) => {
    const port = { ...aRunningPort(), ...change }
    return { ...port, timers: { ...port.timers, periodic: NOW } }
  })
}

/** LACPDUs of the partner as it is known, or changed in its state or in what it thinks of the port. */
function pdus(): fc.Arbitrary<(port: LacpPort) => Lacpdu> {
  const state = fc.option(fc.nat(255), { nil: null, freq: 2 })
  return fc.record({ actor: state, partner: state }).map(({ actor, partner }) => (port) => ({
    ...goodPdu(port),
    actor: actor === null ? port.partner : { ...port.partner, state: actor },
    partner: partner === null ? port.actor : { ...port.actor, state: partner },
  }))
}
