import type { LacpIdentity } from '../../model/protocolView.ts'
import { readMac, viewOf, writeMac } from '../octets.ts'
import { STANDARD_PARSER } from './parserProfile.ts'
import type { ParserProfile } from './parserProfile.ts'
import type { Lacpdu, Tlv } from './types.ts'

/** A Marker PDU. `octets` is the whole PDU as it came: a responder echoes what it does not understand. */
export interface Marker {
  readonly requesterPort: number
  readonly requesterSystem: string
  readonly transactionId: number
  readonly octets: Uint8Array
}

/** What the octets after the EtherType are. `unknown` and `illegal` are only counted. */
export type SlowPdu =
  | { readonly kind: 'lacpdu'; readonly pdu: Lacpdu; readonly tlvs: readonly Tlv[] }
  | { readonly kind: 'marker'; readonly marker: Marker }
  | { readonly kind: 'marker-response'; readonly marker: Marker }
  | { readonly kind: 'unknown'; readonly subtype: number }
  | { readonly kind: 'illegal'; readonly reason: string }

/** Octets of a LACPDU without version 2 TLVs, and of every Marker PDU. */
export const PDU_OCTETS = 110

/**
 * Encodes a LACPDU, 110 octets unless version 2 TLVs need more. Systems are MACs with colons; the numbers must fit
 * their fields. Source: IEEE 802.1AX-2014, 6.4.2.3 (LACPDU structure).
 */
export function encodeLacpdu(pdu: Lacpdu, tlvs: readonly Tlv[] = []): Uint8Array {
  const used = TLVS_AT + tlvs.reduce((sum, { value }) => sum + 2 + value.length, 2)
  const octets = new Uint8Array(Math.max(PDU_OCTETS, used))
  octets.set([LACP_SUBTYPE, pdu.version])
  octets.set([ACTOR.type, ACTOR.length], ACTOR.at)
  writeIdentity(octets, ACTOR.at + 2, pdu.actor)
  octets.set([PARTNER.type, PARTNER.length], PARTNER.at)
  writeIdentity(octets, PARTNER.at + 2, pdu.partner)
  octets.set([COLLECTOR.type, COLLECTOR.length], COLLECTOR.at)
  viewOf(octets).setUint16(COLLECTOR.at + 2, pdu.collectorMaxDelay)
  let at = TLVS_AT
  for (const { type, value } of tlvs) {
    octets.set([type, value.length + 2], at)
    octets.set(value, at + 2)
    at += value.length + 2
  }
  return octets
}

/** Encodes Marker Information. Source: IEEE 802.1AX-2014, 6.5.3 (Marker protocol). */
export function encodeMarker(from: Omit<Marker, 'octets'>): Uint8Array {
  const octets = new Uint8Array(PDU_OCTETS)
  octets.set([MARKER_SUBTYPE, 1, MARKER_INFORMATION, MARKER_LENGTH])
  const view = viewOf(octets)
  view.setUint16(4, from.requesterPort)
  writeMac(octets, 6, from.requesterSystem)
  view.setUint32(12, from.transactionId)
  return octets
}

/** The answer to a Marker: the same octets but for the TLV type. */
export function markerResponse(marker: Marker): Uint8Array {
  const octets = marker.octets.slice()
  octets[2] = MARKER_RESPONSE
  return octets
}

/**
 * Reads what follows the slow-protocols EtherType, padding included. Never throws, whatever the octets are.
 * A receiver that speaks version 1 does not look beyond the Collector TLV of a newer LACPDU; one that speaks version 2
 * walks the TLVs by their lengths.
 */
export function parseSlowPdu(octets: Uint8Array, profile = STANDARD_PARSER, ownVersion: 1 | 2 = 1): SlowPdu {
  const [subtype] = octets
  if (subtype === undefined) return illegal('no subtype')
  if (subtype === 0 || subtype > LAST_SUBTYPE) return illegal(`subtype ${subtype}`)
  if (subtype !== LACP_SUBTYPE && subtype !== MARKER_SUBTYPE) return { kind: 'unknown', subtype }
  if (octets.length < PDU_OCTETS) return illegal(`${octets.length} octets`)
  if (profile.exactSize && octets.length !== PDU_OCTETS) return illegal(`${octets.length} octets`)
  return subtype === LACP_SUBTYPE ? parseLacpdu(octets, profile, ownVersion) : parseMarker(octets, profile)
}

function parseLacpdu(octets: Uint8Array, profile: ParserProfile, ownVersion: 1 | 2): SlowPdu {
  for (const tlv of [ACTOR, PARTNER, COLLECTOR]) {
    if (profile.checksLengths.includes(tlv.name) && octets[tlv.at + 1] !== tlv.length) {
      return illegal(`${tlv.name} length ${octets[tlv.at + 1]}`)
    }
    if (profile.checksTypes && tlv !== COLLECTOR && octets[tlv.at] !== tlv.type) {
      return illegal(`${tlv.name} type ${octets[tlv.at]}`)
    }
  }
  const view = viewOf(octets)
  const version = view.getUint8(1)
  const tlvs = version >= 2 ? versionTwoTlvs(octets, ownVersion) : versionOneEnd(octets, profile)
  if (tlvs === null) return illegal('TLVs after the collector')
  const pdu: Lacpdu = {
    version,
    actor: readIdentity(octets, view, ACTOR.at + 2),
    partner: readIdentity(octets, view, PARTNER.at + 2),
    collectorMaxDelay: view.getUint16(COLLECTOR.at + 2),
  }
  return { kind: 'lacpdu', pdu, tlvs }
}

function versionOneEnd(octets: Uint8Array, profile: ParserProfile): readonly Tlv[] | null {
  return profile.checksLengths.includes('terminator') && octets[TLVS_AT + 1] !== 0 ? null : []
}

function versionTwoTlvs(octets: Uint8Array, ownVersion: 1 | 2): readonly Tlv[] | null {
  if (ownVersion === 1) return []
  const tlvs: Tlv[] = []
  let at = TLVS_AT
  for (;;) {
    const type = octets[at]
    const length = octets[at + 1]
    if (type === undefined || length === undefined) return null
    if (type === TERMINATOR) return tlvs
    if (length < 2 || at + length > octets.length) return null
    tlvs.push({ type, value: octets.slice(at + 2, at + length) })
    at += length
  }
}

function parseMarker(octets: Uint8Array, profile: ParserProfile): SlowPdu {
  const view = viewOf(octets)
  const type = view.getUint8(2)
  if (type !== MARKER_INFORMATION && type !== MARKER_RESPONSE) return illegal(`marker type ${type}`)
  if (profile.checksLengths.includes('actor') && octets[3] !== MARKER_LENGTH)
    return illegal(`marker length ${octets[3]}`)
  const marker: Marker = {
    requesterPort: view.getUint16(4),
    requesterSystem: readMac(octets, 6),
    transactionId: view.getUint32(12),
    octets: octets.slice(),
  }
  return { kind: type === MARKER_INFORMATION ? 'marker' : 'marker-response', marker }
}

function readIdentity(octets: Uint8Array, view: DataView, at: number): LacpIdentity {
  return {
    systemPriority: view.getUint16(at),
    system: readMac(octets, at + 2),
    key: view.getUint16(at + 8),
    portPriority: view.getUint16(at + 10),
    port: view.getUint16(at + 12),
    state: view.getUint8(at + 14),
  }
}

function writeIdentity(octets: Uint8Array, at: number, identity: LacpIdentity): void {
  const view = viewOf(octets)
  view.setUint16(at, identity.systemPriority)
  writeMac(octets, at + 2, identity.system)
  view.setUint16(at + 8, identity.key)
  view.setUint16(at + 10, identity.portPriority)
  view.setUint16(at + 12, identity.port)
  view.setUint8(at + 14, identity.state)
}

function illegal(reason: string): SlowPdu {
  return { kind: 'illegal', reason }
}

const LACP_SUBTYPE = 1
const MARKER_SUBTYPE = 2
/** Organisation-specific; the ones above are illegal. */
const LAST_SUBTYPE = 10

const ACTOR = { name: 'actor', at: 2, type: 1, length: 20 } as const
const PARTNER = { name: 'partner', at: 22, type: 2, length: 20 } as const
const COLLECTOR = { name: 'collector', at: 42, type: 3, length: 16 } as const
/** The terminator of version 1; version 2 puts its TLVs before it. */
const TLVS_AT = 58
const TERMINATOR = 0

const MARKER_INFORMATION = 1
const MARKER_RESPONSE = 2
const MARKER_LENGTH = 16
