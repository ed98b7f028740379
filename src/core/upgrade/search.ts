import { flowEndName } from '../model/gateways.ts'
import { need, networkOf } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import { commandProblem, scheduleCommand } from '../sim/commands.ts'
import type { DirectionRuntime } from '../sim/directionState.ts'
import { createHistory, historyLimits, keptBefore, remember, type History, type PastCommand } from '../sim/history.ts'
import { isQuiet, nextLook, settle } from '../sim/settle.ts'
import { createSimulator, runUntil } from '../sim/simulator.ts'
import type { Simulator } from '../sim/state.ts'
import { waitsFor } from './waitsFor.ts'
import {
  reloadOf,
  UPGRADE_START_US,
  type FlowCost,
  type Tried,
  type UpgradeRequest,
  type UpgradeResult,
} from './upgrade.ts'

/** Known to so much: below it, waiting is a matter of the operator's hand. */
const RESOLUTION_US = 100_000
/** Nothing of a reload waits longer. */
const LONGEST_US = 3_600_000_000
/** Later instants of the first reload at which the found wait is tried again. */
const MOST_CHECKS = 8
/** How often a run is looked at for an outage that decides it. */
const LOOK_US = 500_000

/**
 * The least wait of a rolling upgrade: by halving, over runs of the engine in virtual time. The first reload runs once;
 * each wait goes on from an instant that was kept of it. A wait is safe when no flow direction has an outage longer than
 * the limit, or, if it has one however long one waits, no longer than then.
 */
export function* leastWait(request: UpgradeRequest, profiles: Profiles): Generator<Tried, UpgradeResult, void> {
  const started = start(request, profiles)
  if ('problem' in started) return { ok: false, problem: started.problem }
  const upgrade = started
  const { sim } = upgrade
  const tried: Tried[] = []
  const longestUs = sim.now - sim.zero - UPGRADE_START_US
  const [longest, anyway] = reference(upgrade, longestUs)
  tried.push(longest)
  yield longest
  const attempt = (waitUs: number): Tried => {
    const known = tried.find((one) => one.waitUs === waitUs)
    if (known !== undefined) return known
    const one = attemptWith(upgrade, waitUs, 'decided')
    tried.push(one)
    return one
  }
  let least = longest
  let sooner: Tried | null = attempt(0)
  yield sooner
  if (sooner.safe) [least, sooner] = [sooner, null]
  for (;;) {
    while (sooner !== null && least.waitUs - sooner.waitUs > RESOLUTION_US) {
      const one = attempt(middle(sooner.waitUs, least.waitUs))
      yield one
      if (one.safe) least = one
      else sooner = one
    }
    // A longer wait might fall into another bad moment: then the search goes on behind it.
    let worse: Tried | null = null
    for (const waitUs of laterInstants(sim, least.waitUs)) {
      const one = attempt(waitUs)
      yield one
      if (!one.safe) worse = one
    }
    if (worse === null) break
    sooner = worse
    least = longest
  }
  // What it costs to go a little sooner is told to its end.
  if (sooner !== null) sooner = attemptWith(upgrade, sooner.waitUs, 'whole')
  const { topology: _topology, ...options } = request
  return {
    ok: true,
    found: {
      pair: request.pair,
      first: request.first,
      second: upgrade.second,
      request: options,
      waitUs: least.waitUs,
      afterBootUs: least.waitUs - (request.gapS + request.bootS) * 1_000_000,
      resolutionUs: RESOLUTION_US,
      waitsFor: sooner === null ? null : waitsFor(sim, sooner.waitUs, least.waitUs, request.limitUs),
      least,
      sooner,
      longest,
      anyway,
      tried,
    },
  }
}

/** The first reload, run until nothing is pending, with its instants. */
interface Upgrade {
  readonly request: UpgradeRequest
  readonly second: string
  readonly sim: Simulator
  readonly history: History
  readonly commands: readonly PastCommand[]
  /** By flow direction: the longest outage that is accepted. */
  readonly accepted: number[]
}

function start(request: UpgradeRequest, profiles: Profiles): Upgrade | { readonly problem: string } {
  const { topology, seed, probeUs } = request
  const net = networkOf(topology)
  const domain = net.domainNamed.get(request.pair)
  if (domain === undefined) return { problem: `There is no pair called ${JSON.stringify(request.pair)}.` }
  const [a, b] = domain.peers.map((peer) => need(net.devices, peer).name)
  const second = request.first === a ? b : request.first === b ? a : undefined
  if (second === undefined)
    return { problem: `${JSON.stringify(request.first)} is no peer of ${request.pair}: its peers are ${a} and ${b}.` }
  if (topology.flows.length === 0)
    return { problem: 'The design has no flows, so nothing can be lost: draw some first.' }
  const sim = createSimulator({ topology, profiles, seed, probeUs, quiet: true })
  if (!settle(sim).settled) return { problem: sim.storm ?? 'The design does not settle within an hour.' }
  const step: PastCommand = { at: UPGRADE_START_US, command: reloadOf(request, request.first) }
  const problem = commandProblem(sim, step.command)
  if (problem !== null) return { problem }
  scheduleCommand(sim, step.at, step.command)
  const history = createHistory(historyLimits(sim))
  remember(history, sim, 1)
  while (!isQuiet(sim)) {
    if (sim.now - sim.zero > LONGEST_US) return { problem: `${request.first} has not returned within an hour.` }
    runUntil(sim, nextLook(sim), history.everyEvents)
    if (sim.storm !== null) return { problem: sim.storm }
    remember(history, sim, 1)
  }
  return { request, second, sim, history, commands: [step], accepted: [] }
}

/** The run with the longest wait says what every flow loses anyway. */
function reference(upgrade: Upgrade, waitUs: number): readonly [Tried, readonly FlowCost[]] {
  const { request, accepted } = upgrade
  const run = withWait(upgrade, waitUs)
  while (!isQuiet(run) && run.storm === null) runUntil(run, nextLook(run))
  const costs = costsOf(run)
  // What a flow loses is known to one probe, at either end of an outage.
  for (const { lengthUs } of costs) accepted.push(Math.max(request.limitUs, lengthUs + 2 * request.probeUs))
  const anyway = costs.filter(({ lengthUs }) => lengthUs > request.limitUs)
  return [{ waitUs, safe: run.storm === null, worst: most(costs, () => 0) }, anyway]
}

/** Runs until nothing is pending, or as `'decided'` until a flow has lost too much. */
function attemptWith(upgrade: Upgrade, waitUs: number, how: 'decided' | 'whole'): Tried {
  const { accepted } = upgrade
  const run = withWait(upgrade, waitUs)
  while (!isQuiet(run) && run.storm === null) {
    runUntil(run, Math.min(nextLook(run), run.now + LOOK_US))
    if (how === 'decided' && tooMuch(run, accepted)) break
  }
  const safe = run.storm === null && !tooMuch(run, accepted)
  return { waitUs, safe, worst: most(costsOf(run), (at) => (safe ? 0 : (accepted[at] ?? 0))) }
}

function tooMuch(run: Simulator, accepted: readonly number[]): boolean {
  return run.directions.some((direction, at) => longestOutage(run, direction) > (accepted[at] ?? 0))
}

/** The first reload up to the second one, which begins then. */
function withWait({ request, second, sim, history, commands }: Upgrade, waitUs: number): Simulator {
  const at = UPGRADE_START_US + waitUs
  const run = keptBefore(history, sim, commands, sim.zero + at)
  runUntil(run, sim.zero + at)
  scheduleCommand(run, at, reloadOf(request, second))
  runUntil(run, run.now)
  return run
}

/** The longest outage of every flow direction so far, in the order of the plan. */
function costsOf(sim: Simulator): readonly FlowCost[] {
  const { plan } = sim
  const net = networkOf(plan.topology)
  const flows = new Map(plan.topology.flows.map((flow) => [flow.id, flow]))
  return plan.directions.map(({ index, flow, direction }) => {
    const { from, to } = need(flows, flow)
    const ends = [flowEndName(net, from), flowEndName(net, to)] as const
    const runtime = sim.directions[index]
    return {
      from: ends[direction],
      to: ends[direction === 0 ? 1 : 0],
      lengthUs: runtime === undefined ? 0 : longestOutage(sim, runtime),
      open: runtime?.outages.at(-1)?.endAt === null,
    }
  })
}

function longestOutage({ now }: Simulator, { outages }: DirectionRuntime): number {
  return outages.reduce((longest, { startAt, endAt }) => Math.max(longest, (endAt ?? now) - startAt), 0)
}

function most(costs: readonly FlowCost[], accepted: (at: number) => number): FlowCost | null {
  const over = costs.map(({ lengthUs }, at) => lengthUs - accepted(at))
  return costs[over.indexOf(Math.max(...over))] ?? null
}

/** When something had just happened in the first reload later than a wait. */
function laterInstants({ marks, zero }: Simulator, waitUs: number): readonly number[] {
  const after = marks.map(({ at }) => Math.ceil((at - zero - UPGRADE_START_US) / RESOLUTION_US) * RESOLUTION_US)
  const waits = [...new Set(after)].filter((one) => one > waitUs)
  const every = Math.ceil(waits.length / MOST_CHECKS)
  return waits.filter((_, at) => at % every === 0)
}

/** Half way, in whole tenths of a second where there is room. */
function middle(from: number, to: number): number {
  return Math.round((from + to) / 2 / RESOLUTION_US) * RESOLUTION_US
}
