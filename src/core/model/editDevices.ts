import type { Design, Point } from './design.ts'
import { type DeviceFields, type Edit, type EditContext, type EditResult, done, gone, refused } from './edit.ts'
import { pairSwitches } from './editDomains.ts'
import { FREE_TEXT, IPV4, LACP_PRIORITY, MAC, NAME, STP_PRIORITY } from './fieldRules.ts'
import { brokenField, type FieldNames } from './fieldNames.ts'
import { newIpv4, newMac, newName, newId, newRouterIpv4 } from './freeNames.ts'
import { withNotes } from './drawing.ts'
import type { DeviceId, LinkId, NoteId } from './ids.ts'
import { portCount, portName } from './portNames.ts'
import { withoutDevices, withoutLinks } from './topologyChanges.ts'
import {
  DEFAULT_SPANNING_TREE,
  formsPairs,
  type Device,
  type SpanningTree,
  type SwitchDevice,
  type Topology,
  type VendorId,
} from './topology.ts'

export function addDevice(design: Design, edit: Extract<Edit, { type: 'add-device' }>): EditResult {
  const device = edit.kind === 'switch' ? newSwitch(design.topology, edit.vendor) : newOther(design.topology, edit.kind)
  const drawn = withDevice(design, device, edit.at)
  if (edit.set === undefined) return done(drawn, [device.id])
  const set = setDevice(drawn, device.id, edit.set)
  return set.ok ? done(set.design, [device.id]) : set
}

/** Two switches with the gap that a pair is drawn with. */
export function addPair(design: Design, vendor: VendorId, at: Point, context: EditContext): EditResult {
  const first = newSwitch(design.topology, vendor)
  const withFirst = withDevice(design, first, at)
  const second = newSwitch(withFirst.topology, vendor)
  const withBoth = withDevice(withFirst, second, { x: at.x + PEER_DISTANCE, y: at.y })
  const paired = pairSwitches(withBoth, [first.id, second.id], context)
  return paired.ok ? done(paired.design, [...paired.made.slice(0, 1), first.id, second.id]) : paired
}

export function removeAll(
  design: Design,
  devices: readonly DeviceId[],
  links: readonly LinkId[],
  notes: readonly NoteId[] = [],
): EditResult {
  const { topology, layout } = design
  if (devices.some((id) => !topology.devices.some((device) => device.id === id))) return gone('device')
  if (links.some((id) => !topology.links.some((link) => link.id === id))) return gone('cable')
  const left = withoutDevices(withoutLinks(topology, new Set(links)), new Set(devices))
  const places = Object.fromEntries(left.devices.flatMap(({ id }) => (layout[id] ? [[id, layout[id]]] : [])))
  return done(
    withNotes({ ...design, topology: left, layout: places }, (note) => (notes.includes(note.id) ? [] : [note])),
  )
}

export function moveDevices(
  design: Design,
  to: Readonly<Record<DeviceId, Point>>,
  notes: Readonly<Record<NoteId, Point>> = {},
): EditResult {
  const known = new Set<string>(design.topology.devices.map(({ id }) => id))
  if (Object.keys(to).some((id) => !known.has(id))) return gone('device')
  const places = [...Object.values(to), ...Object.values(notes)]
  if (!places.every(({ x, y }) => Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
    return refused('That place is too far from the middle of the canvas.')
  }
  const moved = withNotes(design, (note) => [{ ...note, at: notes[note.id] ?? note.at }])
  return done({ ...moved, layout: { ...design.layout, ...to } })
}

export function setDevice(design: Design, id: DeviceId, set: DeviceFields): EditResult {
  const device = design.topology.devices.find((device) => device.id === id)
  if (!device) return gone('device')
  if (set.ipv4 !== undefined && device.kind !== 'host' && device.kind !== 'router')
    return refused(`${device.name} is no host and has no address here.`)
  if (set.answersTo !== undefined && device.kind !== 'host') return refused(`${device.name} is no host.`)
  if (set.lacpSystemPriority !== undefined && device.kind !== 'switch')
    return refused(`${device.name} is no switch and has no LACP system priority.`)
  if (set.stp !== undefined && device.kind !== 'switch')
    return refused(`${device.name} is no switch and has no spanning tree.`)
  const broken = brokenField(set, DEVICE_FIELDS) ?? brokenField(set.stp ?? {}, { priority: STP_FIELD })
  if (broken !== null) return refused(broken)
  const { answersTo, ...fields } = set
  const changed = replaced(design, answering({ ...device, ...fields }, answersTo))
  return done(set.stp === undefined ? changed : withPeerTree(changed, id, set.stp))
}

function answering(device: Device, answersTo: DeviceFields['answersTo']): Device {
  if (device.kind !== 'host' || answersTo === undefined) return device
  const { answersTo: _, ...host } = device
  return answersTo === 'sender' ? { ...host, answersTo } : host
}

/** A pair is one bridge: the other peer takes the same spanning tree. */
function withPeerTree(design: Design, id: DeviceId, stp: SpanningTree): Design {
  const pair = design.topology.domains.find(({ peers }) => peers.includes(id))
  const peer = design.topology.devices.find((device) => device.id !== id && pair?.peers.includes(device.id) === true)
  return peer?.kind === 'switch' ? replaced(design, { ...peer, stp }) : design
}

export function setPlatform(design: Design, id: DeviceId, vendor: VendorId, { namings }: EditContext): EditResult {
  const { topology } = design
  const pair = topology.domains.find(({ peers }) => peers.includes(id))
  const changed = topology.devices.filter(
    (device): device is SwitchDevice =>
      device.kind === 'switch' && (device.id === id || pair?.peers.includes(device.id) === true),
  )
  if (changed.length === 0)
    return topology.devices.some((device) => device.id === id)
      ? refused('Only switches have a platform.')
      : gone('device')
  if (pair && !formsPairs(vendor))
    return refused(`Two switches of that platform form no pair. Dissolve ${pair.name} first, or choose another one.`)
  const naming = namings[vendor]
  const ids = new Set(changed.map(({ id }) => id))
  const beyond = topology.ports.find((port) => ids.has(port.device) && port.index > portCount(naming, port.kind))
  if (beyond) {
    const name = changed.find(({ id }) => id === beyond.device)?.name
    return refused(
      `${name} uses port ${beyond.index} (${beyond.name}); the other platform has ${portCount(naming, beyond.kind)} ports. Move that cable first.`,
    )
  }
  const devices = topology.devices.map((device) =>
    device.kind === 'switch' && ids.has(device.id) ? { ...device, vendor } : device,
  )
  const ports = topology.ports.map((port) =>
    ids.has(port.device) ? { ...port, name: portName(naming, port.kind, port.index) } : port,
  )
  return done({ ...design, topology: { ...topology, devices, ports } })
}

function newSwitch(topology: Topology, vendor: VendorId): SwitchDevice {
  const name = newName(topology, 'sw')
  return {
    kind: 'switch',
    id: newId(topology, name),
    name,
    label: '',
    mac: newMac(topology, 'other'),
    vendor,
    lacpSystemPriority: 32_768,
    stp: DEFAULT_SPANNING_TREE,
  }
}

function newOther(topology: Topology, kind: 'host' | 'management-switch' | 'router'): Device {
  const name = newName(topology, STEMS[kind])
  const base = { id: newId<'device'>(topology, name), name, label: '' }
  if (kind === 'management-switch') return { kind, ...base, mac: newMac(topology, 'other') }
  if (kind === 'router') return { kind, ...base, mac: newMac(topology, 'other'), ipv4: newRouterIpv4(topology) }
  return { kind, ...base, mac: newMac(topology, 'host'), ipv4: newIpv4(topology) }
}

function withDevice(design: Design, device: Device, at: Point): Design {
  const topology = { ...design.topology, devices: [...design.topology.devices, device] }
  return { ...design, topology, layout: { ...design.layout, [device.id]: at } }
}

function replaced(design: Design, device: Device): Design {
  const devices = design.topology.devices.map((other) => (other.id === device.id ? device : other))
  return { ...design, topology: { ...design.topology, devices } }
}

const STEMS = { host: 'srv', 'management-switch': 'mgmt', router: 'core' } as const

const DEVICE_FIELDS: FieldNames<Omit<DeviceFields, 'stp' | 'answersTo'>> = {
  name: ['The name', NAME],
  label: ['The label', FREE_TEXT],
  mac: ['The MAC address', MAC],
  ipv4: ['The IP address', IPV4],
  lacpSystemPriority: ['The LACP system priority', LACP_PRIORITY],
}
const STP_FIELD = ['The spanning tree priority', STP_PRIORITY] as const
/** CSS px from the middle. */
const FARTHEST = 100_000
/** Width of a switch and the gap between peers. */
const PEER_DISTANCE = 240 + 152
