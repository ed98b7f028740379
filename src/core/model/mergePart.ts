import type { Design, Point } from './design.ts'
import { type Drawing, type Note, withoutStrayDrawing } from './drawing.ts'
import { done, type EditResult } from './edit.ts'
import { freeAddresses } from './editDomains.ts'
import { freshName, idGiver, newDomainNumber, newIpv4, newMac, newRouterIpv4 } from './freeNames.ts'
import { pairSystemMac } from './systemMac.ts'
import { type DeviceId, type Id, toId } from './ids.ts'
import { need } from './network.ts'
import { ownGateway, ownUplink } from './ownAddresses.ts'
import type { Bond, BondEnd, Device, Flow, Link, MlagDomain, Port, Topology } from './topology.ts'

export interface Merged {
  readonly design: Design
  /** Which id of the part became which of the design. */
  readonly renamed: ReadonlyMap<string, string>
}

/**
 * Puts a part (see `partOf`) into a design, moved by `by`. Ids, names, addresses, domain numbers and conduits that are
 * taken become the next free ones; port positions, port-channels and MLAG ids stay as they were, since their devices are
 * new ones.
 */
export function mergePart(design: Design, part: Design, by: Point): Merged {
  const give = idGiver(design)
  const renamed = new Map<string, string>()
  const as: As = (id) => toId(need(renamed, id))
  const devices = newDevices(design.topology, part.topology, (device, name) => {
    renamed.set(device.id, give(device.name === name || !/^[A-Za-z0-9]/.test(name) ? device.id : name))
    return as(device.id)
  })
  for (const { id, device, ...port } of part.topology.ports)
    renamed.set(id, give(as(device) === device ? id : `${as(device)}-${portMark(port)}`))
  const ports = new Map(part.topology.ports.map((port) => [port.id, port]))
  for (const { id, ends } of part.topology.links) {
    const same = ends.every((end) => as(end) === end)
    renamed.set(id, give(same ? id : `link-${as(ends[0])}-${as(need(ports, ends[1]).device)}`))
  }
  for (const { id } of [...part.topology.domains, ...part.topology.bonds, ...part.topology.flows])
    renamed.set(id, give(id))
  const notes = (part.notes ?? []).map((note): Note => ({ ...note, id: give(note.id), at: moved(note.at, by) }))
  part.notes?.forEach((note, at) => renamed.set(note.id, notes[at]?.id ?? note.id))
  const domains = newDomains(
    { ...design.topology, devices: [...design.topology.devices, ...devices] },
    part.topology,
    as,
  )
  const topology: Topology = {
    devices: [...design.topology.devices, ...devices],
    ports: [
      ...design.topology.ports,
      ...part.topology.ports.map((port): Port => ({ ...port, id: as(port.id), device: as(port.device) })),
    ],
    links: [...design.topology.links, ...newLinks(design.topology, part.topology, as)],
    bonds: [...design.topology.bonds, ...part.topology.bonds.map((bond) => renamedBond(bond, as))],
    domains: [...design.topology.domains, ...domains],
    vlans: allVlans(design.topology, part.topology),
    flows: [
      ...design.topology.flows,
      ...part.topology.flows.map((flow): Flow => ({ ...flow, id: as(flow.id), from: as(flow.from), to: as(flow.to) })),
    ],
  }
  const places = part.topology.devices.flatMap(({ id }): readonly (readonly [DeviceId, Point])[] => {
    const place = part.layout[id]
    return place === undefined ? [] : [[as(id), moved(place, by)]]
  })
  const drawing = allDrawing(design.drawing, withoutStrayDrawing(part).drawing, as)
  return {
    renamed,
    design: {
      ...design,
      topology,
      layout: { ...design.layout, ...Object.fromEntries(places) },
      ...(notes.length > 0 ? { notes: [...(design.notes ?? []), ...notes] } : {}),
      ...(drawing === undefined ? {} : { drawing }),
    },
  }
}

/** The merge as an edit: `made` are the new devices and notes. */
export function paste(design: Design, part: Design, by: Point): EditResult {
  const { design: merged, renamed } = mergePart(design, part, by)
  const made = [...part.topology.devices, ...(part.notes ?? [])].map(({ id }) => need(renamed, id))
  return done(merged, made)
}

type As = <K extends string>(id: Id<K>) => Id<K>

function newDevices(
  before: Topology,
  part: Topology,
  rename: (device: Device, name: string) => DeviceId,
): readonly Device[] {
  const names = new Set([...before.devices, ...before.domains].map(({ name }) => name))
  const macs = new Set(before.devices.map(({ mac }) => mac))
  const addresses = new Set(before.devices.flatMap((device) => ('ipv4' in device ? [device.ipv4] : [])))
  let grown = before
  return part.devices.map((device): Device => {
    const name = freshName(device.name, names)
    names.add(name)
    const base = { ...device, id: rename(device, name), name }
    const mac = macs.has(device.mac) ? newMac(grown, device.kind === 'host' ? 'host' : 'other') : device.mac
    const fresh = base.kind === 'router' ? newRouterIpv4 : newIpv4
    const made: Device =
      'ipv4' in base ? { ...base, mac, ipv4: addresses.has(base.ipv4) ? fresh(grown) : base.ipv4 } : { ...base, mac }
    macs.add(mac)
    if ('ipv4' in made) addresses.add(made.ipv4)
    grown = { ...grown, devices: [...grown.devices, made] }
    return made
  })
}

function newDomains(before: Topology, part: Topology, as: As): readonly MlagDomain[] {
  const names = new Set([...before.devices, ...before.domains, ...part.devices].map(({ name }) => name))
  let grown = before
  return part.domains.map((domain): MlagDomain => {
    const name = freshName(domain.name, names)
    names.add(name)
    const others = grown.domains
    const number = others.some((other) => other.number === domain.number) ? newDomainNumber(grown) : domain.number
    const system = others.some(({ systemMac }) => systemMac === domain.systemMac)
    const used = others.flatMap(({ keepalive, peering }) => [...keepalive.addresses, ...peering.addresses])
    const free = freeAddresses(grown)
    const addressesOf = <T extends MlagDomain['keepalive'] | MlagDomain['peering']>(own: T, fresh: T): T =>
      own.addresses.some((address) => used.includes(address)) ? { ...own, addresses: fresh.addresses } : own
    const made: MlagDomain = {
      ...domain,
      id: as(domain.id),
      name,
      number,
      peers: [as(domain.peers[0]), as(domain.peers[1])],
      preferredPrimary: as(domain.preferredPrimary),
      systemMac: system ? pairSystemMac(number) : domain.systemMac,
      peerLink: domain.peerLink === null ? null : as(domain.peerLink),
      keepalive: addressesOf(domain.keepalive, free.keepalive),
      peering: addressesOf(domain.peering, free.peering),
      gateways: domain.gateways.map((gateway) => ownGateway(grown, gateway)),
    }
    grown = { ...grown, domains: [...grown.domains, made] }
    return made
  })
}

function newLinks(before: Topology, part: Topology, as: As): readonly Link[] {
  const taken = new Set(before.links.flatMap(({ conduit }) => conduit ?? []))
  const conduits = new Map(
    [...new Set(part.links.flatMap(({ conduit }) => conduit ?? []))].map((name) => [name, freshName(name, taken)]),
  )
  let grown = before
  return part.links.map((link): Link => {
    const ends = [as(link.ends[0]), as(link.ends[1])] as const
    const conduit = link.conduit === undefined ? undefined : conduits.get(link.conduit)
    const first = part.ports.find(({ id: port }) => port === link.ends[0])?.device
    const routerFirst = part.devices.find(({ id: device }) => device === first)?.kind === 'router'
    const routed = ownUplink(grown, link, routerFirst)
    const made = {
      ...link,
      id: as(link.id),
      ends,
      ...(conduit === undefined ? {} : { conduit }),
      ...(routed === undefined ? {} : { routed }),
    }
    grown = { ...grown, links: [...grown.links, made] }
    return made
  })
}

function renamedBond(bond: Bond, as: As): Bond {
  const end = (end: BondEnd): BondEnd => ({
    ...end,
    at: 'device' in end.at ? { device: as(end.at.device) } : { domain: as(end.at.domain) },
  })
  return { ...bond, id: as(bond.id), members: bond.members.map(as), ends: [end(bond.ends[0]), end(bond.ends[1])] }
}

function allVlans(before: Topology, part: Topology): Topology['vlans'] {
  const known = new Set(before.vlans.map(({ id }) => id))
  return [...before.vlans, ...part.vlans.filter(({ id }) => !known.has(id))].sort((a, b) => a.id - b.id)
}

/** Bends and collapsed pairs come along; what is locked does not, or it could not be put where it is wanted. */
function allDrawing(before: Drawing = {}, part: Drawing = {}, as: As): Drawing | undefined {
  const bends = Object.entries(part.bends ?? {}).map(([id, by]) => [as(toId<'link'>(id)), by] as const)
  const collapsed = (part.collapsed ?? []).map(as)
  const all: Drawing = {
    ...before,
    ...(bends.length > 0 ? { bends: { ...before.bends, ...Object.fromEntries(bends) } } : {}),
    ...(collapsed.length > 0 ? { collapsed: [...(before.collapsed ?? []), ...collapsed] } : {}),
  }
  return Object.keys(all).length === 0 ? undefined : all
}

function portMark({ kind, index }: Pick<Port, 'kind' | 'index'>): string {
  return `${kind === 'management' ? 'm' : 'p'}${index}`
}

function moved({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y }
}
