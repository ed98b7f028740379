import type { Design } from './design.ts'
import {
  type Edit,
  type EditContext,
  type EditResult,
  done,
  gone,
  type LinkFields,
  type Plug,
  refused,
} from './edit.ts'
import { peerLinkBond, trunk } from './editDomains.ts'
import { vlansProblem, withVlans } from './editVlans.ts'
import { brokenField, STP_END_FIELDS, type FieldNames } from './fieldNames.ts'
import { brokenRule, DELAY_US, IPV4, MTU, PREFIX_LENGTH, SHORT_NAME, SPEED_GBPS } from './fieldRules.ts'
import { newUplinkAddresses } from './freeNames.ts'
import type { LinkId } from './ids.ts'
import { devicesAt, devicesOf, type Network, networkOf } from './network.ts'
import { freePort, portCount, portName, type PortPlace, schemeOf } from './portNames.ts'
import { joinBond, leaveBond, newBond, type Plugged, withBond, withCable } from './topologyChanges.ts'
import { spanningTreeTowards, type Bond, type Device, type Link, type MlagDomain, type Topology } from './topology.ts'

/** Why no cable can go there, as a sentence; null when one can. What the canvas says while a cable is being drawn. */
export function connectProblem(design: Design, from: Plug, to: Plug, context: EditContext): string | null {
  const plugs = plugsFor(design.topology, from, to, context)
  return typeof plugs === 'string' ? plugs : null
}

export function connect(design: Design, edit: Extract<Edit, { type: 'connect' }>, context: EditContext): EditResult {
  const { topology } = design
  const plugs = plugsFor(topology, edit.from, edit.to, context)
  if (typeof plugs === 'string') return refused(plugs)
  const { topology: cabled, link } = withCable(topology, plugs, newLinkFields(topology, plugs))
  if (link.use !== 'data' || edit.bond === 'never') return done({ ...design, topology: cabled }, [link.id])
  const bonded = autoBond(topology, cabled, link)
  return done({ ...design, topology: bonded.topology }, bonded.bond ? [link.id, bonded.bond] : [link.id])
}

export function setLinkRole(design: Design, edit: Extract<Edit, { type: 'set-link-role' }>): EditResult {
  const { topology } = design
  const net = networkOf(topology)
  const link = net.links.get(edit.link)
  if (!link) return gone('cable')
  if (link.use === 'uplink') return refused('An uplink is routed: it is no peer-link, keepalive or member.')
  const apart = leaveBond(topology, link.id)
  switch (edit.role) {
    case 'plain':
      return done({ ...design, topology: withLink(apart, link.id, { use: 'data' }) })
    case 'keepalive':
      return done({ ...design, topology: withLink(apart, link.id, { use: 'keepalive' }) })
    case 'peer-link': {
      const domain = domainAcross(net, link)
      if (!domain)
        return refused('Only a cable between the two peers of a pair can be its peer-link. Pair the switches first.')
      if (net.bondOf.get(link.id)?.id === domain.peerLink && domain.peerLink !== null) return done(design)
      return done({ ...design, topology: joinPeerLink(withLink(apart, link.id, { use: 'data' }), domain, link) })
    }
    case 'member': {
      const plain = withLink(apart, link.id, { use: 'data' })
      const changed = plain.links.find(({ id }) => id === link.id) ?? link
      if (edit.bond === 'new') {
        const bond = newBond(plain, [changed])
        return bond ? done({ ...design, topology: withBond(plain, bond) }, [bond.id]) : gone('cable')
      }
      const bond = net.bonds.get(edit.bond)
      if (!bond) return gone('bond')
      if (bond.members.includes(link.id)) return done(design)
      return done({ ...design, topology: joinBond(plain, bond, changed) })
    }
  }
}

export function setLink(design: Design, id: LinkId, set: LinkFields): EditResult {
  const { topology } = design
  const link = topology.links.find((link) => link.id === id)
  if (!link) return gone('cable')
  const bond = topology.bonds.find(({ members }) => members.includes(id))
  if (bond && (set.vlans !== undefined || set.mtu !== undefined || set.stp !== undefined))
    return refused('This cable is in a bond: VLANs, MTU and spanning tree are set on the bond.')
  const { conduit, ...rest } = set
  const rule = conduit === undefined || conduit === '' ? null : brokenRule(SHORT_NAME, conduit)
  if (rule !== null) return refused(`The conduit ${rule}.`)
  const ends = set.stp ?? []
  if (set.routed !== undefined && link.use !== 'uplink') return refused('Only an uplink has addresses.')
  const wrong = (set.routed?.addresses ?? []).map((one) => brokenRule(IPV4, one)).find((rule) => rule !== null)
  if (wrong !== undefined) return refused(`Each address ${wrong}.`)
  const broken =
    brokenField(set.routed ?? {}, { prefixLength: ['The prefix length', PREFIX_LENGTH] }) ??
    brokenField(set, LINK_FIELDS) ??
    ends.map((end) => brokenField(end, STP_END_FIELDS)).find((text) => text !== null) ??
    (set.vlans ? vlansProblem(set.vlans) : null)
  if (broken !== null) return refused(broken)
  const moved = conduit === undefined ? topology : withConduit(topology, link, conduit)
  return done({ ...design, topology: withVlans(withLink(moved, id, rest), set.vlans) })
}

function plugsFor(
  topology: Topology,
  from: Plug,
  to: Plug,
  context: EditContext,
): readonly [Plugged, Plugged] | string {
  const [a, b] = [from, to].map(({ device }) => topology.devices.find(({ id }) => id === device))
  if (!a || !b) return 'That device is no longer in the design.'
  if (a.id === b.id) return `A cable from ${a.name} back to ${a.name} would be a loop.`
  if (a.kind === 'host' && b.kind === 'host') return 'Hosts are connected through a switch.'
  const outOfBand =
    [a, b].some(({ kind }) => kind === 'management-switch') ||
    [from, to].some(({ port }) => port?.kind === 'management')
  const host = [a, b].find(({ kind }) => kind === 'host')
  const router = [a, b].find(({ kind }) => kind === 'router')
  if (router && (outOfBand || [a, b].some(({ id, kind }) => id !== router.id && kind !== 'switch')))
    return `${router.name} is a router: uplinks run from it to front ports of switches.`
  if (outOfBand && host)
    return `${host.name} is a host: management ports and management switches carry keepalives only.`
  const peers = topology.domains.some((domain) => domain.peers.includes(a.id) && domain.peers.includes(b.id))
  const wish = outOfBand ? 'management' : peers ? 'peer-link' : 'front'
  const first = placeFor(topology, a, from, wish, context)
  if (typeof first === 'string') return first
  const second = placeFor(topology, b, to, wish, context)
  return typeof second === 'string' ? second : [first, second]
}

function placeFor(
  topology: Topology,
  device: Device,
  { port }: Plug,
  wish: 'front' | 'peer-link' | 'management',
  { namings }: EditContext,
): Plugged | string {
  const scheme = schemeOf(device, namings)
  if (port === null) {
    const found =
      wish === 'management' && device.kind === 'switch' ? freePort(topology, device, scheme, 'management') : null
    const place: PortPlace | null =
      found ?? freePort(topology, device, scheme, wish === 'peer-link' ? 'peer-link' : 'front')
    return place ? { device, port: place } : `${device.name} has no free port.`
  }
  const name = portName(scheme, port.kind, port.index)
  const exists = Number.isInteger(port.index) && port.index >= 1 && port.index <= portCount(scheme, port.kind)
  if (!exists) return `${device.name} has no port ${name}.`
  const taken = topology.ports.some(
    (other) => other.device === device.id && other.kind === port.kind && other.index === port.index,
  )
  return taken ? `${device.name}:${name} already has a cable.` : { device, port: { ...port, name } }
}

function newLinkFields(topology: Topology, plugs: readonly [Plugged, Plugged]): Omit<Link, 'id' | 'ends'> {
  const [near, far] = [plugs[0].device.kind, plugs[1].device.kind]
  const stp = [spanningTreeTowards(far), spanningTreeTowards(near)] as const
  const base = { delayUs: 1, suspendWithMembers: false, stp }
  if (near === 'router' || far === 'router') {
    const [upper, lower] = newUplinkAddresses(topology)
    const addresses = near === 'router' ? ([upper, lower] as const) : ([lower, upper] as const)
    const routed = { addresses, prefixLength: UPLINK_PREFIX }
    return { ...base, use: 'uplink', routed, speedGbps: 100, vlans: { mode: 'access', vlan: 1 }, mtu: 9216 }
  }
  const keepalive = plugs.some(({ device, port }) => device.kind === 'management-switch' || port.kind === 'management')
  if (keepalive) return { ...base, use: 'keepalive', speedGbps: 1, vlans: { mode: 'access', vlan: 1 }, mtu: 1500 }
  const access = topology.vlans.find(({ id }) => id !== 1)?.id ?? 1
  if (plugs.some(({ device }) => device.kind === 'host')) {
    return { ...base, use: 'data', speedGbps: 25, vlans: { mode: 'access', vlan: access }, mtu: 1500 }
  }
  return { ...base, use: 'data', speedGbps: 100, vlans: trunk(topology), mtu: 9216 }
}

/** Bonds a new cable with what runs between the same two sides already. `before`: the design without it. */
function autoBond(
  before: Topology,
  topology: Topology,
  link: Link,
): { readonly topology: Topology; readonly bond: string | null } {
  const net = networkOf(topology)
  const across = domainAcross(net, link)
  if (across) {
    const joined = joinPeerLink(topology, across, link)
    return { topology: joined, bond: joined.domains.find(({ id }) => id === across.id)?.peerLink ?? null }
  }
  const [left, right] = devicesOf(net, link).map((device) => net.domainOf.get(device.id)?.peers ?? [device.id])
  const parallel = before.links.filter((other) => {
    const [a, b] = devicesOf(net, other).map(({ id }) => id)
    if (other.use !== 'data' || !left || !right || !a || !b) return false
    return (left.includes(a) && right.includes(b)) || (left.includes(b) && right.includes(a))
  })
  const bonds = parallel.map(({ id }) => net.bondOf.get(id)).filter((bond) => bond !== undefined)
  const bond = bonds.find((bond) => fits(net, bond, link)) ?? bonds[0]
  if (bond) return { topology: joinBond(topology, bond, link), bond: bond.id }
  const made = parallel.length > 0 ? newBond(topology, [...parallel, link]) : null
  return made ? { topology: withBond(topology, made), bond: made.id } : { topology, bond: null }
}

function fits(net: Network, bond: Bond, link: Link): boolean {
  const ends = bond.ends.flatMap((end) => devicesAt(net, end))
  return devicesOf(net, link).every(({ id }) => ends.includes(id))
}

function joinPeerLink(topology: Topology, domain: MlagDomain, link: Link): Topology {
  const bond = topology.bonds.find(({ id }) => id === domain.peerLink)
  if (bond) return joinBond(topology, bond, link)
  const made = peerLinkBond(topology, domain.peers, [link])
  const domains = topology.domains.map((other) => (other.id === domain.id ? { ...other, peerLink: made.id } : other))
  return withBond({ ...topology, domains }, made)
}

/** The domain whose two peers the cable joins. */
function domainAcross(net: Network, link: Link): MlagDomain | undefined {
  const [a, b] = devicesOf(net, link)
  const domain = net.domainOf.get(a.id)
  return domain?.peers.includes(b.id) === true ? domain : undefined
}

function withLink(topology: Topology, id: LinkId, set: Partial<Link>): Topology {
  return { ...topology, links: topology.links.map((link) => (link.id === id ? { ...link, ...set } : link)) }
}

function withConduit(topology: Topology, link: Link, conduit: string): Topology {
  const moved = { ...link, conduit }
  if (conduit === '') Reflect.deleteProperty(moved, 'conduit')
  return { ...topology, links: topology.links.map((other) => (other.id === link.id ? moved : other)) }
}

/** Two addresses, as every platform takes them. */
const UPLINK_PREFIX = 30
const LINK_FIELDS: Partial<FieldNames<LinkFields>> = {
  delayUs: ['The delay in microseconds', DELAY_US],
  speedGbps: ['The speed', SPEED_GBPS],
  mtu: ['The MTU', MTU],
}
