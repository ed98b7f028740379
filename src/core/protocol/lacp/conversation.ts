import { viewOf } from '../octets.ts'
import type { Tlv } from './types.ts'

/** What a partner says of its distribution of conversations to links. Kept and shown, nothing here acts on it. */
export interface Conversation {
  /** Port Algorithm, e.g. 0x0080c201 (by C-VID); null: the partner names none. */
  readonly algorithm: number | null
  /** The partner's number of this link. */
  readonly linkNumber: number
  /** Digests of the lists of links and of services by conversation, in hex; all zero where the partner sends none. */
  readonly linkDigest: string
  readonly serviceDigest: string
}

/**
 * What the TLVs of a LACPDU say, their defaults where it carries none, as one of version 1: no algorithm, digests of
 * zero, and the own number of the link. A TLV of another length than its own counts as missing.
 * Source: IEEE 802.1AX-2014, 6.4.2.4 (version 2 TLVs) and 6.6.3 (their defaults), as its editor's public simulation
 * reports them.
 */
export function conversationOf(tlvs: readonly Tlv[], ownLinkNumber: number): Conversation {
  const algorithm = valueOf(tlvs, PORT_ALGORITHM)
  const digest = valueOf(tlvs, LINK_DIGEST)
  const services = valueOf(tlvs, SERVICE_DIGEST)
  return {
    algorithm: algorithm === null ? null : viewOf(algorithm).getUint32(0),
    linkNumber: digest === null ? ownLinkNumber : viewOf(digest).getUint16(0),
    linkDigest: digest === null ? NO_DIGEST : hex(digest.subarray(2)),
    serviceDigest: services === null ? NO_DIGEST : hex(services),
  }
}

function valueOf(tlvs: readonly Tlv[], { type, octets }: Known): Uint8Array | null {
  return tlvs.find((tlv) => tlv.type === type && tlv.value.length === octets)?.value ?? null
}

function hex(octets: Uint8Array): string {
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')
}

interface Known {
  readonly type: number
  readonly octets: number
}

const PORT_ALGORITHM: Known = { type: 0x04, octets: 4 }
/** Link number and MD5 digest. */
const LINK_DIGEST: Known = { type: 0x05, octets: 18 }
const SERVICE_DIGEST: Known = { type: 0x0a, octets: 16 }
const NO_DIGEST = '0'.repeat(32)
