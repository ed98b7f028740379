import type { Design } from '../../src/core/model/design.ts'
import { toId } from '../../src/core/model/ids.ts'
import * as parts from '../../src/core/templates/parts.ts'

/** Between servers, and between rows of pairs. */
const STEP = { x: 160, y: 820 } as const
const SERVERS_PER_ROW = 12
/** Switches grow with their cabled ports. */
const PEER_STEP = 1000

/**
 * Leaf pairs with servers bonded to both peers, a flow below each pair: two devices and four cables a
 * pair, one device and two cables a server. 3 pairs with 44 servers are 50 devices and 100 cables.
 */
export function leafPairs(pairs: number, servers: number): Design {
  const wired = Array.from({ length: pairs }, (_, n) => pairOf(n))
  const hosts = Array.from({ length: servers }, (_, n) => {
    const { a, b, domain } = wired[n % pairs] ?? pairOf(0)
    const slot = Math.floor(n / pairs)
    const host = {
      ...parts.server(`srv-${n + 1}`, 1),
      mac: macOf('01', n),
      ipv4: `10.${Math.floor(n / 200)}.10.${(n % 200) + 1}`,
    }
    const cables = [a, b].map((leaf, leg) => parts.serverCable(parts.front(leaf, slot + 1), parts.nic(host, leg + 1)))
    const bond = parts.serverBond(host.name, cables, [
      parts.end({ domain: domain.id }, slot + 11, 'fast'),
      parts.end({ device: host.id }, 0, 'fast'),
    ])
    const at = { x: left(n % pairs) + (slot % SERVERS_PER_ROW) * STEP.x, y: top(n % pairs) + 260 + row(slot) * 130 }
    return { host, at, cables, bond }
  })
  return parts.designOf({
    title: `${pairs * 2 + servers} devices`,
    devices: [
      ...wired.flatMap(({ a, b }, n) => [
        [a, { x: left(n), y: top(n) }] as const,
        [b, { x: left(n) + PEER_STEP, y: top(n) }] as const,
      ]),
      ...hosts.map(({ host, at }) => [host, at] as const),
    ],
    cables: [...wired.flatMap(({ cables }) => cables), ...hosts.flatMap(({ cables }) => cables)],
    bonds: [...wired.map(({ peerLink }) => peerLink), ...hosts.map(({ bond }) => bond)],
    domains: wired.map(({ domain }) => domain),
    flows: hosts.slice(0, pairs).flatMap(({ host }, n) => {
      const next = hosts[n + pairs]?.host
      return next === undefined ? [] : [parts.flow(host, next, 40_001)]
    }),
  })
}

function pairOf(n: number) {
  const [a, b] = [leafOf(n, 0), leafOf(n, 1)]
  const members = [52, 53, 54].map((index) => parts.switchCable(parts.front(a, index), parts.front(b, index)))
  const keepalive = parts.keepaliveCable(parts.management(a), parts.management(b))
  const peerLink = parts.switchBond(`peer-link-${n + 1}`, members, [
    parts.end({ device: a.id }, 10, 'slow'),
    parts.end({ device: b.id }, 10, 'slow'),
  ])
  const domain = parts.pair({
    id: toId(`domain-${n + 1}`),
    name: `pair-${n + 1}`,
    number: n + 1,
    peers: [a, b],
    peerLink: peerLink.id,
    keepalive: { addresses: [`192.168.${n}.1`, `192.168.${n}.2`], prefixLength: 24, vrf: 'management' },
    peering: [`10.255.${n}.1`, `10.255.${n}.2`],
  })
  return { a, b, cables: [...members, keepalive], peerLink, domain }
}

function leafOf(pair: number, peer: 0 | 1) {
  return { ...parts.leaf(`leaf-${pair + 1}${'ab'[peer] ?? ''}`, '00'), mac: macOf('00', pair * 2 + peer) }
}

function left(pair: number): number {
  return (pair % 4) * (SERVERS_PER_ROW + 1) * STEP.x
}

function top(pair: number): number {
  return Math.floor(pair / 4) * STEP.y
}

function row(slot: number): number {
  return Math.floor(slot / SERVERS_PER_ROW)
}

function macOf(kind: string, n: number): string {
  const [high, low] = [n >> 8, n & 0xff].map((octet) => octet.toString(16).padStart(2, '0'))
  return `02:00:${kind}:00:${high}:${low}`
}
