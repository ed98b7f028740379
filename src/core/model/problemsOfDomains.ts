import type { DeviceId } from './ids.ts'
import type { Check, Problem } from './problem.ts'
import { type Bond, formsPairs, type MlagDomain, type SwitchDevice, type Topology } from './topology.ts'

/** MLAG domains: their peers, peer-link and addresses. */
export const domainChecks: readonly Check[] = [domains]

function domains(topology: Topology): readonly Problem[] {
  const switches = new Map<DeviceId, SwitchDevice>()
  for (const device of topology.devices) if (device.kind === 'switch') switches.set(device.id, device)
  const bonds = new Map(topology.bonds.map((bond) => [bond.id, bond]))
  const pairOf = new Map<DeviceId, MlagDomain>()
  return topology.domains.flatMap((domain, at) => {
    const path = `design.topology.domains[${at}]`
    const problems = [
      ...peerProblems(domain, path, switches, pairOf),
      ...peerLinkProblems(domain, path, domain.peerLink === null ? null : bonds.get(domain.peerLink)),
      ...addressProblems(domain, path),
      ...gatewayProblems(domain, path, topology),
    ]
    for (const peer of domain.peers) pairOf.set(peer, domain)
    return problems
  })
}

function peerProblems(
  { id, name, peers, preferredPrimary }: MlagDomain,
  path: string,
  switches: ReadonlyMap<DeviceId, SwitchDevice>,
  pairOf: ReadonlyMap<DeviceId, MlagDomain>,
): readonly Problem[] {
  const problem = (code: Problem['code'], at: string, text: string, wayOut: string): Problem => ({
    code,
    path: `${path}.${at}`,
    objects: [id, ...peers],
    text,
    wayOut,
  })
  const choose = 'A domain has two different switches as peers: choose them or remove the domain.'
  const found: Problem[] = []
  const [a, b] = peers.map((peer) => switches.get(peer))
  for (const [side, peer] of peers.entries()) {
    const other = pairOf.get(peer)
    if (!switches.has(peer))
      found.push(
        problem('domain-peers', `peers[${side}]`, `Domain ${name} has a peer ${peer} that is no switch.`, choose),
      )
    if (other)
      found.push(
        problem(
          'domain-peers',
          `peers[${side}]`,
          `${switches.get(peer)?.name ?? peer} is a peer of two domains, ${other.name} and ${name}.`,
          choose,
        ),
      )
  }
  if (peers[0] === peers[1])
    found.push(problem('domain-peers', 'peers', `Both peers of domain ${name} are ${a?.name ?? peers[0]}.`, choose))
  if (a && b && a.vendor !== b.vendor) {
    const text = `The peers of domain ${name} run different platforms: ${a.name} ${a.vendor}, ${b.name} ${b.vendor}.`
    found.push(
      problem(
        'domain-platforms',
        'peers',
        text,
        'Give both peers the same platform; MLAG does not work across vendors.',
      ),
    )
  }
  if (a && b && a.vendor === b.vendor && !formsPairs(a.vendor)) {
    const text = `The peers of domain ${name}, ${a.name} and ${b.name}, run ${a.vendor}, which forms no pair.`
    found.push(
      problem('domain-platforms', 'peers', text, 'Give both a platform that forms pairs, or remove the domain.'),
    )
  }
  if (!peers.includes(preferredPrimary)) {
    const text = `The preferred primary of domain ${name}, ${preferredPrimary}, is none of its peers.`
    found.push(problem('domain-peers', 'preferredPrimary', text, 'Name one of the two peers.'))
  }
  return found
}

function peerLinkProblems(domain: MlagDomain, path: string, bond: Bond | null | undefined): readonly Problem[] {
  if (bond === null) return []
  const ends = bond?.ends.flatMap(({ at }) => ('device' in at ? [at.device] : []))
  const [a, b] = domain.peers
  if (ends?.length === 2 && ends.includes(a) && ends.includes(b)) return []
  const what = bond ? 'does not join its two peers' : 'does not exist'
  return [
    {
      code: 'domain-peer-link',
      path: `${path}.peerLink`,
      objects: [domain.id],
      text: `The peer-link of domain ${domain.name}, ${domain.peerLink}, ${what}.`,
      wayOut: 'Name a bond between the two peers, or null while there is none.',
    },
  ]
}

function addressProblems({ id, name, keepalive, peering }: MlagDomain, path: string): readonly Problem[] {
  return Object.entries({ keepalive, peering }).flatMap(([field, { addresses }]): readonly Problem[] => {
    if (addresses[0] !== addresses[1]) return []
    const text = `Both peers of domain ${name} have the ${field} address ${addresses[0]}.`
    return [
      {
        code: 'domain-addresses',
        path: `${path}.${field}.addresses`,
        objects: [id],
        text,
        wayOut: 'Give each peer its own address.',
      },
    ]
  })
}

function gatewayProblems({ id, name, gateways }: MlagDomain, path: string, { vlans }: Topology): readonly Problem[] {
  return gateways.flatMap(({ vlan, address, addresses }, at): readonly Problem[] => {
    const known = vlans.some((known) => known.id === vlan)
    const twice = gateways.findIndex((other) => other.vlan === vlan) < at
    const same = new Set([address, ...addresses]).size < 3 && addresses[0] === addresses[1]
    if (known && !twice && !same) return []
    const text = same
      ? `Both peers of domain ${name} have the address ${addresses[0]} in VLAN ${vlan}.`
      : `Domain ${name} is the gateway of VLAN ${vlan}, ${known ? 'twice' : 'which the design does not have'}.`
    const wayOut = 'Give each VLAN of the design at most one gateway, with an address of its own on each peer.'
    return [{ code: 'domain-addresses', path: `${path}.gateways[${at}]`, objects: [id], text, wayOut }]
  })
}
