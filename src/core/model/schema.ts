import * as z from 'zod/mini'
import type { Design } from './design.ts'
import {
  CHANNEL,
  COORDINATE,
  DELAY_US,
  DOMAIN_NUMBER,
  FREE_TEXT,
  ID,
  IPV4,
  LACP_PRIORITY,
  LIST_LIMITS,
  MAC,
  MTU,
  NAME,
  type NumberRule,
  PORT_INDEX,
  PORT_NAME,
  PREFIX_LENGTH,
  SETTING,
  SHORT_NAME,
  SPEED_GBPS,
  type TextRule,
  UDP_PORT,
  VLAN_ID,
} from './fieldRules.ts'
import { type Id, toId } from './ids.ts'
import type { Choices, NumberKey, SwitchKey } from './profile.ts'
import type { VendorId } from './topology.ts'

// Compiling a schema needs `eval`, which the page's content security policy forbids.
z.config({ jitless: true })

/** What a domain's settings may hold; a key or value the types gain must be added here as well. */
const NUMBER_KEYS: Readonly<Record<NumberKey, true>> = {
  'keepalive-interval-ms': true,
  'keepalive-timeout-ms': true,
  'keepalive-hold-ms': true,
  'heartbeat-interval-ms': true,
  'heartbeat-timeout-multiplier': true,
  'member-restore-ms': true,
  'gateway-restore-ms': true,
  'orphan-restore-ms': true,
  'reload-member-ms': true,
  'reload-orphan-ms': true,
  'solo-start-ms': true,
  'dual-primary-delay-ms': true,
  'dual-primary-member-restore-ms': true,
  'dual-primary-orphan-restore-ms': true,
  'system-priority': true,
  'role-priority-preferred': true,
  'role-priority-other': true,
  'mac-ageing-ms': true,
  'link-debounce-ms': true,
}
const SWITCH_KEYS: Readonly<Record<SwitchKey, true>> = {
  'solo-start': true,
  'dual-primary-detection': true,
  'keepalive-needed-first': true,
}
const CHOICES: { readonly [K in keyof Choices]: Readonly<Record<Choices[K], true>> } = {
  'on-peer-link-lost': { 'secondary-suspends-members': true, 'both-continue': true },
  'adjacency-lost-by': { link: true, 'link-or-heartbeat': true },
  'egress-rule': { 'all-frames': true, 'flooded-frames': true },
  'pair-system': { 'cisco-domain-mac': true, 'primary-mac-local-bit': true },
  'member-key': { 'channel-with-high-bit': true, channel: true },
  'member-port-number': { 'secondary-plus-0x4000': true, 'secondary-plus-0x8000': true },
  election: { 'sticky-then-priority': true, priority: true },
  'on-demotion': { 'members-wait-restore': true, 'members-stay': true },
  'role-words': { 'configured-and-operational': true, operational: true },
}
const VENDORS: Readonly<Record<VendorId, true>> = { 'cisco-nxos': true, 'arista-eos': true }

const name = text(NAME)
const shortName = text(SHORT_NAME)
const freeText = text(FREE_TEXT)
const mac = text(MAC)
const ipv4 = text(IPV4)
const vlanId = number(VLAN_ID)
const mtu = number(MTU)

const vlans = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('access'), vlan: vlanId }),
  z.strictObject({ mode: z.literal('trunk'), native: vlanId, allowed: list(vlanId, 'allowed') }),
])

const deviceBase = { id: id<'device'>(), name, label: freeText, mac }
const device = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('switch'),
    ...deviceBase,
    vendor: oneOf(VENDORS),
    lacpSystemPriority: number(LACP_PRIORITY),
  }),
  z.strictObject({ kind: z.literal('host'), ...deviceBase, ipv4 }),
  z.strictObject({ kind: z.literal('management-switch'), ...deviceBase }),
])

const port = z.strictObject({
  id: id<'port'>(),
  device: id<'device'>(),
  name: text(PORT_NAME),
  kind: z.enum(['front', 'management']),
  index: number(PORT_INDEX),
})

const link = z.strictObject({
  id: id<'link'>(),
  ends: z.tuple([id<'port'>(), id<'port'>()]),
  delayUs: number(DELAY_US),
  speedGbps: number(SPEED_GBPS),
  use: z.enum(['data', 'keepalive']),
  vlans,
  mtu,
  suspendWithMembers: z.boolean(),
})

const bondEnd = z.strictObject({
  at: z.union([z.strictObject({ device: id<'device'>() }), z.strictObject({ domain: id<'domain'>() })]),
  channel: number(CHANNEL),
  mode: z.enum(['active', 'passive', 'static']),
  rate: z.enum(['fast', 'slow']),
})

const bond = z.strictObject({
  id: id<'bond'>(),
  members: list(id<'link'>(), 'members'),
  ends: z.tuple([bondEnd, bondEnd]),
  vlans,
  mtu,
})

const addresses = { addresses: z.tuple([ipv4, ipv4]), prefixLength: number(PREFIX_LENGTH) }
const choices = {
  'on-peer-link-lost': z.exactOptional(oneOf(CHOICES['on-peer-link-lost'])),
  'adjacency-lost-by': z.exactOptional(oneOf(CHOICES['adjacency-lost-by'])),
  'egress-rule': z.exactOptional(oneOf(CHOICES['egress-rule'])),
  'pair-system': z.exactOptional(oneOf(CHOICES['pair-system'])),
  'member-key': z.exactOptional(oneOf(CHOICES['member-key'])),
  'member-port-number': z.exactOptional(oneOf(CHOICES['member-port-number'])),
  election: z.exactOptional(oneOf(CHOICES.election)),
  'on-demotion': z.exactOptional(oneOf(CHOICES['on-demotion'])),
  'role-words': z.exactOptional(oneOf(CHOICES['role-words'])),
} satisfies Record<keyof Choices, unknown>

const domain = z.strictObject({
  id: id<'domain'>(),
  name,
  label: freeText,
  number: number(DOMAIN_NUMBER),
  peers: z.tuple([id<'device'>(), id<'device'>()]),
  preferredPrimary: id<'device'>(),
  peerLink: z.nullable(id<'bond'>()),
  keepalive: z.strictObject({ ...addresses, vrf: shortName }),
  peering: z.strictObject({ ...addresses, vlan: vlanId }),
  settings: z.strictObject({
    numbers: z.partialRecord(oneOf(NUMBER_KEYS), number(SETTING)),
    switches: z.partialRecord(oneOf(SWITCH_KEYS), z.boolean()),
    choices: z.strictObject(choices),
  }),
})

const udpPort = number(UDP_PORT)
const flow = z.strictObject({
  id: id<'flow'>(),
  from: id<'device'>(),
  to: id<'device'>(),
  ports: z.tuple([udpPort, udpPort]),
})

const coordinate = number(COORDINATE)

/** A design by itself: shapes, ranges and sizes. What its parts mean to each other is `problems.ts`. */
export const designSchema: z.ZodMiniType<Design> = z.strictObject({
  title: freeText,
  topology: z.strictObject({
    devices: list(device, 'devices'),
    ports: list(port, 'ports'),
    links: list(link, 'links'),
    bonds: list(bond, 'bonds'),
    domains: list(domain, 'domains'),
    vlans: list(z.strictObject({ id: vlanId, name: shortName }), 'vlans'),
    flows: list(flow, 'flows'),
  }),
  layout: z.record(id<'device'>(), z.strictObject({ x: coordinate, y: coordinate })),
})

function id<K extends string>() {
  return z.pipe(
    text(ID),
    z.transform((value: string): Id<K> => toId<K>(value)),
  )
}

function text({ pattern, rule }: TextRule) {
  return z.string(message(rule)).check(z.regex(pattern, message(rule)))
}

function number({ whole, min, max, rule }: NumberRule) {
  const numbers = whole ? z.int(message(rule)) : z.number(message(rule))
  return numbers.check(z.minimum(min, message(rule)), z.maximum(max, message(rule)))
}

function list<T extends z.ZodMiniType>(item: T, name: keyof typeof LIST_LIMITS) {
  return z.array(item).check(z.maxLength(LIST_LIMITS[name], message(`may hold at most ${LIST_LIMITS[name]}`)))
}

function oneOf<K extends string>(keys: Readonly<Record<K, true>>) {
  const rule = message(`must be one of ${Object.keys(keys).join(', ')}`)
  return z.custom<K>((value) => typeof value === 'string' && Object.hasOwn(keys, value), rule)
}

function message(rule: string) {
  return { error: rule }
}
