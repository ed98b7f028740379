import type { LacpIdentity } from '../model/protocolView.ts'
import type { Arp } from '../protocol/host/arp.ts'
import type { Marker } from '../protocol/lacp/pdu.ts'
import { BIT, type Lacpdu, type Tlv } from '../protocol/lacp/types.ts'
import type { Json } from '../protocol/mlag/syncFrame.ts'
import type { Bpdu, BridgeId, RstFlags } from '../protocol/rstp/bpdu.ts'

/** One line of a decoded frame. */
export interface Field {
  readonly name: string
  readonly value: string
}

export function field(name: string, value: string): Field {
  return { name, value }
}

export function lacpduFields({ version, actor, partner, collectorMaxDelay }: Lacpdu, tlvs: readonly Tlv[]): Field[] {
  return [
    field('LACP version', String(version)),
    ...identityFields('Actor', actor),
    ...identityFields('Partner', partner),
    field('Collector max delay', `${collectorMaxDelay * 10} µs`),
    ...tlvs.map(({ type, value }) => field(`TLV ${type}`, `${value.length} octets`)),
  ]
}

export function markerFields({ requesterPort, requesterSystem, transactionId }: Marker): Field[] {
  return [
    field('Requester system', requesterSystem),
    field('Requester port', String(requesterPort)),
    field('Transaction', String(transactionId)),
  ]
}

export function arpFields({ operation, senderMac, senderIp, targetMac, targetIp }: Arp): Field[] {
  return [
    field('Operation', operation),
    field('Sender', `${senderIp}, ${senderMac}`),
    field('Target', operation === 'request' ? targetIp : `${targetIp}, ${targetMac}`),
  ]
}

export function bpduFields(bpdu: Bpdu): Field[] {
  const version = field('BPDU version', String(bpdu.version))
  if (bpdu.type === 'tcn') return [version, field('BPDU type', 'topology change notification')]
  const { root, rootPathCost, bridge, port, messageAge, maxAge, helloTime, forwardDelay } = bpdu
  return [
    version,
    field('BPDU type', bpdu.type === 'rst' ? 'rapid spanning tree' : 'configuration'),
    ...(bpdu.type === 'rst' ? [field('Port role', bpdu.flags.role)] : []),
    field('Flags', listed(flagNames(bpdu.type === 'rst' ? bpdu.flags : bpdu))),
    field('Root bridge', bridgeText(root)),
    field('Root path cost', String(rootPathCost)),
    field('Bridge', bridgeText(bridge)),
    field('Port', `${port & 0xfff}, priority ${(port >> 12) * 16}`),
    field('Message age', `${messageAge} s`),
    field('Max age', `${maxAge} s`),
    field('Hello time', `${helloTime} s`),
    field('Forward delay', `${forwardDelay} s`),
  ]
}

/** Every value of a message by its path; a list of plain values is one line. What lies too deep is left out. */
export function jsonFields(value: Json, path: readonly string[] = []): Field[] {
  const text = plainText(value)
  if (text !== null || path.length >= DEEPEST) return [field(path.join(' '), text ?? '…')]
  return Object.entries(value ?? {}).flatMap(([name, inner]) => jsonFields(inner, [...path, name]))
}

/** A plain value, or a list of such; null: there is more inside. */
export function plainText(value: Json): string | null {
  if (typeof value !== 'object' || value === null) return String(value)
  if (!Array.isArray(value)) return null
  return value.some((item) => typeof item === 'object' && item !== null) ? null : listed(value.map(String))
}

/** Names of the bits that are set, lowest first. */
export function stateNames(state: number): readonly string[] {
  return STATE_BITS.filter(([bit]) => (state & bit) !== 0).map(([, name]) => name)
}

function identityFields(
  who: string,
  { systemPriority, system, key, portPriority, port, state }: LacpIdentity,
): Field[] {
  return [
    field(`${who} system`, `${system}, priority ${systemPriority}`),
    field(`${who} key`, String(key)),
    field(`${who} port`, `${port}, priority ${portPriority}`),
    field(`${who} state`, `0x${state.toString(16).padStart(2, '0')}: ${listed(stateNames(state))}`),
  ]
}

function flagNames(flags: Partial<RstFlags>): readonly string[] {
  return FLAG_NAMES.filter(([flag]) => flags[flag] === true).map(([, name]) => name)
}

function bridgeText({ priority, mac }: BridgeId): string {
  return `${mac}, priority ${priority}`
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ')
}

/** No message of ours has more levels; octets from elsewhere may. */
const DEEPEST = 8

/** Source: IEEE 802.1AX-2014, 6.4.2.3. */
const STATE_BITS = [
  [BIT.activity, 'Activity'],
  [BIT.timeout, 'Short timeout'],
  [BIT.aggregation, 'Aggregation'],
  [BIT.synchronization, 'Synchronization'],
  [BIT.collecting, 'Collecting'],
  [BIT.distributing, 'Distributing'],
  [BIT.defaulted, 'Defaulted'],
  [BIT.expired, 'Expired'],
] as const

const FLAG_NAMES = [
  ['topologyChange', 'topology change'],
  ['proposal', 'proposal'],
  ['learning', 'learning'],
  ['forwarding', 'forwarding'],
  ['agreement', 'agreement'],
  ['topologyChangeAck', 'topology change acknowledged'],
] as const satisfies readonly (readonly [keyof RstFlags, string])[]
