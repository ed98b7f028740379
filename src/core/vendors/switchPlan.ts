import type { DeviceId } from '../model/ids.ts'
import { devicesAt, lagEnd, need, type Lag, type Network } from '../model/network.ts'
import type { Profile } from '../model/profile.ts'
import type {
  Link,
  MlagDomain,
  Port,
  SpanningTreeEnd,
  SwitchDevice,
  VendorId,
  Vlan,
  VlanMembership,
} from '../model/topology.ts'
import { byPort, cabled, keepaliveCables } from './cabling.ts'
import { effective, NO_SETTINGS, type Effective } from './effective.ts'
import type { ExportNote } from './exporter.ts'
import { addedVlan, planRouting, routingNotes, withVlan, type RoutingPlan } from './routingPlan.ts'
import { switchNotes } from './switchNotes.ts'
import { freeText, word } from './text.ts'

/** One switch as an exporter writes it down: what is on it, in the order of the file. The same for all platforms. */
export interface SwitchPlan {
  readonly device: SwitchDevice
  readonly runs: Effective
  readonly pair: PairPlan | null
  /** The peer-link first, then by channel number. A pair's bonds are on both peers, cabled or not. */
  readonly lags: readonly LagPlan[]
  /** Bridged cables in no bond, by port. */
  readonly cables: readonly CablePlan[]
  /** VLANs on any port of the switch or of its peer, so that both know the same; by number. */
  readonly vlans: readonly Vlan[]
  /** MTUs of the same ports. */
  readonly mtus: readonly number[]
  readonly usesLacp: boolean
  readonly routing: RoutingPlan
  readonly notes: readonly ExportNote[]
}

export interface PairPlan {
  readonly domain: MlagDomain
  readonly peer: SwitchDevice
  readonly preferred: boolean
  readonly keepalive: KeepalivePlan | null
  /** Own address and the peer's on the interface VLAN over the peer-link. */
  readonly peering: AddressPlan & { readonly vlan: number }
}

export interface AddressPlan {
  readonly own: string
  readonly peer: string
  readonly prefixLength: number
}

export interface KeepalivePlan extends AddressPlan {
  readonly port: Port
  readonly link: Link
  readonly vrf: string
  /** For the description. */
  readonly towards: string
}

export interface LagPlan {
  readonly lag: Lag
  readonly towards: string
  readonly stp: SpanningTreeEnd
  readonly members: readonly { readonly port: Port; readonly link: Link; readonly towards: string }[]
}

export interface CablePlan {
  readonly port: Port
  readonly link: Link
  readonly towards: string
  readonly stp: SpanningTreeEnd
  /** On a peer of a pair: its other end has no leg on the other peer. */
  readonly orphan: boolean
}

/** Throws when the device is not a switch of the network. */
export function planSwitch(net: Network, id: DeviceId, profile: Profile): SwitchPlan {
  const device = need(net.devices, id)
  if (device.kind !== 'switch') throw new Error(`${device.name} is not a switch`)
  const domain = net.domainOf.get(id)
  const runs = effective(profile, domain?.settings ?? NO_SETTINGS)
  const pair = domain ? planPair(net, device, domain) : null
  const both = domain && pair ? [id, pair.peer.id] : [id]
  const ports = both.flatMap((one) => bridgedPorts(net, one))
  const routing = planRouting(net, device, profile, runs)
  const added = addedVlan(routing, profile, runs)
  return {
    device,
    runs,
    pair,
    lags: planLags(net, id).map((plan) => withBackup(plan, added)),
    cables: planCables(net, id),
    vlans: [...vlansOn(net, ports, profile), ...(added === null ? [] : [{ id: added, name: 'peer-routing' }])].sort(
      (a, b) => a.id - b.id,
    ),
    mtus: [...new Set(ports.map(({ mtu }) => mtu))],
    usesLacp: both.some((one) => need(net.lagsOf, one).some((lag) => lagEnd(lag).mode !== 'static')),
    routing,
    notes: [...switchNotes(net, device, domain, profile, runs), ...routingNotes(net, device, profile, runs)],
  }
}

/** Port of this switch as the platform names it: its own management port, front ports as drawn. */
export function portOn(profile: Profile, port: Port): string {
  return port.kind === 'management' ? profile.ports.management : port.name
}

function planPair(net: Network, device: SwitchDevice, domain: MlagDomain): PairPlan | null {
  const peer = net.peerOf.get(device.id)
  if (!peer) return null
  const [a, b] = domain.peers[0] === device.id ? ([0, 1] as const) : ([1, 0] as const)
  const { keepalive, peering } = domain
  const cable = keepaliveCable(net, domain, a)
  return {
    domain,
    peer,
    preferred: domain.preferredPrimary === device.id,
    keepalive: cable && {
      ...cable,
      own: keepalive.addresses[a],
      peer: keepalive.addresses[b],
      prefixLength: keepalive.prefixLength,
      vrf: keepalive.vrf,
      towards: towardsPort(net, cable.port),
    },
    peering: {
      own: peering.addresses[a],
      peer: peering.addresses[b],
      prefixLength: peering.prefixLength,
      vlan: peering.vlan,
    },
  }
}

/** This peer's end of the first path between the peers, or of any keepalive cable while there is no path. */
function keepaliveCable(net: Network, domain: MlagDomain, own: 0 | 1): { port: Port; link: Link } | null {
  const path = net.keepalivePathsOf.get(domain.id)?.[0] ?? []
  const onPath = own === 0 ? path[0] : path.at(-1)
  const cables = keepaliveCables(net, domain.peers[own])
  return cables.find(({ link }) => link.id === onPath) ?? cables[0] ?? null
}

function planLags(net: Network, device: DeviceId): readonly LagPlan[] {
  return need(net.lagsOf, device)
    .map((lag) => {
      const others = devicesAt(net, lag.bond.ends[lag.end === 0 ? 1 : 0]).map((id) => need(net.devices, id))
      return {
        lag,
        towards: others.map(({ name, label }) => labelled(word(name), label)).join(' and '),
        stp: lagEnd(lag).stp,
        members: byPort(
          lag.ports.flatMap((port) => {
            const link = net.linkAt.get(port.id)
            return link ? [{ port, link, towards: towardsPort(net, port) }] : []
          }),
        ),
      }
    })
    .sort((a, b) => rank(a) - rank(b) || a.lag.channel - b.lag.channel)
}

/** The peer-link carries the VLAN of the backup route too. */
function withBackup(plan: LagPlan, added: number | null): LagPlan {
  const { lag } = plan
  if (lag.role !== 'peer-link' || added === null) return plan
  return { ...plan, lag: { ...lag, bond: { ...lag.bond, vlans: withVlan(lag.bond.vlans, added) } } }
}

function rank({ lag }: LagPlan): number {
  return lag.role === 'peer-link' ? 0 : 1
}

function planCables(net: Network, device: DeviceId): readonly CablePlan[] {
  const domain = net.domainOf.get(device)
  const orphans = domain ? (net.orphansOf.get(domain.id) ?? []) : []
  return singles(net, device).map(({ port, link }) => ({
    port,
    link,
    towards: towardsPort(net, port),
    stp: link.stp[link.ends[0] === port.id ? 0 : 1],
    orphan: orphans.includes(link),
  }))
}

function singles(net: Network, device: DeviceId): readonly { port: Port; link: Link }[] {
  return cabled(net, device).filter(
    ({ port, link }) => link.use === 'data' && port.kind === 'front' && !net.bondOf.has(link.id),
  )
}

interface Bridged {
  readonly vlans: VlanMembership
  readonly mtu: number
}

function bridgedPorts(net: Network, device: DeviceId): readonly Bridged[] {
  return [...need(net.lagsOf, device).map(({ bond }) => bond), ...singles(net, device).map(({ link }) => link)]
}

function vlansOn(net: Network, ports: readonly Bridged[], { vendor }: Profile): readonly Vlan[] {
  const names = new Map(net.topology.vlans.map((vlan) => [vlan.id, vlan.name]))
  const native = ({ vlans }: Bridged) =>
    vlans.mode === 'access' || UNTAGGED_BY_MEMBERSHIP.includes(vendor) ? [] : [vlans.native]
  const ids = new Set(ports.flatMap((port) => [...native(port), ...carriedVlans(port.vlans)]))
  return [...ids].sort((a, b) => a - b).map((id) => ({ id, name: names.get(id) ?? '' }))
}

/** VLANs that a port carries, by number. A trunk's native one is among them only where it is allowed. */
export function carriedVlans(vlans: VlanMembership): readonly number[] {
  return vlans.mode === 'access' ? [vlans.vlan] : [...new Set(vlans.allowed)].sort((a, b) => a - b)
}

/** The VLAN of a port's untagged frames; null: a trunk does not allow its native one and lets none in. */
export function untaggedVlan(vlans: VlanMembership): number | null {
  if (vlans.mode === 'access') return vlans.vlan
  return vlans.allowed.includes(vlans.native) ? vlans.native : null
}

/** Platforms that say of a member whether it is untagged, and name no native VLAN beside. */
const UNTAGGED_BY_MEMBERSHIP: readonly VendorId[] = [
  'juniper-junos',
  'nvidia-cumulus',
  'sonic',
  'mikrotik-routeros',
  'generic',
]

function towardsPort(net: Network, port: Port): string {
  const other = net.neighbour.get(port.id)
  const device = other && net.devices.get(other.device)
  return device ? labelled(`${word(device.name)} ${word(other.name)}`, device.label) : ''
}

function labelled(name: string, label: string): string {
  const text = freeText(label)
  return text === '' ? name : `${name} (${text})`
}
