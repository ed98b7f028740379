import { describe, expect, test } from 'vitest'
import { capturedFrames, createTap, type Captured } from './capture.ts'
import { fingerprint } from './trace.ts'
import type { Simulator } from './state.ts'
import { fail, repair, SECOND, start, until } from './testing/scenario.ts'

describe('a capture', () => {
  test('changes nothing of a run', () => {
    const [plain, tapped] = [false, true].map((listens) => {
      const sim = start({ probeUs: 10_000 })
      if (listens) sim.capture = everything()
      faults(sim)
      until(sim, 8)
      return sim
    })
    expect(fingerprint(tapped!)).toBe(fingerprint(plain!))
    expect(tapped!.events).toEqual(plain!.events)
  })

  test('knows every probe that was delivered, lost on its way, or discarded', () => {
    const sim = start({ probeUs: 10_000 })
    sim.capture = everything()
    faults(sim)
    until(sim, 8)
    const frames = capturedFrames(sim.capture)
    expect(frames.map(({ seq }) => seq)).toEqual(frames.map((_, index) => index))
    expect(frames.every((frame, at) => at === 0 || frame.at >= frames[at - 1]!.at)).toBe(true)
    const reasons = new Set(frames.map(reasonOf))
    for (const reason of ['no light this way', 'the cable is silent this way', 'the control plane hangs']) {
      expect(reasons).toContain(reason)
    }
    const arrived = frames.filter((one) => one.fate.is === 'delivered' && reachesItsHost(sim, one)).length
    const counted = sim.directions.map(({ delivered, duplicated }) => delivered + duplicated)
    expect(arrived).toBe(counted.reduce((sum, count) => sum + count, 0))
  })

  test('listens on chosen cables, to protocols alone', () => {
    const sim = start({ probeUs: 10_000 })
    sim.capture = createTap({ links: new Set([0]), probes: false, limit: 1000, keep: 'first' })
    until(sim, 5)
    const frames = capturedFrames(sim.capture)
    expect(frames.length).toBeGreaterThan(0)
    expect(frames.every(({ link, frame }) => link === 0 && frame.kind !== 'data')).toBe(true)
  })

  test.each([
    ['first', 0],
    ['latest', 1],
  ] as const)('of limited size keeps the %s frames', (keep, which) => {
    const sim = start({ probeUs: 10_000 })
    sim.capture = createTap({ links: null, probes: true, limit: 50, keep })
    until(sim, 1)
    const { seen } = sim.capture
    expect(seen).toBeGreaterThan(1000)
    const first = which === 0 ? 0 : seen - 50
    expect(capturedFrames(sim.capture).map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => first + n))
  })

  test('goes on after a snapshot', () => {
    const sim = start({ probeUs: 10_000 })
    sim.capture = everything()
    until(sim, 1)
    const copy = structuredClone(sim)
    for (const one of [sim, copy]) until(one, 3)
    expect(copy.capture).toEqual(sim.capture)
  })
})

function everything() {
  return createTap({ links: null, probes: true, limit: 1_000_000, keep: 'first' })
}

function faults(sim: Simulator): void {
  fail(sim, 'link-cut', 'srv-1:eth0', 1)
  fail(sim, 'link-silent', 'srv-2:eth1', 2)
  repair(sim, 'link-cut', 'srv-1:eth0', 4)
  fail(sim, 'control-plane-hang', 'leaf-b', 5)
}

function reasonOf({ fate }: Captured): string | null {
  return 'reason' in fate ? fate.reason : null
}

/** A probe that counts, on the last cable of its way. */
function reachesItsHost(sim: Simulator, { frame, link, fromEnd }: Captured): boolean {
  if (frame.kind !== 'data') return false
  const port = sim.plan.ports[sim.plan.links[link]!.ports[fromEnd === 0 ? 1 : 0]]
  return port?.device === frame.destination && frame.probe.seq >= sim.directions[frame.probe.direction]!.firstSeq
}

test('times are those that are reported', () => {
  const sim = start({ probeUs: 10_000 })
  sim.capture = everything()
  until(sim, 1)
  const times = capturedFrames(sim.capture).map(({ at }) => at)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...times)).toBeLessThanOrEqual(SECOND)
})
