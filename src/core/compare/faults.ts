import { networkOf, type Network } from '../model/network.ts'
import type { SimTime } from '../model/runView.ts'
import type { MlagDomain, Topology } from '../model/topology.ts'

/** One thing that is done to a design while its flows run. */
export interface FaultStep {
  readonly type: 'fail' | 'repair'
  readonly failure: string
  /** As on the command line. */
  readonly target: string
  readonly options: Readonly<Record<string, string>>
  readonly at: SimTime
  /** A cable of this host that carries its traffic when the fault comes, whichever that is in a design. */
  readonly cableInUseOf?: string
}

/** The same trouble for every design or platform. */
export interface Fault {
  readonly id: string
  readonly title: string
  readonly steps: readonly FaultStep[]
  readonly until: SimTime
  /** Rate of both ends of every bond to a host or an access switch; as drawn where absent. */
  readonly rate?: 'fast' | 'slow'
}

/** What the three designs are put through: a member cable by light and in silence, at both rates, then a dead switch. */
export function designFaults(topology: Topology): readonly Fault[] {
  const net = networkOf(topology)
  const host = bondedHost(net)
  const domain = topology.domains[0]
  const member = (id: string, title: string, failure: string, rate: 'fast' | 'slow', until: number): readonly Fault[] =>
    host === null
      ? []
      : [{ id, title, rate, until, steps: [{ ...step(failure, host.cable), cableInUseOf: host.name }] }]
  return [
    ...member('cut-fast', 'Member cable cut, LACP fast', 'link-cut', 'fast', 30 * S),
    ...member('cut-slow', 'Member cable cut, LACP slow', 'link-cut', 'slow', 30 * S),
    ...member('silent-fast', 'Member cable silent, LACP fast', 'link-silent', 'fast', 30 * S),
    ...member('silent-slow', 'Member cable silent, LACP slow', 'link-silent', 'slow', 130 * S),
    ...(domain === undefined ? [] : deviceFaults(net, domain)),
    ...(domain === undefined ? [] : betweenFault(topology, domain)),
  ]
}

/** What platforms are put through on one design. Rates are those drawn. */
export function platformFaults(topology: Topology): readonly Fault[] {
  const net = networkOf(topology)
  const host = bondedHost(net)
  const domain = topology.domains[0]
  return [
    ...(host === null
      ? []
      : [
          { id: 'cut', title: 'Member cable cut', until: 20 * S, steps: [step('link-cut', host.cable)] },
          { id: 'silent', title: 'Member cable silent', until: 120 * S, steps: [step('link-silent', host.cable)] },
        ]),
    ...(domain === undefined ? [] : pairFaults(domain)),
    ...(domain === undefined ? [] : deviceFaults(net, domain)),
  ]
}

/** Steps of a user's own as a fault. */
export function ownFault(title: string, steps: readonly FaultStep[], until: SimTime): Fault {
  return { id: 'own', title, steps, until }
}

function pairFaults({ name }: MlagDomain): readonly Fault[] {
  return [
    {
      id: 'peer-link',
      title: 'Peer-link down, keepalive alive',
      until: 60 * S,
      steps: [step('peer-link-down', name)],
    },
    {
      id: 'keepalive-then-peer-link',
      title: 'Keepalive down, the peer-link 15 s later',
      until: 60 * S,
      steps: [step('keepalive-down', name), step('peer-link-down', name, 20 * S)],
    },
  ]
}

function deviceFaults(net: Network, domain: MlagDomain): readonly Fault[] {
  const name = net.devices.get(domain.preferredPrimary)?.name
  if (name === undefined) return []
  const off = step('device-power-off', name)
  return [
    { id: 'switch-dead', title: `${name} dies`, until: 60 * S, steps: [off] },
    {
      id: 'switch-returns',
      title: `${name} dies and is back 30 s later`,
      until: 400 * S,
      steps: [off, { ...off, type: 'repair', at: 35 * S }],
    },
  ]
}

/** All cables between the two switches at once. */
function betweenFault(topology: Topology, domain: MlagDomain): readonly Fault[] {
  const members = topology.bonds.find(({ id }) => id === domain.peerLink)?.members ?? []
  if (members.length === 0) return []
  const steps = members.map((link) => step('link-cut', link))
  return [{ id: 'between', title: 'Cables between the switches cut', until: 60 * S, steps }]
}

function step(failure: string, target: string, at = 5 * S): FaultStep {
  return { type: 'fail', failure, target, options: {}, at }
}

/** The first bonded host and its first cable; a host on a pair before any other. */
function bondedHost(net: Network): { readonly name: string; readonly cable: string } | null {
  const lags = [...net.lagsOf.values()].flat().filter(({ role }) => role === 'host')
  const lag = lags.find(({ bond }) => bond.ends.some(({ at }) => 'domain' in at)) ?? lags[0]
  const name = lag && net.devices.get(lag.device)?.name
  const port = lag?.ports[0]?.name
  return name === undefined || port === undefined ? null : { name, cable: `${name}:${port}` }
}

const S = 1_000_000
