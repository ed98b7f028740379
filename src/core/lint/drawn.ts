import type { Design } from '../model/design.ts'
import type { BondId } from '../model/ids.ts'
import { networkOf, type Network } from '../model/network.ts'
import type { PlatformWords, Profile, Profiles } from '../model/profile.ts'
import type { Bond, BondEnd, Device, HostDevice, Link, MlagDomain, SwitchDevice, VendorId } from '../model/topology.ts'
import { effective, type Effective } from '../vendors/effective.ts'

/** A design as rules look at it: what is drawn, with look-ups made once for all of them. */
export interface Drawn {
  readonly design: Design
  readonly net: Network
  readonly profiles: Profiles
  /** Pairs whose platform's profile is there. */
  readonly pairs: readonly DrawnPair[]
  readonly switches: readonly SwitchDevice[]
  readonly hosts: readonly HostDevice[]
  /** Bonds that are no peer-link. */
  readonly bonds: readonly Bond[]
}

export interface DrawnPair {
  readonly domain: MlagDomain
  readonly peers: readonly [SwitchDevice, SwitchDevice]
  readonly vendor: VendorId
  readonly profile: Profile
  readonly words: PlatformWords
  /** What the pair runs on: its settings over the profile. */
  readonly runs: Effective
  readonly peerLink: Bond | null
  readonly peerCables: readonly Link[]
  /** Bonds that end on the pair. */
  readonly bonds: readonly PairBond[]
  /** Bridged cables by themselves from one peer to something that is no peer. */
  readonly orphans: readonly Link[]
  /** Cables of each way a keepalive can take. */
  readonly keepalives: readonly (readonly Link[])[]
}

export interface PairBond {
  readonly bond: Bond
  /** Which end of the bond is on the pair. */
  readonly end: 0 | 1
  readonly near: BondEnd
  readonly far: BondEnd
  /** Cables to the first and to the second peer. */
  readonly legs: readonly [readonly Link[], readonly Link[]]
}

export function drawnOf(design: Design, profiles: Profiles): Drawn {
  const net = networkOf(design.topology)
  const { devices, domains, bonds } = design.topology
  const peerLinks = new Set<BondId | null>(domains.map(({ peerLink }) => peerLink))
  return {
    design,
    net,
    profiles,
    pairs: domains.flatMap((domain) => pairOf(net, domain, profiles)),
    switches: devices.filter(isSwitch),
    hosts: devices.filter((device): device is HostDevice => device.kind === 'host'),
    bonds: bonds.filter(({ id }) => !peerLinks.has(id)),
  }
}

/** Cables of a bond that exist. */
export function cablesOf(net: Network, bond: Bond): readonly Link[] {
  return bond.members.flatMap((id) => net.links.get(id) ?? [])
}

/** The devices at both ends of a cable. */
export function endsOf(net: Network, link: Link): readonly Device[] {
  return link.ends.flatMap((end) => {
    const port = net.ports.get(end)
    return (port && net.devices.get(port.device)) ?? []
  })
}

/** Its peers talk over an interface VLAN on the peer-link, so that the peering addresses and VLAN are written. */
export function usesPeering({ vendor, runs }: DrawnPair): boolean {
  return PEERING_VENDORS.includes(vendor) && runs.choices['session-path'].value === 'peer-link'
}

export function isSwitch(device: Device | undefined): device is SwitchDevice {
  return device?.kind === 'switch'
}

function pairOf(net: Network, domain: MlagDomain, profiles: Profiles): readonly DrawnPair[] {
  const [a, b] = domain.peers.map((peer) => net.devices.get(peer))
  if (!isSwitch(a) || !isSwitch(b)) return []
  const profile = profiles[a.vendor]
  if (profile === undefined) return []
  const peerLink = domain.peerLink === null ? null : (net.bonds.get(domain.peerLink) ?? null)
  return [
    {
      domain,
      peers: [a, b],
      vendor: a.vendor,
      profile,
      words: profile.words,
      runs: effective(profile, domain.settings),
      peerLink,
      peerCables: peerLink ? cablesOf(net, peerLink) : [],
      bonds: net.topology.bonds.flatMap((bond) => bondsOn(net, bond, domain)),
      orphans: net.orphansOf.get(domain.id) ?? [],
      keepalives: (net.keepalivePathsOf.get(domain.id) ?? []).map((path) =>
        path.flatMap((id) => net.links.get(id) ?? []),
      ),
    },
  ]
}

function bondsOn(net: Network, bond: Bond, { id, peers }: MlagDomain): readonly PairBond[] {
  return ([0, 1] as const).flatMap((end): readonly PairBond[] => {
    const { at } = bond.ends[end]
    if (!('domain' in at) || at.domain !== id) return []
    const legs = (peer: SwitchDevice['id']) =>
      cablesOf(net, bond).filter((link) => endsOf(net, link).some((device) => device.id === peer))
    const far = bond.ends[end === 0 ? 1 : 0]
    return [{ bond, end, near: bond.ends[end], far, legs: [legs(peers[0]), legs(peers[1])] }]
  })
}

const PEERING_VENDORS: readonly VendorId[] = ['arista-eos', 'juniper-junos']
