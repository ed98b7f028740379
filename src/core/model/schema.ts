import * as z from 'zod/mini'
import type { Design } from './design.ts'
import {
  CAPTION,
  CHANNEL,
  COORDINATE,
  DELAY_US,
  DOMAIN_NUMBER,
  FREE_TEXT,
  ID,
  IPV4,
  LACP_PRIORITY,
  LACP_WAIT_S,
  LIST_LIMITS,
  MAC,
  MEMBER_COUNT,
  MTU,
  NAME,
  NOTE_SIZE,
  NOTE_TEXT,
  type NumberRule,
  PORT_INDEX,
  PORT_NAME,
  PREFIX_LENGTH,
  REASON,
  RULE_ID,
  RUN_TIME,
  SETTING,
  SHORT_NAME,
  SPEED_GBPS,
  STP_COST,
  STP_PRIORITY,
  type TextRule,
  UDP_PORT,
  VLAN_ID,
} from './fieldRules.ts'
import { type Id, toId } from './ids.ts'
import { CHOICE_VALUES, NUMBER_KEYS, SWITCH_KEYS, type Choices } from './profileKeys.ts'
import { ALL_VENDOR_IDS, HASH_POLICIES } from './topology.ts'

// Compiling a schema needs `eval`, which the page's content security policy forbids.
z.config({ jitless: true })

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

const addresses = { addresses: z.tuple([ipv4, ipv4]), prefixLength: number(PREFIX_LENGTH) }

const deviceBase = { id: id<'device'>(), name, label: freeText, mac }
const device = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('switch'),
    ...deviceBase,
    vendor: oneOf(ALL_VENDOR_IDS),
    lacpSystemPriority: number(LACP_PRIORITY),
    stp: z.strictObject({ enabled: z.boolean(), priority: number(STP_PRIORITY) }),
  }),
  z.strictObject({ kind: z.literal('host'), ...deviceBase, ipv4, answersTo: z.exactOptional(z.literal('sender')) }),
  z.strictObject({ kind: z.literal('router'), ...deviceBase, ipv4 }),
  z.strictObject({ kind: z.literal('management-switch'), ...deviceBase }),
])

const port = z.strictObject({
  id: id<'port'>(),
  device: id<'device'>(),
  name: text(PORT_NAME),
  kind: z.enum(['front', 'management']),
  index: number(PORT_INDEX),
})

const stpEnd = z.strictObject({
  edge: z.boolean(),
  guard: z.enum(['none', 'root', 'bpdu']),
  cost: z.exactOptional(number(STP_COST)),
})

const link = z.strictObject({
  id: id<'link'>(),
  ends: z.tuple([id<'port'>(), id<'port'>()]),
  delayUs: number(DELAY_US),
  speedGbps: number(SPEED_GBPS),
  use: z.enum(['data', 'keepalive', 'uplink']),
  routed: z.exactOptional(z.strictObject(addresses)),
  vlans,
  mtu,
  conduit: z.exactOptional(shortName),
  suspendWithMembers: z.boolean(),
  stp: z.tuple([stpEnd, stpEnd]),
})

const lacp = z.strictObject({
  minLinks: z.exactOptional(number(MEMBER_COUNT)),
  maxBundle: z.exactOptional(number(MEMBER_COUNT)),
  waitToRestoreS: z.exactOptional(number(LACP_WAIT_S)),
  independent: z.exactOptional(z.boolean()),
  fallback: z.exactOptional(z.enum(['static', 'individual'])),
  fallbackAfterS: z.exactOptional(number(LACP_WAIT_S)),
  netboot: z.exactOptional(z.boolean()),
})

const bondEnd = z.strictObject({
  at: z.union([z.strictObject({ device: id<'device'>() }), z.strictObject({ domain: id<'domain'>() })]),
  channel: number(CHANNEL),
  mode: z.enum(['active', 'passive', 'static']),
  rate: z.enum(['fast', 'slow']),
  stp: stpEnd,
  lacp: z.exactOptional(lacp),
  hash: z.exactOptional(oneOf(HASH_POLICIES)),
})

const bond = z.strictObject({
  id: id<'bond'>(),
  members: list(id<'link'>(), 'members'),
  ends: z.tuple([bondEnd, bondEnd]),
  vlans,
  mtu,
})

const choices = {
  'session-path': z.exactOptional(oneOf(CHOICE_VALUES['session-path'])),
  'adjacency-lost-by': z.exactOptional(oneOf(CHOICE_VALUES['adjacency-lost-by'])),
  'on-peer-link-lost': z.exactOptional(oneOf(CHOICE_VALUES['on-peer-link-lost'])),
  'on-peer-silent': z.exactOptional(oneOf(CHOICE_VALUES['on-peer-silent'])),
  'on-peer-unknown': z.exactOptional(oneOf(CHOICE_VALUES['on-peer-unknown'])),
  'suspended-and-keepalive-lost': z.exactOptional(oneOf(CHOICE_VALUES['suspended-and-keepalive-lost'])),
  'keepalive-back-while-split': z.exactOptional(oneOf(CHOICE_VALUES['keepalive-back-while-split'])),
  'orphan-hold': z.exactOptional(oneOf(CHOICE_VALUES['orphan-hold'])),
  'joint-start': z.exactOptional(oneOf(CHOICE_VALUES['joint-start'])),
  election: z.exactOptional(oneOf(CHOICE_VALUES.election)),
  'role-on-takeover': z.exactOptional(oneOf(CHOICE_VALUES['role-on-takeover'])),
  'on-demotion': z.exactOptional(oneOf(CHOICE_VALUES['on-demotion'])),
  'role-words': z.exactOptional(oneOf(CHOICE_VALUES['role-words'])),
  'egress-rule': z.exactOptional(oneOf(CHOICE_VALUES['egress-rule'])),
  'pair-system': z.exactOptional(oneOf(CHOICE_VALUES['pair-system'])),
  'member-key': z.exactOptional(oneOf(CHOICE_VALUES['member-key'])),
  'member-port-number': z.exactOptional(oneOf(CHOICE_VALUES['member-port-number'])),
  'on-type-1-mismatch': z.exactOptional(oneOf(CHOICE_VALUES['on-type-1-mismatch'])),
  'on-vlan-mismatch': z.exactOptional(oneOf(CHOICE_VALUES['on-vlan-mismatch'])),
  'gateway-hold': z.exactOptional(oneOf(CHOICE_VALUES['gateway-hold'])),
  'uplinks-back': z.exactOptional(oneOf(CHOICE_VALUES['uplinks-back'])),
  'on-agent-lost': z.exactOptional(oneOf(CHOICE_VALUES['on-agent-lost'])),
} satisfies Record<keyof Choices, unknown>

const domain = z.strictObject({
  id: id<'domain'>(),
  name,
  label: freeText,
  number: number(DOMAIN_NUMBER),
  peers: z.tuple([id<'device'>(), id<'device'>()]),
  preferredPrimary: id<'device'>(),
  systemMac: mac,
  peerLink: z.nullable(id<'bond'>()),
  keepalive: z.strictObject({ ...addresses, vrf: shortName }),
  peering: z.strictObject({ ...addresses, vlan: vlanId }),
  gateways: list(z.strictObject({ ...addresses, vlan: vlanId, address: ipv4 }), 'gateways'),
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
  to: id<'device' | 'domain'>(),
  ports: z.tuple([udpPort, udpPort]),
})

const coordinate = number(COORDINATE)
const point = z.strictObject({ x: coordinate, y: coordinate })

const caption = text(CAPTION)
const runTime = number(RUN_TIME)
/** What a step names is looked up when it is played: a scenario outlives what it was made for. */
const named = text(FREE_TEXT)
const command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fail'), failure: named, target: named, options: z.record(named, named) }),
  z.strictObject({ type: z.literal('repair'), failure: named, target: named }),
  z.strictObject({ type: z.literal('repair-all') }),
])
const scenario = z.strictObject({
  name: caption,
  start: z.enum(['settled', 'cold']),
  steps: list(z.strictObject({ at: runTime, command }), 'steps'),
  until: runTime,
})
const bookmark = z.strictObject({ name: caption, scenario: z.nullable(caption), at: runTime })
const note = z.strictObject({
  id: id<'note'>(),
  text: text(NOTE_TEXT),
  at: point,
  width: number(NOTE_SIZE),
  height: number(NOTE_SIZE),
})
const drawing = z.strictObject({
  bends: z.exactOptional(z.record(id<'link'>(), point)),
  collapsed: z.exactOptional(list(id<'domain'>(), 'collapsed')),
  locked: z.exactOptional(list(id<'device'>(), 'locked')),
})
const checkOff = z.strictObject({ rule: text(RULE_ID), reason: text(REASON) })

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
  layout: z.record(id<'device'>(), point),
  scenarios: z.exactOptional(list(scenario, 'scenarios')),
  bookmarks: z.exactOptional(list(bookmark, 'bookmarks')),
  checks: z.exactOptional(z.strictObject({ off: list(checkOff, 'off') })),
  notes: z.exactOptional(list(note, 'notes')),
  drawing: z.exactOptional(drawing),
})

function id<K extends string>() {
  return z.pipe(
    text(ID),
    z.transform((value: string): Id<K> => toId<K>(value)),
  )
}

function text({ pattern, rule }: TextRule) {
  return z.string(message(rule)).check(z.regex(pattern, message(rule)), z.describe(rule))
}

function number({ step, min, max, rule }: NumberRule) {
  const numbers = step > 0 ? z.int(message(rule)) : z.number(message(rule))
  const stepped = step > 1 ? numbers.check(z.multipleOf(step, message(rule))) : numbers
  return stepped.check(z.minimum(min, message(rule)), z.maximum(max, message(rule)), z.describe(rule))
}

function list<T extends z.ZodMiniType>(item: T, name: keyof typeof LIST_LIMITS) {
  return z.array(item).check(z.maxLength(LIST_LIMITS[name], message(`may hold at most ${LIST_LIMITS[name]}`)))
}

function oneOf<K extends string>(values: readonly K[]) {
  return z.enum(values, message(`must be one of ${values.join(', ')}`))
}

function message(rule: string) {
  return { error: rule }
}
