import { expect, test } from 'vitest'
import type { RunCommand, TimedCommand } from '../core/model/scenario.ts'
import { fingerprint } from '../core/sim/trace.ts'
import { basicPair } from '../core/templates/basicPair.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { frameRows } from './frames.ts'
import type { Run } from './messages.ts'
import { advance, deltaOf, doAt, loadRun, review, takeStepBack, type Runner } from './runner.ts'

const CUT = fail('link-cut', 'srv-1:eth0')
const SPLIT: readonly TimedCommand[] = [
  { at: 2 * second(), command: fail('keepalive-down', 'leafs') },
  { at: 5 * second(), command: fail('peer-link-down', 'leafs') },
  { at: 20 * second(), command: { type: 'repair-all' } },
]

test('a run with scheduled commands begins where it is told to, and they act when their time comes', () => {
  const runner = load({ commands: SPLIT, until: 0 })
  expect(deltaOf(runner)).toMatchObject({ now: 0, commands: SPLIT })
  runTo(runner, 4 * second())
  expect(active(runner)).toEqual(['keepalive-down'])
  runTo(runner, 6 * second())
  expect(active(runner)).toEqual(['keepalive-down', 'peer-link-down'])
})

test('playing to its end, jumping to an instant and looking back at it show the same numbers', () => {
  const at = 12 * second()
  const jumped = load({ commands: SPLIT, until: 0 })
  runTo(jumped, at)
  const loaded = load({ commands: SPLIT, until: at })
  const played = load({ commands: SPLIT, until: 0 })
  played.speed = 10
  played.playUntil = at
  play(played)
  expect([played, jumped, loaded].map(({ sim }) => sim.now - sim.zero)).toEqual([at, at, at])
  expect(new Set([played, jumped, loaded].map(({ sim }) => fingerprint(sim))).size).toBe(1)
  runTo(jumped, 30 * second())
  review(jumped, at)
  expect(jumped.past && fingerprint(jumped.past)).toBe(fingerprint(played.sim))
})

test('what is done live while commands wait is part of the recording, which replays to the same trace', () => {
  const live = load({ commands: SPLIT, until: 0 })
  runTo(live, 3 * second())
  expect(doAt(live, CUT)).toBeNull()
  runTo(live, 30 * second())
  const recorded = live.commands.toSorted((a, b) => a.at - b.at)
  expect(recorded.map(({ at }) => at / second())).toEqual([2, 3, 5, 20])
  const again = load({ commands: recorded, until: 0 })
  runTo(again, 30 * second())
  expect(fingerprint(again.sim)).toBe(fingerprint(live.sim))
})

test('a failure is scheduled live and taken back: the past that is looked at never heard of it', () => {
  const [step, other] = [
    { at: 30 * second(), command: CUT },
    { at: 40 * second(), command: fail('device-power-off', 'leaf-b') },
  ]
  const runner = load({ commands: [], until: 0 })
  expect(doAt(runner, step.command, step.at)).toBeNull()
  runTo(runner, 12 * second())
  expect(doAt(runner, other.command, other.at)).toBeNull()
  expect(doAt(runner, CUT, 3 * second())).toBe('3 s is past: the run stands at 12 s.')
  expect(runner.commands).toEqual([step, other])
  takeStepBack(runner, step)
  expect(runner.commands).toEqual([other])
  runTo(runner, 50 * second())
  expect(active(runner)).toEqual(['device-power-off'])
  review(runner, 35 * second())
  expect(runner.past?.failures).toEqual([])
  review(runner, 45 * second())
  expect(runner.past?.failures.map(({ active: one }) => one.failure)).toEqual(['device-power-off'])
  const again = load({ commands: [other], until: 50 * second() })
  expect(fingerprint(again.sim)).toBe(fingerprint(runner.sim))
  // What has acted is part of the run.
  takeStepBack(runner, other)
  expect(runner.commands).toEqual([other])
})

test('a failure that is repaired after a while lasts exactly so long', () => {
  const runner = load({ commands: [], until: 0 })
  runTo(runner, 1_234_567)
  expect(doAt(runner, CUT, undefined, 5 * second())).toBeNull()
  expect(runner.commands.map(({ at, command }) => [at, command.type])).toEqual([
    [1_234_567, 'fail'],
    [6_234_567, 'repair'],
  ])
  runTo(runner, 20 * second())
  expect(runner.sim.failures.map(({ active: { at }, repairedAt }) => [at, repairedAt])).toEqual([
    [1_234_567, 6_234_567],
  ])
})

test('commands that do not fit are told, the others are taken', () => {
  const runner = load({ commands: [{ at: 1, command: fail('link-cut', 'srv-9:eth0') }, ...SPLIT], until: 0 })
  expect(runner.refused).toEqual([expect.stringMatching(/^Nothing here is called "srv-9"/)])
  expect(runner.commands).toEqual(SPLIT)
})

test('a run goes on until nothing is pending: past scheduled commands, hold-downs and a device that boots', () => {
  const reload = fail('device-reload', 'leaf-b', { boot: '30' })
  const runner = load({ commands: [{ at: 2 * second(), command: reload }], until: 0 })
  converge(runner)
  expect(deltaOf(runner)).toMatchObject({ running: false, domains: [{ status: 'active-active' }] })
  // 2 s, the gap, 30 s of boot, and the delay of members and orphans of a peer that returns.
  const reached = (runner.sim.now - runner.sim.zero) / second()
  expect(reached).toBeGreaterThan(34 + 30)
  expect(reached).toBeLessThan(200)
  converge(runner)
  expect((runner.sim.now - runner.sim.zero) / second() - reached).toBeLessThan(1)
})

test('the frame list shows the instant that is looked at', () => {
  const runner = load({ commands: SPLIT, until: 30 * second() })
  review(runner, 10 * second())
  const update = frameRows(runner, {
    type: 'frames',
    filter: { kind: null, scope: 'everywhere' },
    from: null,
    count: 10,
  })
  if (update.type !== 'frames') throw new Error(update.type)
  const times = update.rows.map(({ at }) => at)
  expect(times.filter((at) => at <= 10 * second())).toHaveLength(6)
  expect(update.total).toBeGreaterThan(update.from + 10)
})

function second(): number {
  return 1_000_000
}

function fail(failure: string, target: string, options: Record<string, string> = {}): RunCommand {
  return { type: 'fail', failure, target, options }
}

function load(part: Pick<Run, 'commands'> & { readonly until: number }): Runner {
  const run: Run = { topology: basicPair.build().topology, seed: 1, probeUs: 10_000, start: 'settled', ...part }
  return loadRun({ type: 'load', id: 1, run, profiles: PROFILES }, null)
}

function runTo(runner: Runner, at: number): void {
  runner.runTo = at
  play(runner)
}

function converge(runner: Runner): void {
  runner.runTo = 'converged'
  play(runner)
}

/** Ticks of 16 ms of real time, each with time for one slice of events. */
function play(runner: Runner): void {
  runner.running = true
  while (runner.running) {
    let looks = 0
    advance(runner, 16, () => looks++, 2)
  }
}

function active({ sim }: Runner): readonly string[] {
  return sim.failures.filter(({ repairedAt }) => repairedAt === null).map(({ active: one }) => one.failure)
}
