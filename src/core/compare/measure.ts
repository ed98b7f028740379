import type { DeviceId, LinkId } from '../model/ids.ts'
import { flowEndName } from '../model/gateways.ts'
import { need, networkOf, type Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { EventKind, Outage, RunView, StateWord } from '../model/runView.ts'
import { resolveTarget } from '../model/targets.ts'
import type { Topology } from '../model/topology.ts'
import { scheduleCommand } from '../sim/commands.ts'
import { settle } from '../sim/settle.ts'
import { createSimulator, runUntil } from '../sim/simulator.ts'
import type { Simulator } from '../sim/state.ts'
import { viewOf } from '../sim/view.ts'
import { assumedText, assumedValues } from '../vendors/assumedValues.ts'
import type { FaultStep } from './faults.ts'
import type { Case, CaseResult, Capacity, Measured, ServerReach } from './types.ts'

/** Runs one subject through one fault and measures it. Nothing is known beforehand: every figure is the engine's. */
export function measure({ subject, fault, seed, probeUs }: Case, profiles: Profiles): CaseResult {
  const topology = fault.rate === undefined ? subject.topology : withRate(subject.topology, fault.rate)
  const net = networkOf(topology)
  const sim = createSimulator({ topology, profiles, seed, probeUs, quiet: true })
  const { settled } = settle(sim)
  const healthy = capacity(net, viewOf(sim), subject.inside)
  const steps = fault.steps.map((step) => inUse(net, sim, step))
  for (const { type, failure, target, options, at } of steps) {
    const command = type === 'fail' ? { type, failure, target, options } : { type, failure, target }
    const result = scheduleCommand(sim, at, command)
    if (!result.ok) return { subject: subject.id, fault: fault.id, measured: null, refused: result.message, healthy }
  }
  runUntil(sim, sim.zero + fault.until)
  const view = viewOf(sim)
  const measured: Measured = {
    settled,
    steps: steps.map(({ cableInUseOf: _host, ...step }) => step),
    ...outagesOf(topology, net, view),
    restsOn: restsOn(net, profiles, view),
    after: capacity(net, view, subject.inside),
    domains: view.domains.map(({ domain, status, dualActive, step }) => ({
      domain: need(net.domains, domain).name,
      status,
      dualActive,
      step,
    })),
    marks: sim.events
      .filter(({ kind }) => MARKED[kind])
      .map(({ at, kind, state, text }) => ({ at, kind, state, text })),
    storm: sim.storm,
  }
  return { subject: subject.id, fault: fault.id, measured, refused: null, healthy }
}

function outagesOf(
  topology: Topology,
  net: Network,
  view: RunView,
): Pick<Measured, 'directions' | 'lost' | 'open' | 'worstUs'> {
  const ends = new Map(topology.flows.map((flow) => [flow.id, flow]))
  const directions = view.directions.map(({ flow, direction, outages }) => {
    const { from, to } = need(ends, flow)
    const [source, target] = direction === 0 ? [from, to] : [to, from]
    return {
      flow,
      from: flowEndName(net, source),
      to: flowEndName(net, target),
      outages: outages.map(({ triggerEvent: _t, detectEvent: _n, decideEvent: _d, ...outage }) => outage),
    }
  })
  const closed = directions.flatMap(({ outages }) => outages.flatMap(lengthOf))
  return {
    directions,
    lost: directions.filter(({ outages }) => outages.length > 0).length,
    open: directions.filter(({ outages }) => outages.at(-1)?.endAt === null).length,
    worstUs: closed.length === 0 ? null : Math.max(...closed),
  }
}

function restsOn(net: Network, profiles: Profiles, { directions }: RunView): readonly string[] {
  const outages = directions.flatMap((one) => one.outages)
  return [...new Set(outages.flatMap((outage) => assumedValues(net, profiles, outage).map(assumedText)))]
}

function lengthOf({ startAt, endAt }: Pick<Outage, 'startAt' | 'endAt'>): readonly number[] {
  return endAt === null ? [] : [endAt - startAt]
}

/** What the cables towards hosts and access switches carry, and how the servers' bonds use theirs. */
function capacity(net: Network, view: RunView, inside: readonly LinkId[]): Capacity {
  const words = new Map(view.links.map(({ link, state }) => [link, state]))
  const outer = net.topology.links.filter(({ id }) => !inside.includes(id))
  const speed = (links: typeof outer): number => links.reduce((sum, { speedGbps }) => sum + speedGbps, 0)
  const inState = (...states: readonly StateWord[]) =>
    outer.filter(({ id }) => states.includes(words.get(id) ?? 'unknown'))
  return {
    usableGbps: speed(inState('forwarding')),
    totalGbps: speed(outer),
    blocked: inState('blocked').length,
    idle: inState('standby', 'waiting').length,
    servers: view.lags
      .filter(({ role }) => role === 'host')
      .map(({ device, members, distributing }): ServerReach => {
        const switches = distributing.flatMap((port): DeviceId[] => {
          const far = net.neighbour.get(port)
          return far === undefined ? [] : [far.device]
        })
        return {
          server: need(net.devices, device).name,
          cables: members.length,
          used: distributing.length,
          switches: new Set(switches).size,
        }
      }),
  }
}

/** Puts the step on a cable that distributes now, where it asks for one. */
function inUse(net: Network, sim: Simulator, step: FaultStep): FaultStep {
  if (step.cableInUseOf === undefined) return step
  const named = resolveTarget(net, step.target)
  const device = net.deviceNamed.get(step.cableInUseOf)
  const lag = viewOf(sim).lags.find((one) => one.role === 'host' && one.device === device?.id)
  const port = lag?.distributing[0]
  if (device === undefined || port === undefined || !named.ok) return step
  return { ...step, target: `${device.name}:${need(net.ports, port).name}` }
}

/** Both ends of every bond that is not between the peers of a pair. */
function withRate(topology: Topology, rate: 'fast' | 'slow'): Topology {
  const peerLinks = new Set(topology.domains.map(({ peerLink }) => peerLink))
  return {
    ...topology,
    bonds: topology.bonds.map((bond) => {
      if (peerLinks.has(bond.id)) return bond
      return {
        ...bond,
        ends: [
          { ...bond.ends[0], rate },
          { ...bond.ends[1], rate },
        ],
      }
    }),
  }
}

const MARKED: Readonly<Record<EventKind, boolean>> = {
  failure: true,
  repair: true,
  notice: false,
  reaction: true,
  forwarding: false,
  state: false,
  storm: true,
}
