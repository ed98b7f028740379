import type { HashPolicy } from '../../model/topology.ts'

/**
 * How a sender spreads frames over the members of a link aggregation: a hash of the frame's addresses, of which the
 * caller takes the remainder by the number of usable members. Every function returns an unsigned 32-bit number.
 * Source: Linux kernel documentation, "Linux Ethernet Bonding Driver HOWTO", xmit_hash_policy, and the driver's
 * `bond_xmit_hash` (drivers/net/bonding/bond_main.c); byte order as on a little-endian machine.
 */

/** One side of a flow. */
export interface HashInput {
  readonly mac: string
  readonly ipv4: string
  readonly port: number
}

/** UDP of a flow direction under every policy. */
export function hashesOfUdp(from: HashInput, to: HashInput): Readonly<Record<HashPolicy, number>> {
  return {
    layer2: layer2(from.mac, to.mac, IPV4),
    'layer2+3': layer23(from.mac, to.mac, IPV4, from.ipv4, to.ipv4),
    'layer3+4': layer34(from.ipv4, to.ipv4, from.port, to.port),
    symmetric: symmetric(from.ipv4, to.ipv4, from.port, to.port),
  }
}

/** The ARP request that goes before it: Linux falls back to `layer2` for what is not IP. */
export function hashesOfArp(from: HashInput, to: HashInput): Readonly<Record<HashPolicy, number>> {
  const hash = layer2(from.mac, BROADCAST, ARP)
  return {
    layer2: hash,
    'layer2+3': hash,
    'layer3+4': hash,
    symmetric: symmetric(from.ipv4, to.ipv4, from.port, to.port),
  }
}

/** Linux `layer3+4`: what a bonded host does here. The two directions of a flow agree for two members. */
export function layer34(srcIp: string, dstIp: string, srcPort: number, dstPort: number): number {
  // The driver loads both ports as one word from the wire, where the high byte comes first.
  const ports = (swapped(srcPort) | (swapped(dstPort) << 16)) >>> 0
  // The lowest bit is dropped because clients tend to count their ports by two.
  return folded((ports ^ ipWord(srcIp) ^ ipWord(dstIp)) >>> 0) >>> 1
}

/** Linux `layer2`, the driver's default, for frames without an IP header as well. */
export function layer2(srcMac: string, dstMac: string, etherType: number): number {
  return (lastByte(srcMac) ^ lastByte(dstMac) ^ etherType) >>> 0
}

/** Linux `layer2+3`. */
export function layer23(srcMac: string, dstMac: string, etherType: number, srcIp: string, dstIp: string): number {
  return folded((layer2(srcMac, dstMac, etherType) ^ ipWord(srcIp) ^ ipWord(dstIp)) >>> 0)
}

/**
 * For switches: both directions of a flow get the same number. Vendors do not publish their functions; this one only
 * shares their inputs (addresses and ports) and spreads evenly.
 */
export function symmetric(srcIp: string, dstIp: string, srcPort: number, dstPort: number): number {
  const ports = (((srcPort ^ dstPort) << 16) | ((srcPort + dstPort) & 0xffff)) >>> 0
  return mixed((ipWord(srcIp) ^ ipWord(dstIp) ^ ports) >>> 0)
}

function swapped(port: number): number {
  return ((port & 0xff) << 8) | (port >>> 8)
}

/** The address as a little-endian machine loads it from the wire. */
function ipWord(ip: string): number {
  return ip.split('.').reduceRight((word, byte) => ((word << 8) | Number(byte)) >>> 0, 0)
}

function lastByte(mac: string): number {
  return Number.parseInt(mac.slice(-2), 16)
}

function folded(word: number): number {
  const half = word ^ (word >>> 16)
  return (half ^ (half >>> 8)) >>> 0
}

/** The finishing step of MurmurHash3: every input bit reaches the low bits, which the remainder looks at. */
function mixed(word: number): number {
  let h = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const IPV4 = 0x0800
const ARP = 0x0806
const BROADCAST = 'ff:ff:ff:ff:ff:ff'
