import type { Design, Point } from '../../model/design.ts'
import { brokenRule, PORT_NAME } from '../../model/fieldRules.ts'
import { newId, newMac } from '../../model/freeNames.ts'
import { hostAddress } from './hostAddress.ts'
import type { DeviceId } from '../../model/ids.ts'
import type {
  Bond,
  Device,
  Flow,
  HostDevice,
  Link,
  ManagementSwitch,
  MlagDomain,
  Port,
  SwitchDevice,
  Vlan,
} from '../../model/topology.ts'

/** The design while it is drawn from what was read. */
export interface Drawing {
  readonly devices: Device[]
  readonly ports: Port[]
  readonly links: Link[]
  readonly bonds: Bond[]
  readonly domains: MlagDomain[]
  readonly vlans: Vlan[]
  readonly flows: Flow[]
  /** What a reader of the drawing must know, in sentences. */
  readonly notes: string[]
}

export function emptyDrawing(): Drawing {
  return { devices: [], ports: [], links: [], bonds: [], domains: [], vlans: [], flows: [], notes: [] }
}

export function designFrom(drawing: Drawing, title: string, layout: Readonly<Record<DeviceId, Point>>): Design {
  const { devices, ports, links, bonds, domains, vlans, flows } = drawing
  return { title, topology: { devices, ports, links, bonds, domains, vlans, flows }, layout }
}

export function addSwitch(
  drawing: Drawing,
  fields: Pick<SwitchDevice, 'name' | 'vendor' | 'lacpSystemPriority' | 'stp'>,
) {
  return add(drawing.devices, {
    kind: 'switch',
    id: newId<'device'>(drawing, fields.name),
    label: '',
    mac: newMac(drawing, 'other'),
    ...fields,
  } satisfies SwitchDevice)
}

/** `vlan` is the one of its untagged frames. */
export function addHost(drawing: Drawing, name: string, label: string, vlan: number) {
  return add(drawing.devices, {
    kind: 'host',
    id: newId<'device'>(drawing, name),
    name: freeName(drawing, name),
    label,
    mac: newMac(drawing, 'host'),
    ipv4: hostAddress(drawing, vlan),
  } satisfies HostDevice)
}

export function addManagementSwitch(drawing: Drawing, name: string) {
  return add(drawing.devices, {
    kind: 'management-switch',
    id: newId<'device'>(drawing, name),
    name: freeName(drawing, name),
    label: '',
    mac: newMac(drawing, 'other'),
  } satisfies ManagementSwitch)
}

/** A port at the wished position while that is free, otherwise at the next that is. */
export function addPort(
  drawing: Drawing,
  device: DeviceId,
  kind: Port['kind'],
  name: string | null,
  wish: number | null,
) {
  const own = drawing.ports.filter((port) => port.device === device && port.kind === kind)
  const taken = new Set(own.map(({ index }) => index))
  let index = wish ?? 1
  while (taken.has(index)) index++
  const nic = `eth${index - 1}`
  const free = (text: string) =>
    brokenRule(PORT_NAME, text) === null && !drawing.ports.some((port) => port.device === device && port.name === text)
  return add(drawing.ports, {
    id: newId<'port'>(drawing, `${device}-${kind === 'management' ? 'm' : 'p'}${index}`),
    device,
    name: name !== null && free(name) ? name : nic,
    kind,
    index,
  } satisfies Port)
}

export function addLink(drawing: Drawing, a: Port, b: Port, fields: Omit<Link, 'id' | 'ends' | 'delayUs'>): Link {
  return add(drawing.links, {
    id: newId<'link'>(drawing, `link-${a.id}-${b.device}`),
    ends: [a.id, b.id],
    delayUs: 1,
    ...fields,
  })
}

export function addBond(drawing: Drawing, wish: string, fields: Omit<Bond, 'id'>): Bond {
  return add(drawing.bonds, { id: newId<'bond'>(drawing, wish), ...fields })
}

/** A name that may stand on a device or a domain and that none has yet. */
export function freeName(drawing: Pick<Drawing, 'devices' | 'domains'>, wish: string): string {
  const clean = nameFrom(wish) || 'device'
  const taken = new Set([...drawing.devices, ...drawing.domains].map(({ name }) => name))
  let name = clean
  for (let n = 2; taken.has(name); n++) name = `${clean.slice(0, 58)}-${n}`
  return name
}

/** Free text as a name; '' when nothing of it may stand in one. */
export function nameFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
    .slice(0, 63)
}

/** Free text as a label. */
export function labelFrom(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 120)
}

function add<T>(list: T[], item: T): T {
  list.push(item)
  return item
}
