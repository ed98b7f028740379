import type { Design, Point } from './design.ts'
import { done, type EditContext, type EditResult, refused } from './edit.ts'
import { channelsOn, newChannel, newId } from './freeNames.ts'
import { type DeviceId, type LinkId, type NoteId, toId } from './ids.ts'
import { mergePart, type Merged } from './mergePart.ts'
import { devicesAt, need, type Network, networkOf } from './network.ts'
import { ownUplink } from './ownAddresses.ts'
import { partOf } from './partOf.ts'
import { freePort, portName, schemeOf } from './portNames.ts'
import { FIRST_CHANNEL, FIRST_MLAG_ID, withBond, withCable } from './topologyChanges.ts'
import type { Bond, BondEnd, Link, Port, Topology } from './topology.ts'

/**
 * Copies devices and notes beside themselves, with the cables between them and those to what they hang from: a server's,
 * a keepalive's, and a switch's to what stands above it. The far ends of these take the next free ports, and their bonds
 * the next free port-channels or MLAG ids.
 */
export function duplicate(
  design: Design,
  chosen: { readonly devices: readonly DeviceId[]; readonly notes: readonly NoteId[] },
  by: Point,
  context: EditContext,
): EditResult {
  const merged = mergePart(design, partOf(design, chosen.devices, chosen.notes), by)
  const copies = [...chosen.devices, ...chosen.notes].map((id) => need<string, string>(merged.renamed, id))
  const net = networkOf(design.topology)
  let topology = merged.design.topology
  const plugged = new Map<LinkId, Link>()
  for (const link of net.topology.links) {
    const near = hangingEnd(design, net, link, merged)
    if (near === null) continue
    const result = plug(topology, net, link, near, merged, context)
    if (typeof result === 'string') return refused(result)
    topology = result.topology
    plugged.set(link.id, result.link)
  }
  for (const bond of net.topology.bonds) topology = bundle(topology, net, bond, plugged, merged)
  return done({ ...merged.design, topology }, copies)
}

/** The copied end of a cable that a copy keeps; null for other cables. */
function hangingEnd(design: Design, net: Network, link: Link, { renamed }: Merged): 0 | 1 | null {
  const ports = link.ends.map((end) => need(net.ports, end))
  const copied = ports.map(({ device }) => renamed.has(device))
  if (copied[0] === copied[1]) return null
  const near = copied[0] === true ? 0 : 1
  const [own, far] = near === 0 ? ports : [ports[1], ports[0]]
  if (own === undefined || far === undefined) return null
  const above = (design.layout[far.device]?.y ?? 0) < (design.layout[own.device]?.y ?? 0)
  const keeps = need(net.devices, own.device).kind === 'host' || link.use === 'keepalive' || above
  return keeps ? near : null
}

/** The copy's end takes the same port position as the original's, the far end the next free one of its kind. */
function plug(
  topology: Topology,
  net: Network,
  link: Link,
  near: 0 | 1,
  { renamed }: Merged,
  { namings }: EditContext,
): { readonly topology: Topology; readonly link: Link } | string {
  const own = need(net.ports, link.ends[near])
  const far = need(net.ports, link.ends[near === 0 ? 1 : 0])
  const copy = topology.devices.find(({ id }) => id === renamed.get(own.device))
  const other = need(net.devices, far.device)
  if (copy === undefined) return 'The copy is gone.'
  const free = freePort(topology, other, schemeOf(other, namings), far.kind)
  if (free === null)
    return `${other.name} has no free ${far.kind === 'management' ? 'management ' : ''}port for the copy.`
  const name = portName(schemeOf(copy, namings), own.kind, own.index)
  const ends = [
    { device: copy, port: { kind: own.kind, index: own.index, name } },
    { device: other, port: free },
  ] as const
  const { id: _, ends: __, ...fields } = link
  const routerFirst = (near === 0 ? copy : other).kind === 'router'
  const routed = ownUplink(topology, link, routerFirst)
  const cable = routed === undefined ? fields : { ...fields, routed }
  return withCable(topology, near === 0 ? ends : [ends[1], ends[0]], cable)
}

/** The copy's bond to where the original's leads, over those of its cables that were plugged again. */
function bundle(
  topology: Topology,
  net: Network,
  bond: Bond,
  plugged: ReadonlyMap<LinkId, Link>,
  { renamed }: Merged,
): Topology {
  const members = bond.members.flatMap((id) => plugged.get(id) ?? [])
  if (members.length === 0) return topology
  const [first, second] = [0, 1].map((end) => bond.ends[end === 0 ? 0 : 1])
  if (first === undefined || second === undefined) return topology
  const end = (end: BondEnd): BondEnd => copiedEnd(topology, net, end, members, renamed)
  return withBond(topology, {
    ...bond,
    id: newId(topology, bond.id),
    members: members.map(({ id }) => id),
    ends: [end(first), end(second)],
  })
}

function copiedEnd(
  topology: Topology,
  net: Network,
  end: BondEnd,
  members: readonly Link[],
  renamed: ReadonlyMap<string, string>,
): BondEnd {
  const devices = devicesAt(net, end)
  const copied = devices.filter((id) => renamed.has(id))
  const there = new Set(members.flatMap(({ ends }) => ends.map((port) => deviceOf(topology.ports, port))))
  const [outside] = devices.filter((id) => there.has(id))
  if (outside !== undefined) {
    const whole = 'domain' in end.at && copied.length === 0
    const channel = newChannel(topology, whole ? devices : [outside], whole ? FIRST_MLAG_ID : FIRST_CHANNEL)
    return { ...end, at: whole ? end.at : { device: outside }, channel }
  }
  if ('domain' in end.at && renamed.has(end.at.domain)) {
    const peers = copied.map((id) => toId<'device'>(need(renamed, id)))
    const at = { domain: toId<'domain'>(need(renamed, end.at.domain)) }
    return { ...end, at, channel: ownChannel(topology, peers, end.channel, FIRST_MLAG_ID) }
  }
  const single = copied.map((id) => toId<'device'>(need(renamed, id))).find((id) => there.has(id))
  if (single === undefined) return end
  return { ...end, at: { device: single }, channel: ownChannel(topology, [single], end.channel, FIRST_CHANNEL) }
}

/** The original's number, unless half of the bond was copied already, with what stands at its other end. */
function ownChannel(topology: Topology, devices: readonly DeviceId[], original: number, first: number): number {
  return channelsOn(topology, devices).has(original) ? newChannel(topology, devices, first) : original
}

function deviceOf(ports: readonly Port[], id: Port['id']): DeviceId | undefined {
  return ports.find((port) => port.id === id)?.device
}
