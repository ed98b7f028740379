import { expect, test } from 'vitest'
import { scheduleCommand } from './commands.ts'
import { createHistory, keptOctets, remember, stateAt, type PastCommand } from './history.ts'
import { runUntil } from './simulator.ts'
import type { Simulator } from './state.ts'
import { SECOND, start } from './testing/scenario.ts'
import { fingerprint } from './trace.ts'
import { viewOf } from './view.ts'

const CUT = { type: 'fail', failure: 'link-cut', target: 'srv-1:eth0', options: {} } as const
const OFF = { type: 'fail', failure: 'device-power-off', target: 'leaf-a', options: {} } as const

test('any past instant looks as it did then, live commands included', () => {
  const sim = start({ probeUs: 10_000 })
  const history = createHistory(LIMITS)
  const commands: PastCommand[] = []
  const seen = new Map<number, { fingerprint: string; view: ReturnType<typeof viewOf> }>()
  for (let second = 0; second <= 60; second += 1) {
    if (second === 12) live(sim, commands, CUT)
    if (second === 33) live(sim, commands, OFF)
    runUntil(sim, sim.zero + second * SECOND)
    remember(history, sim, commands.length)
    seen.set(second, { fingerprint: fingerprint(sim), view: viewOf(sim) })
  }
  for (const second of [0, 4, 12, 13, 33, 34, 59, 60]) {
    const past = stateAt(history, sim, commands, second * SECOND)
    expect([second, fingerprint(past)]).toEqual([second, seen.get(second)?.fingerprint])
    expect(viewOf(past)).toEqual(seen.get(second)?.view)
  }
  expect(fingerprint(sim)).toBe(seen.get(60)?.fingerprint)
})

test('a command at the very instant that is kept is not forgotten, nor one beside commands that still wait', () => {
  const sim = start({ probeUs: 10_000 })
  const history = createHistory(LIMITS)
  const commands: PastCommand[] = [{ at: 9 * SECOND, command: OFF }]
  scheduleCommand(sim, 9 * SECOND, OFF)
  remember(history, sim, commands.length)
  live(sim, commands, CUT)
  for (const second of [2, 6, 12]) {
    runUntil(sim, sim.zero + second * SECOND)
    remember(history, sim, commands.length)
  }
  const past = stateAt(history, sim, commands, 4 * SECOND)
  expect(past.failures.map(({ active }) => active.failure)).toEqual(['link-cut'])
  expect(fingerprint(stateAt(history, sim, commands, 12 * SECOND))).toBe(fingerprint(sim))
})

test('what is kept stays bounded while every instant can still be shown', () => {
  const sim = start({ probeUs: 200_000 })
  const history = createHistory({ everyEvents: 1_000, mostOctets: 250_000 })
  const seen = new Map<number, string>()
  for (let at = 0; at <= 1_800; at += 1) {
    runUntil(sim, sim.zero + at * SECOND)
    remember(history, sim, 0)
    if (at % 450 === 77) seen.set(at, fingerprint(sim))
  }
  expect(keptOctets(history)).toBeLessThan(500_000)
  expect(history.everyEvents).toBeGreaterThan(1_000)
  for (const [at, expected] of seen) {
    const past = stateAt(history, sim, [], at * SECOND)
    expect([past.now - past.zero, fingerprint(past)]).toEqual([at * SECOND, expected])
  }
})

test('kept instants tell only what changed, and a run that goes on from one changes none', () => {
  const sim = start({ probeUs: 10_000 })
  const history = createHistory({ everyEvents: 10_000, mostOctets: LIMITS.mostOctets })
  while (history.kept.length < 12) {
    runUntil(sim, sim.now + SECOND)
    remember(history, sim, 0)
  }
  const whole = keptOctets({ ...history, kept: history.kept.slice(0, 1) })
  expect(keptOctets(history)).toBeLessThan(6 * whole)
  const middle = (sim.now - sim.zero) / 2
  const before = fingerprint(stateAt(history, sim, [], middle))
  const past = stateAt(history, sim, [], middle)
  scheduleCommand(past, middle + SECOND, OFF)
  runUntil(past, past.now + 20 * SECOND)
  expect(fingerprint(stateAt(history, sim, [], middle))).toBe(before)
  expect(fingerprint(stateAt(history, sim, [], sim.now - sim.zero))).toBe(fingerprint(sim))
})

const LIMITS = { everyEvents: 10_000, mostOctets: 32_000_000 }

function live(sim: Simulator, commands: PastCommand[], command: PastCommand['command']): void {
  const at = sim.now - sim.zero
  scheduleCommand(sim, at, command)
  runUntil(sim, sim.now)
  commands.push({ at, command })
}
