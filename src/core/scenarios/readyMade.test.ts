import { describe, expect, test } from 'vitest'
import { need, networkOf, type Network } from '../model/network.ts'
import type { RunView } from '../model/runView.ts'
import { scheduleCommand } from '../sim/commands.ts'
import { settle } from '../sim/settle.ts'
import { createSimulator, runUntil } from '../sim/simulator.ts'
import type { Simulator } from '../sim/state.ts'
import { viewOf } from '../sim/view.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { READY_MADE } from './index.ts'
import { scenarioProblems } from './problems.ts'
import { S, type FlowSeen, type PairSeen, type ReadyMade } from './readyMade.ts'

describe.each(READY_MADE.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  test('fits its template and says when it ends', () => {
    expect(scenarioProblems(networkOf(topologyOf(scenario)), scenario)).toEqual([])
    expect(scenario.shows.map(({ at }) => at)).toEqual(scenario.shows.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(scenario.shows.length).toBeGreaterThan(0)
    expect((scenario.shows.at(-1)?.at ?? 0) * S).toBeLessThanOrEqual(scenario.until)
  })

  test('shows what it says', () => {
    const sim = started(scenario)
    const net = networkOf(sim.plan.topology)
    for (const { at, text, pairs = [], holds, flows = [] } of scenario.shows) {
      runUntil(sim, sim.zero + at * S)
      const view = viewOf(sim)
      const seen = pairs.map((pair) => pairSeen(net, view, pair))
      const holders = holds === undefined ? undefined : held(net, view)
      expect({ text, pairs: seen, holds: holders }).toEqual({ text, pairs, holds })
      for (const flow of flows) expectOutage(net, view, flow, text)
    }
  })
})

test('every template has one, ids and names are unique', () => {
  expect(new Set(READY_MADE.map(({ template }) => template))).toEqual(new Set(TEMPLATES.map(({ id }) => id)))
  expect(new Set(READY_MADE.map(({ id }) => id)).size).toBe(READY_MADE.length)
  expect(new Set(READY_MADE.map(({ name }) => name)).size).toBe(READY_MADE.length)
})

function topologyOf({ template }: ReadyMade) {
  return need(new Map(TEMPLATES.map((one) => [one.id, one])), template).build().topology
}

function started(scenario: ReadyMade): Simulator {
  const quiet = scenario.start === 'settled'
  const sim = createSimulator({ topology: topologyOf(scenario), profiles: PROFILES, seed: 1, probeUs: 10_000, quiet })
  if (quiet) settle(sim)
  for (const { at, command } of scenario.steps) expect(scheduleCommand(sim, at, command)).toEqual({ ok: true })
  return sim
}

/** What is looked for, as it is. */
function pairSeen(net: Network, view: RunView, wanted: PairSeen): PairSeen {
  const domain = need(net.domainNamed, wanted.name)
  const found = view.domains.find((one) => one.domain === domain.id)
  if (found === undefined) throw new Error(`No view of ${wanted.name}`)
  const roles = Object.fromEntries(found.views.map(({ device, role }) => [need(net.devices, device).name, role]))
  return {
    name: wanted.name,
    ...(wanted.status === undefined ? {} : { status: found.status }),
    ...(wanted.step === undefined ? {} : { step: found.step }),
    ...(wanted.dualActive === undefined ? {} : { dualActive: found.dualActive }),
    ...(wanted.roles === undefined ? {} : { roles }),
  }
}

function held(net: Network, view: RunView): readonly string[] {
  const holders = view.ports
    .filter(({ suspended }) => suspended !== null)
    .map(({ port }) => need(net.devices, need(net.ports, port).device).name)
  return [...new Set(holders)]
}

function expectOutage(
  net: Network,
  view: RunView,
  { between, least, most, open = false }: FlowSeen,
  text: string,
): void {
  const flows = new Set(
    net.topology.flows
      .filter(({ from, to }) => between.every((name) => [from, to].includes(need(net.deviceNamed, name).id)))
      .map(({ id }) => id),
  )
  expect(flows.size).toBeGreaterThan(0)
  const outages = view.directions.filter(({ flow }) => flows.has(flow)).flatMap((direction) => direction.outages)
  const worst = Math.max(0, ...outages.map(({ startAt, endAt }) => ((endAt ?? view.now) - startAt) / S))
  const fits = worst >= least && worst <= most && outages.some(({ endAt }) => endAt === null) === open
  expect({ text, between, worst, fits }).toEqual({ text, between, worst, fits: true })
}
