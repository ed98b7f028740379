import fc from 'fast-check'
import { toId } from '../../model/ids.ts'
import type { DirectionView } from '../../model/runView.ts'
import type { Bond, BondEnd, Flow, MlagDomain, SwitchDevice, Topology, VendorId } from '../../model/topology.ts'
import type { Simulator } from '../state.ts'
import * as parts from '../../templates/parts.ts'
import { asGateway, ROUTED, routerAbove, TRUNK, upstream, VLANS, type Upstream } from './randomUpstream.ts'
import { PROFILES } from '../../vendors/index.ts'
import { VENDORS } from '../../vendors/platforms.ts'
import { withPlatform } from '../../vendors/exporter.ts'

/** What a random design is made of; small enough to be read when a property fails. */
export interface Recipe {
  readonly vendor: VendorId
  readonly pairs: 1 | 2
  readonly bonded: readonly {
    readonly at: 0 | 1
    readonly hostRate: 'fast' | 'slow'
    readonly pairRate: 'fast' | 'slow'
    readonly hostMode: 'active' | 'passive'
    /** `static`: no LACP on either end. `booting`: the server has no bonding yet, and uses one cable without LACP. */
    readonly host: 'lacp' | 'static' | 'booting'
    /** What the switches do when they hear no LACPDU: of the ways that the platform has. */
    readonly fallback: 'none' | 'first-way' | 'last-way'
  }[]
  readonly orphans: readonly { readonly at: 0 | 1; readonly peer: 0 | 1 }[]
  readonly directKeepalive: boolean
  readonly peerCables: 1 | 2 | 3
  readonly upstream: Upstream | null
}

const rate = fc.constantFrom('fast' as const, 'slow' as const)
const side = fc.constantFrom(0 as const, 1 as const)

/** Recipes over all platforms that have a profile. */
export const recipe: fc.Arbitrary<Recipe> = fc.record({
  vendor: fc.constantFrom(...VENDORS),
  pairs: fc.constantFrom(1 as const, 2 as const),
  bonded: fc.array(
    fc.record({
      at: side,
      hostRate: rate,
      pairRate: rate,
      hostMode: fc.constantFrom('active' as const, 'passive' as const),
      host: fc.constantFrom('lacp' as const, 'lacp' as const, 'static' as const, 'booting' as const),
      fallback: fc.constantFrom('none' as const, 'first-way' as const, 'last-way' as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  orphans: fc.array(fc.record({ at: side, peer: side }), { maxLength: 3 }),
  directKeepalive: fc.boolean(),
  peerCables: fc.constantFrom(1 as const, 2 as const, 3 as const),
  upstream: fc.option(upstream),
})

/**
 * Pairs with what the recipe hangs below them; two pairs are joined back to back by one bond of four cables. Upstream of
 * the first may be a router, to which servers of both speak through it.
 */
export function designOf(recipe: Recipe): Topology {
  const devices: (readonly [Parameters<typeof parts.designOf>[0]['devices'][number][0], { x: number; y: number }])[] =
    []
  const cables: parts.Cable[] = []
  const bonds: Bond[] = []
  const domains: MlagDomain[] = []
  const switches: [SwitchDevice, SwitchDevice][] = []
  const nextPort = new Map<string, number>()
  const at = { x: 0, y: 0 }
  // Not every platform's pair routes.
  const above = PROFILES[recipe.vendor].gateway === null ? null : recipe.upstream
  const take = (device: SwitchDevice) => {
    const index = (nextPort.get(device.id) ?? 0) + 1
    nextPort.set(device.id, index)
    return parts.front(device, index)
  }

  for (let n = 0; n < recipe.pairs; n += 1) {
    const peers: [SwitchDevice, SwitchDevice] = [
      parts.leaf(`sw-${n}-a`, `${n + 1}a`),
      parts.leaf(`sw-${n}-b`, `${n + 1}b`),
    ]
    switches.push(peers)
    devices.push([peers[0], at], [peers[1], at])
    const peerLink = Array.from({ length: recipe.peerCables }, (_, c) =>
      parts.switchCable(parts.front(peers[0], 50 + c), parts.front(peers[1], 50 + c), TRUNK),
    )
    const ends = [
      parts.end({ device: peers[0].id }, 100, 'slow'),
      parts.end({ device: peers[1].id }, 100, 'slow'),
    ] as const
    const bond = parts.switchBond(`peer-${n}`, peerLink, ends, TRUNK)
    cables.push(...peerLink)
    bonds.push(bond)
    if (recipe.directKeepalive)
      cables.push(parts.keepaliveCable(parts.management(peers[0]), parts.management(peers[1])))
    else {
      const management = parts.managementSwitch(`mgmt-${n}`)
      devices.push([management, at])
      peers.forEach((peer, p) =>
        cables.push(parts.keepaliveCable(parts.management(peer), parts.managementPort(management, p + 1))),
      )
    }
    domains.push(
      parts.pair({
        id: toId(`domain-${n}`),
        name: `pair-${n}`,
        number: 10 + n,
        peers,
        peerLink: bond.id,
        keepalive: { addresses: [`192.168.${n}.11`, `192.168.${n}.12`], prefixLength: 24, vrf: 'management' },
        peering: [`10.255.${n}.1`, `10.255.${n}.2`],
      }),
    )
  }
  const [lower, upper] = switches
  if (lower && upper) {
    const between = lower.flatMap((a) => upper.map((b) => parts.switchCable(take(a), take(b), TRUNK)))
    const ends = [
      parts.end({ domain: toId('domain-0') }, 99, 'fast'),
      parts.end({ domain: toId('domain-1') }, 98, 'fast'),
    ] as const
    cables.push(...between)
    bonds.push(parts.switchBond('pairs', between, ends, TRUNK))
  }

  const hosts = [
    ...recipe.bonded.map((bonded, n) => {
      const where = bonded.at % recipe.pairs
      const host = parts.server(`srv-${n}`, 11 + n)
      const legs = (switches[where] ?? []).map((peer, leg) => parts.serverCable(take(peer), parts.nic(host, leg + 1)))
      cables.push(...legs)
      bonds.push(
        parts.serverBond(`srv-${n}`, legs, [
          pairEnd(parts.end({ domain: toId(`domain-${where}`) }, 11 + n, bonded.pairRate), bonded, recipe.vendor),
          hostEnd(parts.end({ device: host.id }, 0, bonded.hostRate), bonded),
        ]),
      )
      return host
    }),
    ...recipe.orphans.map((orphan, n) => {
      const vlan = above?.routedOrphans === true ? ROUTED : parts.SERVER_VLAN
      const host = parts.server(`orphan-${n}`, 41 + n, vlan)
      const peer = switches[orphan.at % recipe.pairs]?.[orphan.peer]
      if (peer) cables.push(parts.serverCable(take(peer), parts.nic(host, 1), { mode: 'access', vlan }))
      return host
    }),
  ]
  devices.push(...hosts.map((host) => [host, at] as const))
  const flows: Flow[] = hosts.flatMap((from, a) =>
    hosts.slice(a + 1).map((to, b) => parts.flow(from, to, 40_001 + a + b)),
  )
  const [domain] = domains
  if (above && domain && lower) {
    const router = routerAbove(lower, above)
    devices.push([router.device, at])
    cables.push(...router.cables)
    domains.splice(0, 1, asGateway(domain, above))
    flows.push(...hosts.map((host, n) => parts.flow(host, n % 3 === 2 ? domain : router.device, 40_001 + n)))
  }
  const { topology } = parts.designOf({ title: 'random', devices, cables, bonds, domains, flows, vlans: VLANS })
  return withPlatform(topology, recipe.vendor)
}

type Bonded = Recipe['bonded'][number]

function pairEnd(end: BondEnd, { host, fallback }: Bonded, vendor: VendorId): BondEnd {
  if (host === 'static') return { ...end, mode: 'static' }
  const way = PROFILES[vendor].fallback?.value.at(fallback === 'first-way' ? 0 : -1)
  return fallback === 'none' || way === undefined ? end : { ...end, lacp: { fallback: way } }
}

function hostEnd(end: BondEnd, { host, hostMode }: Bonded): BondEnd {
  switch (host) {
    case 'lacp':
      return { ...end, mode: hostMode }
    case 'static':
      return { ...end, mode: 'static' }
    case 'booting':
      return { ...end, lacp: { netboot: true } }
  }
}

/**
 * The way to a server that boots is no promise of anyone: where each peer takes its leg for one that works, the leg
 * that the server does not listen on swallows what is sent there.
 */
export function leadsToBooting({ plan }: Simulator, { flow, direction }: DirectionView): boolean {
  const to = plan.directions.find((one) => one.flow === flow && one.direction === direction)?.to
  return plan.lags.some(({ device, options }) => device === to && options.netboot === true)
}

/** It speaks from a server that boots below switches without a fallback: they hear nothing of it. */
export function isUnheard({ plan }: Simulator, { flow, direction, delivered }: DirectionView): boolean {
  const from = plan.directions.find((one) => one.flow === flow && one.direction === direction)?.from
  return delivered === 0 && plan.lags.some(({ device, options }) => device === from && options.netboot === true)
}
