import fc from 'fast-check'
import type { Profile } from '../../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS, type NumberKey } from '../../model/profileKeys.ts'
import type {
  Bond,
  BondEnd,
  Link,
  MlagDomain,
  SpanningTreeEnd,
  Topology,
  VendorId,
  VlanMembership,
} from '../../model/topology.ts'
import { designOf, recipe } from '../../sim/testing/randomDesign.ts'
import { isOffered } from '../effective.ts'
import { PROFILES } from '../index.ts'
import { redrawnOn } from '../platforms.ts'

const VLANS = [10, 20, 30, 4_000] as const

const ROLES: readonly NumberKey[] = ['role-priority-preferred', 'role-priority-other']

const membership: fc.Arbitrary<VlanMembership> = fc.oneof(
  fc.record({ mode: fc.constant('access' as const), vlan: fc.constantFrom(...VLANS) }),
  fc
    .tuple(fc.constantFrom(1, 10, 20), fc.subarray([...VLANS], { minLength: 1 }))
    // With the native VLAN among them, and without it.
    .map(([native, allowed]) => ({ mode: 'trunk' as const, native, allowed })),
)

const tree: fc.Arbitrary<SpanningTreeEnd> = fc.record(
  {
    edge: fc.boolean(),
    guard: fc.constantFrom('none' as const, 'root' as const, 'bpdu' as const),
    cost: fc.constantFrom(500, 20_000),
  },
  { requiredKeys: ['edge', 'guard'] },
)

const endOptions = fc.record({
  stp: tree,
  rate: fc.constantFrom('fast' as const, 'slow' as const),
  minLinks: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  maxBundle: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  fallback: fc.constantFrom(undefined, 'static' as const, 'individual' as const),
  fallbackAfterS: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
})

/** Enough for the designs; taken one after the other. */
function several<T>(one: fc.Arbitrary<T>) {
  return fc.array(one, { minLength: 8, maxLength: 8 })
}

const dress = fc.record({
  mtu: fc.constantFrom(1_500, 9_000, 9_216),
  bonds: several(
    fc.record({
      vlans: membership,
      mtu: fc.constantFrom(1_500, 9_000, 9_216),
      mode: fc.constantFrom('active' as const, 'active' as const, 'static' as const),
      ends: fc.tuple(endOptions, endOptions),
    }),
  ),
  links: several(
    fc.record({
      vlans: membership,
      mtu: fc.constantFrom(1_500, 9_000, 9_216),
      stp: fc.tuple(tree, tree),
      suspend: fc.boolean(),
    }),
  ),
  names: several(fc.constantFrom('', 'rack 4', 'Zürich (2. OG)', '"; ! # $x\nreload')),
  treePriority: fc.constantFrom(32_768, 4_096, 0, 61_440),
  spanningTree: fc.boolean(),
  lacpPriority: fc.constantFrom(32_768, 1, 100, 65_535),
  numbers: fc.array(fc.nat({ max: 1_000 }), { minLength: NUMBER_KEYS.length, maxLength: NUMBER_KEYS.length }),
  switches: fc.array(fc.constantFrom('unset' as const, true, false), {
    minLength: SWITCH_KEYS.length,
    maxLength: SWITCH_KEYS.length,
  }),
  choices: fc.array(fc.nat({ max: 5 }), { minLength: 30, maxLength: 30 }),
  gateways: fc.subarray([...VLANS]),
  otherPreferred: fc.boolean(),
  frontKeepalive: fc.boolean(),
  vrf: fc.constantFrom('management', 'default', 'KEEPALIVE'),
})
type Dress = typeof dress extends fc.Arbitrary<infer T> ? T : never

/** Random designs of a platform with every option that a drawing has. */
export function dressedDesign(vendor: VendorId): fc.Arbitrary<Topology> {
  return fc
    .tuple(recipe, dress)
    .map(([ingredients, clothes]) =>
      redrawnOn(dressed(designOf({ ...ingredients, vendor }), PROFILES[vendor], clothes), vendor),
    )
}

function dressed(plain: Topology, profile: Profile, clothes: Dress): Topology {
  const peerLinks = new Set(plain.domains.map(({ peerLink }) => peerLink))
  const hosts = new Set(plain.devices.flatMap(({ id, kind }) => (kind === 'host' ? [id] : [])))
  const bonds = plain.bonds.map((bond, at) =>
    peerLinks.has(bond.id) ? peerLink(bond, clothes) : dressBond(bond, at, clothes),
  )
  const members = new Map(bonds.flatMap((bond) => bond.members.map((id) => [id, bond] as const)))
  const links = plain.links.map((link, at) => dressLink(link, at, members.get(link.id), clothes))
  return {
    ...plain,
    devices: plain.devices.map((device, at) => {
      const label = pick(clothes.names, at)
      if (device.kind !== 'switch') return { ...device, label: hosts.has(device.id) ? label : '' }
      const { spanningTree: enabled, treePriority: priority, lacpPriority: lacpSystemPriority } = clothes
      return { ...device, label, lacpSystemPriority, stp: { enabled, priority } }
    }),
    ports: plain.ports.map((port) =>
      clothes.frontKeepalive && port.kind === 'management' ? { ...port, kind: 'front', index: 40 } : port,
    ),
    bonds,
    links,
    vlans: VLANS.map((id) => ({ id, name: `net-${id}` })),
    domains: plain.domains.map((domain, at) => dressDomain(domain, at, profile, clothes)),
  }
}

/** Carries all that any member does. */
function peerLink(bond: Bond, { mtu }: Dress): Bond {
  return { ...bond, mtu, vlans: { mode: 'trunk', native: 1, allowed: [...VLANS] } }
}

function dressBond(bond: Bond, at: number, clothes: Dress): Bond {
  const { vlans, mtu, mode, ends } = pick(clothes.bonds, at)
  const end = (plain: BondEnd, at: 0 | 1): BondEnd => {
    const { stp, rate, minLinks, maxBundle, fallback, fallbackAfterS } = ends[at]
    const lacp = {
      ...(minLinks === undefined ? {} : { minLinks }),
      ...(maxBundle === undefined ? {} : { maxBundle }),
      ...(fallback === undefined ? {} : { fallback }),
      ...(fallbackAfterS === undefined ? {} : { fallbackAfterS }),
    }
    return { ...plain, stp, rate, mode, ...(mode === 'static' ? {} : { lacp }) }
  }
  return { ...bond, vlans, mtu, ends: [end(bond.ends[0], 0), end(bond.ends[1], 1)] }
}

function dressLink(link: Link, at: number, bond: Bond | undefined, clothes: Dress): Link {
  if (link.use !== 'data') return link
  if (bond) return { ...link, vlans: bond.vlans, mtu: bond.mtu }
  const { vlans, mtu, stp, suspend } = pick(clothes.links, at)
  return { ...link, vlans, mtu, stp, suspendWithMembers: suspend }
}

function dressDomain(domain: MlagDomain, at: number, profile: Profile, clothes: Dress): MlagDomain {
  const { vrf, gateways, otherPreferred } = clothes
  const numbers = NUMBER_KEYS.flatMap((key, n) => {
    const base = profile.numbers[key]
    const wish = pick(clothes.numbers, n)
    // A third of them are set.
    if (!base || !isOffered(base) || !base.editable || wish % 3 !== 0) return []
    const { min, max, step, only } = base
    const steps = Math.floor((max - min) / step)
    const value = only ? pick(only, wish) : min + step * (wish % (Math.min(steps, 900) + 1))
    return [[key, value] as const]
  })
  // Which peer is preferred is told by its better priority.
  const [preferred, other] = ROLES.map(
    (key) => numbers.find(([one]) => one === key)?.[1] ?? profile.numbers[key]?.value,
  )
  const better = (a: number, b: number) => (profile.choices.election.value.startsWith('higher') ? a > b : a < b)
  const told = preferred === undefined || other === undefined || better(preferred, other)
  const switches = SWITCH_KEYS.flatMap((key, n) => {
    const base = profile.switches[key]
    const value = pick(clothes.switches, n)
    return base?.editable && value !== 'unset' ? [[key, value] as const] : []
  })
  const choices = CHOICE_KEYS.flatMap((key, n) => {
    const { value, others } = profile.choices[key]
    const all = [value, ...others]
    return [[key, pick(all, pick(clothes.choices, n))] as const]
  })
  return {
    ...domain,
    preferredPrimary: domain.peers[otherPreferred ? 1 : 0],
    keepalive: { ...domain.keepalive, vrf },
    gateways: gateways.map((vlan) => ({
      vlan,
      address: `10.${at}.${vlan % 250}.1`,
      addresses: [`10.${at}.${vlan % 250}.2`, `10.${at}.${vlan % 250}.3`],
      prefixLength: 24,
    })),
    settings: {
      numbers: Object.fromEntries(numbers.filter(([key]) => told || !ROLES.includes(key))),
      switches: Object.fromEntries(switches),
      choices: Object.fromEntries(choices),
    },
  }
}

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('There is nothing to pick from')
  return one
}
