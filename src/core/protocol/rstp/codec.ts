import { encodeEthernet } from '../ethernet/ethernet.ts'
import { joined, readMac, startsWith, viewOf, writeMac } from '../octets.ts'
import type { Bpdu, BpduRole, BridgeId, ConfigBpdu, RstBpdu, RstFlags } from './bpdu.ts'

export type BpduResult =
  | { readonly kind: 'bpdu'; readonly bpdu: Bpdu }
  /** Behind another LLC header: not for spanning tree. */
  | { readonly kind: 'other' }
  | { readonly kind: 'illegal'; readonly reason: string }

/** Where BPDUs go. Source: IEEE 802.1Q, table 8-1 (Nearest Customer Bridge group address). */
export const BRIDGE_GROUP = '01:80:c2:00:00:00'

/** Puts a BPDU into an untagged 802.3 frame behind its LLC header. `source` is the MAC of the sending port. */
export function bpduFrame(source: string, bpdu: Bpdu): Uint8Array {
  const payload = joined(LLC, encodeBpdu(bpdu))
  return encodeEthernet({ destination: BRIDGE_GROUP, source, tag: null, etherType: null, payload })
}

/** Encodes a BPDU without its LLC header. Source: IEEE 802.1D-2004, 9.3.1 to 9.3.3 (as open decoders read them). */
export function encodeBpdu(bpdu: Bpdu): Uint8Array {
  switch (bpdu.type) {
    case 'tcn':
      return head(TCN_OCTETS, bpdu.version, TCN)
    case 'config': {
      const octets = head(CONFIG_OCTETS, bpdu.version, CONFIG)
      octets[4] = (bpdu.topologyChange ? BIT.topologyChange : 0) | (bpdu.topologyChangeAck ? BIT.topologyChangeAck : 0)
      writeVector(octets, bpdu)
      return octets
    }
    case 'rst': {
      // The last octet, Version 1 Length, is 0.
      const octets = head(RST_OCTETS, bpdu.version, RST)
      octets[4] = flagsOctet(bpdu.flags)
      writeVector(octets, bpdu)
      return octets
    }
  }
}

/** Reads the payload of an 802.3 frame, LLC header first. Never throws, whatever the octets are. */
export function parseBpduPayload(payload: Uint8Array): BpduResult {
  return startsWith(payload, LLC) ? parseBpdu(payload.subarray(LLC.length)) : { kind: 'other' }
}

/**
 * Reads a BPDU; what follows its last field is ignored, and an RST BPDU of a higher version is read as version 2.
 * Never throws. Source: IEEE 802.1D-2004, 9.3.4 (validation).
 */
export function parseBpdu(octets: Uint8Array): BpduResult {
  if (octets.length < TCN_OCTETS) return illegal(`${octets.length} octets`)
  const view = viewOf(octets)
  const [protocol, version, type] = [view.getUint16(0), view.getUint8(2), view.getUint8(3)]
  if (protocol !== 0) return illegal(`protocol identifier ${protocol}`)
  if (type === TCN) return { kind: 'bpdu', bpdu: { type: 'tcn', version } }
  if (type !== CONFIG && type !== RST) return illegal(`type ${type}`)
  if (octets.length < (type === CONFIG ? CONFIG_OCTETS : RST_OCTETS)) return illegal(`${octets.length} octets`)
  const flags = view.getUint8(4)
  if (type === CONFIG) {
    const { topologyChange, topologyChangeAck } = readFlags(flags)
    const bpdu = { type: 'config', version, topologyChange, topologyChangeAck, ...readVector(octets, view) } as const
    return { kind: 'bpdu', bpdu }
  }
  if (version < RST_VERSION) return illegal(`RST BPDU of version ${version}`)
  return {
    kind: 'bpdu',
    bpdu: { type: 'rst', version: RST_VERSION, flags: readFlags(flags), ...readVector(octets, view) },
  }
}

type BpduVector = Omit<ConfigBpdu, 'type' | 'version' | 'topologyChange' | 'topologyChangeAck'>

function head(length: number, version: number, type: number): Uint8Array {
  const octets = new Uint8Array(length)
  octets[2] = version
  octets[3] = type
  return octets
}

function writeVector(octets: Uint8Array, bpdu: ConfigBpdu | RstBpdu): void {
  const view = viewOf(octets)
  writeBridge(octets, 5, bpdu.root)
  view.setUint32(13, bpdu.rootPathCost)
  writeBridge(octets, 17, bpdu.bridge)
  view.setUint16(25, bpdu.port)
  const times = [bpdu.messageAge, bpdu.maxAge, bpdu.helloTime, bpdu.forwardDelay]
  for (const [index, seconds] of times.entries()) view.setUint16(27 + 2 * index, Math.round(seconds * TICKS_PER_SECOND))
}

function readVector(octets: Uint8Array, view: DataView): BpduVector {
  return {
    root: readBridge(octets, view, 5),
    rootPathCost: view.getUint32(13),
    bridge: readBridge(octets, view, 17),
    port: view.getUint16(25),
    messageAge: view.getUint16(27) / TICKS_PER_SECOND,
    maxAge: view.getUint16(29) / TICKS_PER_SECOND,
    helloTime: view.getUint16(31) / TICKS_PER_SECOND,
    forwardDelay: view.getUint16(33) / TICKS_PER_SECOND,
  }
}

function writeBridge(octets: Uint8Array, at: number, { priority, mac }: BridgeId): void {
  viewOf(octets).setUint16(at, priority)
  writeMac(octets, at + 2, mac)
}

function readBridge(octets: Uint8Array, view: DataView, at: number): BridgeId {
  return { priority: view.getUint16(at), mac: readMac(octets, at + 2) }
}

function flagsOctet(flags: RstFlags): number {
  const set = FLAGS.reduce((octet, name) => octet | (flags[name] ? BIT[name] : 0), 0)
  return set | (ROLES.indexOf(flags.role) << ROLE_SHIFT)
}

function readFlags(octet: number): RstFlags {
  const has = (name: FlagName) => (octet & BIT[name]) !== 0
  return {
    topologyChange: has('topologyChange'),
    proposal: has('proposal'),
    role: ROLES[(octet >> ROLE_SHIFT) & 3] ?? 'unknown',
    learning: has('learning'),
    forwarding: has('forwarding'),
    agreement: has('agreement'),
    topologyChangeAck: has('topologyChangeAck'),
  }
}

function illegal(reason: string): BpduResult {
  return { kind: 'illegal', reason }
}

type FlagName = Exclude<keyof RstFlags, 'role'>

const BIT: Readonly<Record<FlagName, number>> = {
  topologyChange: 0x01,
  proposal: 0x02,
  learning: 0x10,
  forwarding: 0x20,
  agreement: 0x40,
  topologyChangeAck: 0x80,
}
const FLAGS: readonly FlagName[] = [
  'topologyChange',
  'proposal',
  'learning',
  'forwarding',
  'agreement',
  'topologyChangeAck',
]
const ROLE_SHIFT = 2
const ROLES: readonly BpduRole[] = ['unknown', 'alternate-backup', 'root', 'designated']

/** DSAP and SSAP of spanning tree, unnumbered information. */
const LLC = Uint8Array.of(0x42, 0x42, 0x03)
const CONFIG = 0x00
const RST = 0x02
const TCN = 0x80
const RST_VERSION = 2
const TCN_OCTETS = 4
const CONFIG_OCTETS = 35
const RST_OCTETS = 36
const TICKS_PER_SECOND = 256
