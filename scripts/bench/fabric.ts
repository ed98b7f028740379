import type { Design } from '../../src/core/model/design.ts'
import { toId } from '../../src/core/model/ids.ts'
import { VENDOR_IDS, type VendorId, type VlanMembership } from '../../src/core/model/topology.ts'
import * as parts from '../../src/core/templates/parts.ts'

const LEAF_PAIRS = 19
const SERVERS = 160
const VLANS = Array.from({ length: 20 }, (_, n) => 10 + n)
const TRUNK: VlanMembership = { mode: 'trunk', native: 1, allowed: VLANS }
const SERVER_TRUNK: VlanMembership = { mode: 'trunk', native: 10, allowed: VLANS }

/**
 * 200 devices: a pair of spines, 19 pairs of leafs below it with four cables each, and 160 servers with a bond to a pair
 * of leafs. Platforms take turns from pair to pair.
 */
export function fabric(): Design {
  const at = { x: 0, y: 0 }
  const platforms = VENDOR_IDS.filter((id) => id !== 'generic')
  const pairs = Array.from({ length: LEAF_PAIRS + 1 }, (_, n) => pairOf(n, platforms[n % platforms.length]))
  const [spines, ...leafs] = pairs
  if (spines === undefined) throw new Error('a fabric has spines')
  const uplinks = leafs.map((pair, n) => {
    const cables = pair.peers.flatMap((leaf, side) =>
      spines.peers.map((spine, up) =>
        parts.switchCable(parts.front(spine, 1 + 2 * n + side), parts.front(leaf, 49 + up), TRUNK),
      ),
    )
    const ends = [
      parts.end({ domain: spines.domain.id }, 100 + n, 'fast'),
      parts.end({ domain: pair.domain.id }, 100, 'fast'),
    ] as const
    return { cables, bond: parts.switchBond(`up-${n}`, cables, ends, TRUNK) }
  })
  const servers = Array.from({ length: SERVERS }, (_, n) => {
    const pair = leafs[n % LEAF_PAIRS]
    if (pair === undefined) throw new Error('a fabric has leafs')
    const slot = 1 + Math.floor(n / LEAF_PAIRS)
    const server = parts.server(`srv-${n}`, 1 + n)
    const cables = pair.peers.map((leaf, leg) =>
      parts.serverCable(parts.front(leaf, slot), parts.nic(server, leg + 1), SERVER_TRUNK),
    )
    const ends = [
      parts.end({ domain: pair.domain.id }, slot, 'fast'),
      parts.end({ device: server.id }, 0, 'fast'),
    ] as const
    return { server, cables, bond: parts.serverBond(server.name, cables, ends, SERVER_TRUNK) }
  })
  const [first, ...others] = servers
  return parts.designOf({
    title: '200 devices',
    devices: [...pairs.flatMap(({ peers }) => peers), ...servers.map(({ server }) => server)].map(
      (device) => [device, at] as const,
    ),
    cables: [...pairs, ...uplinks, ...servers].flatMap(({ cables }) => cables),
    bonds: [...pairs, ...uplinks, ...servers].map(({ bond }) => bond),
    domains: pairs.map(({ domain }) => domain),
    flows: first === undefined ? [] : others.map(({ server }) => parts.flow(first.server, server, 6000)),
    vlans: VLANS.map((id) => ({ id, name: `servers-${id}` })),
  })
}

function pairOf(n: number, vendor: VendorId = 'cisco-nxos') {
  const [a, b] = ['a', 'b'].map((side, at) => {
    const name = n === 0 ? `spine-${side}` : `leaf-${n}${side}`
    return { ...parts.leaf(name, '00', vendor), mac: `02:01:00:00:${octet(n)}:${octet(at)}` }
  })
  if (a === undefined || b === undefined) throw new Error('a pair has two peers')
  const peerCables = [53, 54].map((index) => parts.switchCable(parts.front(a, index), parts.front(b, index), TRUNK))
  const bond = parts.switchBond(
    `peer-link-${n}`,
    peerCables,
    [parts.end({ device: a.id }, 10, 'slow'), parts.end({ device: b.id }, 10, 'slow')],
    TRUNK,
  )
  const domain = parts.pair({
    id: toId(`domain-${n}`),
    name: n === 0 ? 'spines' : `leafs-${n}`,
    number: 1 + n,
    peers: [a, b],
    peerLink: bond.id,
    keepalive: { addresses: [`192.168.${n}.1`, `192.168.${n}.2`], vrf: 'management', prefixLength: 30 },
    peering: [`169.254.${n}.1`, `169.254.${n}.2`],
  })
  const keepalive = parts.keepaliveCable(parts.management(a), parts.management(b))
  return { peers: [a, b] as const, cables: [...peerCables, keepalive], bond, domain }
}

function octet(n: number): string {
  return n.toString(16).padStart(2, '0')
}
