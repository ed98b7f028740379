import { readIpv4, viewOf, writeIpv4 } from '../octets.ts'

/** A UDP datagram with the IPv4 header it travels in: no options, no fragments. */
export interface Datagram {
  readonly source: string
  readonly destination: string
  readonly sourcePort: number
  readonly destinationPort: number
  /** The whole octet that once was called type of service. */
  readonly tos: number
  readonly ttl: number
  readonly identification: number
  readonly payload: Uint8Array
}

export type Ipv4Result =
  | { readonly kind: 'udp'; readonly datagram: Datagram }
  /** Another protocol inside IPv4, a fragment, or a header with options. */
  | { readonly kind: 'other'; readonly protocol: number; readonly source: string; readonly destination: string }
  | { readonly kind: 'malformed'; readonly reason: string }

export const IPV4_ETHERTYPE = 0x0800

/** Encodes what follows the EtherType, both checksums right. Source: RFC 791, 3.1; RFC 768; RFC 1071. */
export function encodeDatagram(datagram: Datagram): Uint8Array {
  const { source, destination, sourcePort, destinationPort, tos, ttl, identification, payload } = datagram
  const octets = new Uint8Array(IP_HEADER + UDP_HEADER + payload.length)
  const view = viewOf(octets)
  octets[0] = VERSION_AND_WORDS
  octets[1] = tos
  view.setUint16(2, octets.length)
  view.setUint16(4, identification)
  view.setUint16(6, DO_NOT_FRAGMENT)
  octets[8] = ttl
  octets[9] = UDP
  writeIpv4(octets, 12, source)
  writeIpv4(octets, 16, destination)
  view.setUint16(10, checksum(octets.subarray(0, IP_HEADER)))

  view.setUint16(IP_HEADER, sourcePort)
  view.setUint16(IP_HEADER + 2, destinationPort)
  view.setUint16(IP_HEADER + 4, UDP_HEADER + payload.length)
  octets.set(payload, IP_HEADER + UDP_HEADER)
  // A sum of zero is sent as all ones: zero means that there is no checksum.
  view.setUint16(IP_HEADER + 6, udpChecksum(octets) || 0xffff)
  return octets
}

/** Reads what follows the EtherType, padding included; wrong checksums are malformed. Never throws. */
export function parseIpv4(octets: Uint8Array): Ipv4Result {
  if (octets.length < IP_HEADER) return malformed(`${octets.length} octets`)
  const view = viewOf(octets)
  const headerLength = (view.getUint8(0) & 0x0f) * 4
  const totalLength = view.getUint16(2)
  if (view.getUint8(0) >> 4 !== 4) return malformed(`IP version ${view.getUint8(0) >> 4}`)
  if (headerLength < IP_HEADER || totalLength < headerLength) return malformed(`header of ${headerLength} octets`)
  if (totalLength > octets.length) return malformed(`ends before its length, ${totalLength}`)
  if (checksum(octets.subarray(0, headerLength)) !== 0) return malformed('IPv4 header checksum is wrong')
  const [protocol, source, destination] = [view.getUint8(9), readIpv4(octets, 12), readIpv4(octets, 16)]
  const isFragment = (view.getUint16(6) & ~DO_NOT_FRAGMENT) !== 0
  if (protocol !== UDP || isFragment || headerLength !== IP_HEADER) {
    return { kind: 'other', protocol, source, destination }
  }
  const packet = octets.subarray(0, totalLength)
  const length = packet.length < IP_HEADER + UDP_HEADER ? 0 : view.getUint16(IP_HEADER + 4)
  if (length < UDP_HEADER || IP_HEADER + length > packet.length) return malformed(`UDP length ${length}`)
  const udp = packet.subarray(0, IP_HEADER + length)
  if (view.getUint16(IP_HEADER + 6) !== 0 && udpChecksum(udp) !== 0) return malformed('UDP checksum is wrong')
  return {
    kind: 'udp',
    datagram: {
      source,
      destination,
      sourcePort: view.getUint16(IP_HEADER),
      destinationPort: view.getUint16(IP_HEADER + 2),
      tos: view.getUint8(1),
      ttl: view.getUint8(8),
      identification: view.getUint16(4),
      payload: udp.slice(IP_HEADER + UDP_HEADER),
    },
  }
}

/** The checksum over addresses, protocol, length and all of UDP; 0 over a packet that carries the right one. */
function udpChecksum(packet: Uint8Array): number {
  return checksum(packet.subarray(12), UDP + packet.length - IP_HEADER)
}

/** Complement of the ones' complement sum of 16-bit words. */
function checksum(octets: Uint8Array, start = 0): number {
  let sum = start
  for (let at = 0; at < octets.length; at += 2) sum += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000)
  return ~sum & 0xffff
}

function malformed(reason: string): Ipv4Result {
  return { kind: 'malformed', reason }
}

const IP_HEADER = 20
const UDP_HEADER = 8
const VERSION_AND_WORDS = 0x45
const DO_NOT_FRAGMENT = 0x4000
const UDP = 17
