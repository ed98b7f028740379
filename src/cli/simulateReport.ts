import { need, networkOf, type Network } from '../core/model/network.ts'
import type {
  ActiveFailure,
  DeviceView,
  DomainView,
  LacpView,
  LagView,
  PortView,
  RunEvent,
  RunView,
  SimTime,
} from '../core/model/runView.ts'
import type { Topology } from '../core/model/topology.ts'
import { OUTPUT_VERSION, type SimulateOutput } from './output.ts'
import { flowsOutput } from './simulateFlows.ts'
import { linksOutput } from './simulateLoads.ts'
import { toMs } from './times.ts'

export interface FinishedRun {
  readonly topology: Topology
  readonly seed: number
  readonly until: SimTime
  readonly settled: boolean
  readonly events: number
  readonly fingerprint: string
  readonly scenario: string | null
  readonly view: RunView
  /** All that happened, oldest first. */
  readonly recorded: readonly RunEvent[]
  /** In the order in which they came. */
  readonly failures: readonly { readonly active: ActiveFailure; readonly repairedAt: SimTime | null }[]
}

/** A run as `simulate --json` prints it: names instead of ids, milliseconds instead of microseconds. */
export function simulateReport(run: FinishedRun): SimulateOutput {
  const net = networkOf(run.topology)
  const ports = new Map(run.view.ports.map((view) => [view.port, view]))
  const name = (device: DomainView['views'][0]['device']): string => need(net.devices, device).name
  return {
    version: OUTPUT_VERSION,
    seed: run.seed,
    untilMs: toMs(run.until),
    settled: run.settled,
    events: run.events,
    fingerprint: run.fingerprint,
    domains: run.topology.domains.flatMap((domain) => {
      const view = run.view.domains.find((one) => one.domain === domain.id)
      return view ? [domainOutput(net, view, run.view.devices)] : []
    }),
    lags: [...run.view.lags]
      .sort((a, b) => rank(net, a) - rank(net, b))
      .map((lag) => ({
        device: name(lag.device),
        lag: lag.name,
        role: lag.role,
        mlagId: lag.role === 'mlag' ? lag.mlagId : null,
        mode: lag.mode,
        partnerSystem: lag.partnerSystem,
        partnerKey: lag.partnerKey,
        operational: lag.operational,
        members: lag.members.map((id) => memberOutput(need(net.ports, id).name, need(ports, id))),
      })),
    flows: flowsOutput(net, run.view, run.recorded),
    failures: run.failures.map(({ active, repairedAt }) => ({
      failure: active.failure,
      target: active.target,
      options: { ...active.options },
      atMs: toMs(active.at),
      repairedAtMs: repairedAt === null ? null : toMs(repairedAt),
    })),
    scenario: run.scenario,
    links: linksOutput(net, run.view.loads),
    devices: run.topology.devices.flatMap(({ id, name: device }) => {
      const view = run.view.devices.find((one) => one.device === id)
      return view ? [{ device, power: view.power, macs: view.macs, floods: view.floods }] : []
    }),
  }
}

/** Devices in document order, on each its bonds in document order. */
function rank(net: Network, lag: LagView): number {
  const { devices, bonds } = net.topology
  const device = devices.findIndex(({ id }) => id === lag.device)
  return device * (bonds.length + 1) + bonds.findIndex(({ id }) => id === lag.bond)
}

function domainOutput(
  net: Network,
  view: DomainView,
  devices: readonly DeviceView[],
): SimulateOutput['domains'][number] {
  const domain = need(net.domains, view.domain)
  const peer = net.devices.get(domain.peers[0])
  const named = view.views.map((one) => ({ ...one, name: need(net.devices, one.device).name }))
  return {
    id: domain.id,
    name: domain.name,
    platform: peer?.kind === 'switch' ? peer.vendor : 'none',
    step: view.step,
    status: view.status,
    roles: Object.fromEntries(named.map((one) => [one.name, one.role])),
    reasons: [...view.reasons],
    peerLink: view.peerLink,
    keepalive: view.keepalive,
    gateways: view.gateways.map(({ answering, ...gateway }) => ({
      ...gateway,
      answering: answering.map((id) => need(net.devices, id).name),
    })),
    upstream: Object.fromEntries(
      devices.flatMap(({ device, upstream }) =>
        upstream !== null && domain.peers.includes(device) ? [[need(net.devices, device).name, upstream]] : [],
      ),
    ),
    dualActive: view.dualActive,
    views: Object.fromEntries(
      named.map(({ name, role, peer, peerLink, keepalive, step }) => [name, { role, peer, peerLink, keepalive, step }]),
    ),
  }
}

function memberOutput(port: string, view: PortView): SimulateOutput['lags'][number]['members'][number] {
  const { carrier, lacp, suspended } = view
  const heard = lacp !== null && lacp.partner.system !== NO_SYSTEM
  return {
    port,
    carrier,
    rx: lacp?.rx ?? null,
    mux: lacp?.mux ?? null,
    selected: lacp?.selected ?? null,
    actorState: lacp && octet(lacp.actor),
    partnerState: lacp && octet(lacp.partner),
    partnerSystem: heard ? lacp.partner.system : null,
    partnerPort: heard ? lacp.partner.port : null,
    suspended: suspended && { code: suspended.code, text: suspended.text },
  }
}

function octet({ state }: LacpView['actor']): string {
  return `0x${state.toString(16).padStart(2, '0')}`
}

/** The administrative partner: nobody was heard. */
const NO_SYSTEM = '00:00:00:00:00:00'
