import { PROFILES } from '../vendors/index.ts'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { scheduleCommand } from './commands.ts'
import { keptState, restored } from './keptState.ts'
import { createPacker } from './packing.ts'
import { settle } from './settle.ts'
import { createSimulator, runUntil } from './simulator.ts'
import type { CommandEvent } from './events.ts'
import type { Simulator } from './state.ts'
import { SECOND, start, until } from './testing/scenario.ts'
import { fingerprint } from './trace.ts'
import { viewOf } from './view.ts'

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const { topology } = template.build()

  test('converges to the end state it declares, every flow delivered', () => {
    const sim = settled()
    expect(sim.settled).toBe(true)
    const view = until(sim, 5)
    for (const { domain, status } of template.endState.domains) {
      expect(view.domains.find((d) => d.domain === domain)?.status).toBe(status)
    }
    for (const { device, bond, distributing } of template.endState.lags) {
      const lag = view.lags.find((l) => l.device === device && l.bond === bond)
      expect([device, bond, lag?.distributing.length]).toEqual([device, bond, distributing])
    }
    const blocked = view.lags.flatMap(({ device, bond, members }) =>
      members.some((port) => view.ports.find((p) => p.port === port)?.state === 'blocked') ? [{ device, bond }] : [],
    )
    expect(blocked).toEqual(template.endState.blocked ?? [])
    for (const direction of view.directions) {
      expect(direction).toMatchObject({ lost: 0, duplicated: 0, startup: 0 })
      expect(direction.delivered).toBeGreaterThan(400)
    }
  })

  test('live commands and commands queued up front leave the same trace, and so does a run from a snapshot', () => {
    const commands = commandsFor(topology)
    const queued = settled()
    for (const { at, run } of commands) expect(scheduleCommand(queued, at, run)).toEqual({ ok: true })
    runUntil(queued, queued.zero + 60 * SECOND)

    const live = settled()
    for (const { at, run } of commands) {
      runUntil(live, live.zero + at)
      scheduleCommand(live, at, run)
      runUntil(live, live.now)
    }
    const snapshot = structuredClone(live)
    const packer = createPacker()
    const unpacked = { ...structuredClone(live), ...restored(packer, keptState(packer, live)) }
    expect(viewOf(unpacked)).toEqual(viewOf(live))
    for (const sim of [live, snapshot, unpacked]) runUntil(sim, sim.zero + 60 * SECOND, 1000_000_000)

    expect(fingerprint(live)).toBe(fingerprint(queued))
    expect(live.events).toEqual(queued.events)
    expect(fingerprint(snapshot)).toBe(fingerprint(queued))
    expect(viewOf(snapshot)).toEqual(viewOf(queued))
    expect(fingerprint(unpacked)).toBe(fingerprint(queued))
    expect(viewOf(unpacked)).toEqual(viewOf(queued))
  })

  function settled(): Simulator {
    const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs: 10_000, quiet: true })
    settle(sim)
    return sim
  }
})

test('another seed starts the devices at other instants, the same seed at the same', () => {
  const [one, again, two] = [1, 1, 2].map((seed) => {
    const sim = start({ seed, probeUs: 10_000 })
    runUntil(sim, sim.zero + 10 * SECOND)
    return fingerprint(sim)
  })
  expect(again).toBe(one)
  expect(two).not.toBe(one)
})

test('a run that is interrupted by its budget at every instant ends like one that is not', () => {
  const [whole, pieces] = [0, 1].map(() => {
    const sim = createSimulator({
      profiles: PROFILES,
      topology: TEMPLATES[0]!.build().topology,
      seed: 7,
      probeUs: 10_000,
    })
    scheduleCommand(sim, 36 * SECOND, { type: 'fail', failure: 'peer-link-down', target: 'leafs', options: {} })
    return sim
  }) as [Simulator, Simulator]
  runUntil(whole, 50 * SECOND)
  while (runUntil(pieces, 50 * SECOND, 1) === 'budget-spent');
  expect(fingerprint(pieces)).toBe(fingerprint(whole))
  expect(pieces.now).toBe(whole.now)
})

/** One fault of every kind that the design has a target for, and their repair. */
function commandsFor(topology: Simulator['plan']['topology']): readonly { at: number; run: CommandEvent }[] {
  const bond = topology.bonds.at(-1)!
  const link = bond.members[0]!
  const options = {}
  const domain = topology.domains[0]
  const device = topology.devices.find(({ kind }) => kind === 'switch')!
  return [
    { at: 3_000_123, run: { type: 'fail', failure: 'link-cut', target: link, options } },
    {
      at: 9_000_000,
      run: { type: 'fail', failure: 'link-silent', target: bond.members.at(-1)!, options: { dir: 'to' } },
    },
    { at: 15_500_000, run: { type: 'repair', failure: 'link-cut', target: link } },
    ...(domain
      ? ([
          { at: 20_000_000, run: { type: 'fail', failure: 'keepalive-down', target: domain.name, options } },
          { at: 22_000_000, run: { type: 'fail', failure: 'peer-link-down', target: domain.name, options } },
        ] as const)
      : []),
    { at: 33_000_000, run: { type: 'fail', failure: 'device-power-off', target: device.name, options } },
    { at: 36_000_000, run: { type: 'fail', failure: 'link-one-way', target: link, options: { rfi: 'off' } } },
    { at: 44_000_000, run: { type: 'repair-all' } },
  ]
}
