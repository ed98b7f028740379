import { readIpv4, readMac, viewOf, writeIpv4, writeMac } from '../octets.ts'

/** ARP between IPv4 and Ethernet. */
export interface Arp {
  readonly operation: 'request' | 'reply'
  readonly senderMac: string
  readonly senderIp: string
  /** All zero in a request. */
  readonly targetMac: string
  readonly targetIp: string
}

export type ArpResult =
  | { readonly kind: 'arp'; readonly arp: Arp }
  | { readonly kind: 'malformed'; readonly reason: string }

export const ARP_ETHERTYPE = 0x0806

/** Encodes what follows the EtherType. Source: RFC 826. */
export function encodeArp({ operation, senderMac, senderIp, targetMac, targetIp }: Arp): Uint8Array {
  const octets = new Uint8Array(OCTETS)
  const view = viewOf(octets)
  view.setUint16(0, ETHERNET)
  view.setUint16(2, IPV4)
  octets.set([6, 4], 4)
  view.setUint16(6, operation === 'request' ? REQUEST : REPLY)
  writeMac(octets, 8, senderMac)
  writeIpv4(octets, 14, senderIp)
  writeMac(octets, 18, targetMac)
  writeIpv4(octets, 24, targetIp)
  return octets
}

/** Reads what follows the EtherType, padding included. Never throws. */
export function parseArp(octets: Uint8Array): ArpResult {
  if (octets.length < OCTETS) return malformed(`${octets.length} octets`)
  const view = viewOf(octets)
  const isOurs = view.getUint16(0) === ETHERNET && view.getUint16(2) === IPV4 && octets[4] === 6 && octets[5] === 4
  if (!isOurs) return malformed('not for IPv4 on Ethernet')
  const operation = view.getUint16(6)
  if (operation !== REQUEST && operation !== REPLY) return malformed(`operation ${operation}`)
  return {
    kind: 'arp',
    arp: {
      operation: operation === REQUEST ? 'request' : 'reply',
      senderMac: readMac(octets, 8),
      senderIp: readIpv4(octets, 14),
      targetMac: readMac(octets, 18),
      targetIp: readIpv4(octets, 24),
    },
  }
}

function malformed(reason: string): ArpResult {
  return { kind: 'malformed', reason }
}

const OCTETS = 28
const ETHERNET = 1
const IPV4 = 0x0800
const REQUEST = 1
const REPLY = 2
