import {
  spanningTreeTowards,
  type Bond,
  type BondEnd,
  type LacpOptions,
  type Link,
  type MlagDomain,
  type VendorId,
  type VlanMembership,
} from '../../model/topology.ts'
import { addBond, addHost, addLink, addPort, type Drawing, freeName, labelFrom, nameFrom } from './drawing.ts'
import { idOf, type Ids } from './drawDomains.ts'
import { backupVlanOf } from './gateways.ts'
import { farName, type FoundCables, type Place } from './farEnds.ts'
import { type ImportedSwitch, positionOf } from './uses.ts'

/** Everything the cables need to know of the drawing so far. */
export interface Scene {
  readonly drawing: Drawing
  readonly ids: Ids
  readonly domainOf: ReadonlyMap<ImportedSwitch, MlagDomain>
}

/** Draws the cables that were found and their port-channels; returns the peer-link of each domain. */
export function drawFound(scene: Scene, { cables }: FoundCables): ReadonlyMap<MlagDomain, Bond> {
  const bonds = new Map<string, { readonly ends: readonly [Place, Place]; readonly links: Link[] }>()
  const peerLinks = new Map<MlagDomain, Bond>()
  for (const [a, b] of cables) {
    const link = drawLink(scene, a, b)
    labelSwitch(scene, a.on, b.port.description)
    labelSwitch(scene, b.on, a.port.description)
    if (!a.group || !b.group) continue
    const key = `${endKey(scene, a)} ${endKey(scene, b)}`
    const back = `${endKey(scene, b)} ${endKey(scene, a)}`
    const known = bonds.get(key) ?? bonds.get(back)
    if (known) known.links.push(link)
    else bonds.set(key, { ends: [a, b], links: [link] })
  }
  const used = new Set<string>()
  for (const { ends, links } of bonds.values()) {
    const keys = ends.map((place) => endKey(scene, place))
    const again = ends.find((_, at) => used.has(keys[at] ?? ''))
    if (again) {
      scene.drawing.notes.push(
        `${again.port.name} of ${again.on.name} leads elsewhere than the rest of ${again.group?.channel.name}; it is drawn outside of it.`,
      )
      continue
    }
    for (const key of keys) used.add(key)
    const bond = addBond(scene.drawing, bondName(ends), {
      members: links.map(({ id }) => id),
      ends: [endOf(scene, ends[0]), endOf(scene, ends[1])],
      vlans: vlansOf(scene, ends[0]),
      mtu: Math.min(...ends.map(mtuOf)),
    })
    const domain = scene.domainOf.get(ends[0].on)
    if (ends[0].group?.role === 'peer-link' && domain) peerLinks.set(domain, bond)
  }
  return peerLinks
}

/** A switch's label stands in the descriptions of the ports that lead to it. */
function labelSwitch({ drawing, ids }: Scene, on: ImportedSwitch, description: string): void {
  const [, far, label = ''] = /^(?:\S+: )?(\S+) \S+ \((.*)\)$/.exec(description) ?? []
  if (far !== on.name || label === '') return
  const at = drawing.devices.findIndex(({ id }) => id === idOf(ids, on))
  const device = drawing.devices[at]
  if (device && device.label === '') drawing.devices[at] = { ...device, label: labelFrom(label) }
}

/** Hangs a device under every port whose other end is unknown, one under all members of a port-channel. */
export function drawOpen(scene: Scene, { open }: FoundCables): void {
  const groups = new Map<string, Place[]>()
  for (const place of open) {
    const key = place.group ? endKey(scene, place) : `${place.on.name} ${place.port.name}`
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  for (const places of groups.values()) {
    const [first] = places
    if (!first) continue
    if (first.group?.role === 'peer-link') {
      const names = places.map(({ on, port }) => `${on.name} ${port.name}`).join(', ')
      scene.drawing.notes.push(`The peer-link's other end was not found for ${names}; not drawn.`)
      continue
    }
    drawHost(scene, places, first)
  }
}

function drawHost(scene: Scene, places: readonly Place[], first: Place): void {
  const { drawing } = scene
  const named = places.map(({ port }) => farName(port.description))
  const told = named.find((far) => far.name !== null)
  const name = told?.name ?? nameOfGroup(first)
  const known = told && drawing.devices.find((device) => device.kind === 'host' && device.name === name)
  const label = labelFrom(told ? told.label : first.port.description)
  const vlans = vlansOf(scene, first)
  const home = vlans.mode === 'access' ? vlans.vlan : vlans.native
  const host = known ?? addHost(drawing, freeName(drawing, name), label, home)
  const links = places.map((place, at) => {
    const wish = named[at]?.port ?? null
    const nic = /^eth(\d+)$/.exec(wish ?? '')?.[1]
    const far = addPort(drawing, host.id, 'front', wish, nic === undefined ? null : Math.min(Number(nic), 63) + 1)
    return drawLink(scene, place, { id: far.id, device: host.id })
  })
  if (!first.group) return
  const end = endOf(scene, first)
  const own = drawing.bonds.flatMap(({ ends }) => ends).filter(({ at }) => 'device' in at && at.device === host.id)
  addBond(drawing, `bond-${name}`, {
    members: links.map(({ id }) => id),
    ends: [
      end,
      {
        at: { device: host.id },
        channel: own.length,
        mode: end.mode === 'static' ? 'static' : 'active',
        rate: end.rate,
        stp: spanningTreeTowards('switch'),
      },
    ],
    vlans,
    mtu: mtuOf(first),
  })
}

/** A cable from a switch that was read to another one, or to a port that is drawn. */
function drawLink(
  scene: Scene,
  a: Place,
  b: Place | { id: Link['ends'][1]; device: Drawing['devices'][number]['id'] },
): Link {
  const { drawing, ids } = scene
  const portOf = ({ on, port }: Place) =>
    addPort(drawing, idOf(ids, on), 'front', port.name, positionOf(on.config, port.name))
  const left = portOf(a)
  const towardsSwitch = 'port' in b
  const right = towardsSwitch ? portOf(b) : drawing.ports.find(({ id }) => id === b.id)
  if (!right) throw new Error('The port is not drawn')
  return addLink(drawing, left, right, {
    speedGbps: a.port.speedGbps ?? (towardsSwitch ? 100 : 25),
    use: 'data',
    vlans: vlansOf(scene, a),
    // What both ends take; where a switch has one MTU for all ports, they may differ.
    mtu: towardsSwitch ? Math.min(mtuOf(a), mtuOf(b)) : mtuOf(a),
    suspendWithMembers: a.port.suspendWithMembers,
    stp: [stpOf(a), towardsSwitch ? stpOf(b) : spanningTreeTowards('switch')],
  })
}

/** The same for both legs of a pair's port-channel. */
function endKey({ domainOf }: Scene, { on, group }: Place): string {
  const domain = domainOf.get(on)
  if (domain && group?.role === 'mlag') return `${domain.id} ${group.channel.mlag}`
  return `${on.name} ${group?.number}`
}

function endOf({ domainOf, ids, drawing }: Scene, { on, group, port }: Place): BondEnd {
  const domain = domainOf.get(on)
  const paired = domain !== undefined && group?.role === 'mlag'
  const channel = (paired ? group.channel.mlag : group?.number) ?? 0
  if (paired && channel !== group.number) {
    drawing.notes.push(
      `${group.channel.name} of ${on.name} has the id ${channel} on the pair; a design has one number for both, so ${channel} is drawn.`,
    )
  }
  const members = group?.members ?? [port]
  const lacp = { ...(paired ? lacpOfLegs(domainOf, domain, channel) : group?.channel.lacp) }
  return {
    at: paired ? { domain: domain.id } : { device: idOf(ids, on) },
    channel,
    mode: group?.channel.bundling ?? port.member?.mode ?? 'active',
    rate: [...members, ...(group ? [group.channel] : [])].some(({ fast }) => fast) ? 'fast' : 'slow',
    stp: group?.channel.stp ?? port.stp,
    ...(Object.keys(lacp).length === 0 ? {} : { lacp }),
  }
}

/** What either peer says of a pair's port-channel: some statements belong on one peer only. */
function lacpOfLegs(domainOf: Scene['domainOf'], domain: MlagDomain, channel: number): LacpOptions {
  const peers = [...domainOf].flatMap(([peer, its]) => (its === domain ? [peer] : []))
  const legs = peers.flatMap(({ groups }) => groups.filter((group) => group.channel.mlag === channel))
  return Object.assign({}, ...legs.toReversed().map((leg) => leg.channel.lacp))
}

/** A member has what its port-channel has. */
function vlansOf({ domainOf }: Scene, { on, port, group }: Place): VlanMembership {
  const { mode, access, native, taggedOnly, ...list } = group?.channel ?? port
  if (mode !== 'trunk') return { mode: 'access', vlan: access }
  const peering = on.config.pair?.peering.vlan ?? backupVlanOf(on.config)
  const carried = on.trunks.carriedBy(list)
  const lists = letsUntaggedIn(on.config.vendor, native) ? [...carried, native] : carried
  const own = taggedOnly ? lists.filter((id) => id !== native) : lists
  const numbers = own.filter((id) => !(domainOf.has(on) && id === peering))
  return { mode: 'trunk', native, allowed: [...new Set(numbers)].sort((a, b) => a - b) }
}

/**
 * Cumulus Linux, OS10, RouterOS and SONiC let untagged frames into a trunk by a statement beside its list of VLANs. Where
 * none is there they are in VLAN 1, which SONiC does not have.
 */
function letsUntaggedIn(vendor: VendorId, native: number): boolean {
  return UNTAGGED_UNLESS_TOLD.includes(vendor) || (vendor === 'sonic' && native !== 1)
}

const UNTAGGED_UNLESS_TOLD: readonly VendorId[] = ['nvidia-cumulus', 'dell-os10', 'mikrotik-routeros']

function mtuOf({ port, group }: Place): number {
  return group?.channel.mtu ?? port.mtu ?? 1_500
}

function stpOf({ port, group }: Place) {
  return group?.channel.stp ?? port.stp
}

function nameOfGroup({ port, group }: Place): string {
  const words = (group?.channel.description || port.description).replace(/^[\w-]+ \d+: /, '')
  // A name that is made up here is a host name.
  const told = nameFrom(words).replaceAll('_', '-')
  return told !== '' && told.length <= 24 ? told : `unknown-${nameFrom(group ? `${group.number}` : port.name)}`
}

function bondName([a, b]: readonly [Place, Place]): string {
  return a.group?.role === 'peer-link' ? `bond-${a.on.name}-peer-link` : `bond-${a.on.name}-${b.on.name}`
}
