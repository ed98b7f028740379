import fc from 'fast-check'
import type { MlagDomain, RouterDevice, SwitchDevice, VlanMembership } from '../../model/topology.ts'
import * as parts from '../../templates/parts.ts'

/** What is above the first pair of a random design, and how that pair routes. */
export interface Upstream {
  /** Of each peer. */
  readonly uplinks: 1 | 2
  readonly tracked: boolean
  readonly backupRoute: boolean
  readonly peerGateway: boolean
  /** Servers without a bond are in a VLAN of their own, to which the pair routes. */
  readonly routedOrphans: boolean
}

export const upstream: fc.Arbitrary<Upstream> = fc.record({
  uplinks: fc.constantFrom(1 as const, 2 as const),
  tracked: fc.boolean(),
  backupRoute: fc.boolean(),
  peerGateway: fc.boolean(),
  routedOrphans: fc.boolean(),
})

/** VLAN of servers that are reached by routing. */
export const ROUTED = 20
export const VLANS = [
  { id: parts.SERVER_VLAN, name: 'servers' },
  { id: ROUTED, name: 'routed' },
]
export const TRUNK: VlanMembership = { mode: 'trunk', native: 1, allowed: VLANS.map(({ id }) => id) }

/** A router with cables to both peers. */
export function routerAbove(
  peers: readonly SwitchDevice[],
  { uplinks }: Upstream,
): { readonly device: RouterDevice; readonly cables: readonly parts.Cable[] } {
  const device = parts.upstreamRouter('core')
  const cables = peers.flatMap((peer, p) =>
    Array.from({ length: uplinks }, (_, n) => {
      const [at, network] = [p * uplinks + n, 4 * (p * uplinks + n)]
      const addresses = [`10.254.0.${network + 2}`, `10.254.0.${network + 1}`] as const
      return parts.uplinkCable(parts.front(peer, 60 + n), parts.routerPort(device, at + 1), addresses)
    }),
  )
  return { device, cables }
}

/** The pair as router of all servers' VLANs. */
export function asGateway(domain: MlagDomain, { tracked, backupRoute, peerGateway }: Upstream): MlagDomain {
  const gateways = VLANS.map(({ id }) => ({
    vlan: id,
    address: `10.0.${id}.1`,
    addresses: [`10.0.${id}.2`, `10.0.${id}.3`] as const,
    prefixLength: 24,
  }))
  const switches = { 'peer-gateway': peerGateway, 'uplink-tracking': tracked, 'backup-route': backupRoute }
  return { ...domain, gateways, settings: { ...domain.settings, switches } }
}
