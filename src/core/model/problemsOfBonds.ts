import type { DeviceId, LinkId } from './ids.ts'
import { devicesAt, type Network } from './network.ts'
import type { Check, Problem } from './problem.ts'
import { hashPolicyOf, type Bond, type BondEnd, type Topology, type VlanMembership } from './topology.ts'

/** Link aggregations and the VLANs that cables carry. */
export const bondChecks: readonly Check[] = [bondEnds, bondMembers, channels, memberships]

function bondEnds(topology: Topology, net: Network): readonly Problem[] {
  return topology.bonds.flatMap((bond, at): readonly Problem[] => {
    const path = `design.topology.bonds[${at}].ends`
    const wayOut = 'A bond runs between two different switches, hosts or domains: correct its ends or remove it.'
    const problem = (text: string): Problem => ({ code: 'bond-without-ends', path, objects: [bond.id], text, wayOut })
    const lost = bond.ends.find(({ at }) =>
      'device' in at ? !net.devices.has(at.device) : !net.domains.has(at.domain),
    )
    if (lost) return [problem(`The bond ${bond.id} ends at ${idAt(lost)}, which does not exist.`)]
    const [a, b] = bond.ends.map((end) => devicesAt(net, end))
    if (a?.some((device) => b?.includes(device)))
      return [problem(`Both ends of the bond ${bond.id} are at ${nameAt(net, bond.ends[0])}.`)]
    const devices = [...(a ?? []), ...(b ?? [])].map((id) => net.devices.get(id))
    const management = devices.find((device) => device?.kind === 'management-switch')
    if (management)
      return [problem(`The bond ${bond.id} ends at ${management.name}; a management switch knows no bonds.`)]
    if (devices.every((device) => device?.kind === 'host')) return [problem(`The bond ${bond.id} joins two hosts.`)]
    const symmetric = bond.ends.find(
      (end) => end.hash === 'symmetric' && devicesAt(net, end).some((id) => net.devices.get(id)?.kind === 'host'),
    )
    if (symmetric) {
      const text = `The bond ${bond.id} has the hash policy symmetric on ${nameAt(net, symmetric)}, a host.`
      return [{ code: 'host-hash', path, objects: [bond.id], text, wayOut: 'Choose layer2, layer2+3 or layer3+4.' }]
    }
    const zero = bond.ends.find(
      (end) => end.channel === 0 && devicesAt(net, end).some((id) => net.devices.get(id)?.kind === 'switch'),
    )
    return zero ? [problem(`The bond ${bond.id} has number 0 on ${nameAt(net, zero)}; switches count from 1.`)] : []
  })
}

function bondMembers(topology: Topology, net: Network): readonly Problem[] {
  const users = new Map<LinkId, Bond>()
  return topology.bonds.flatMap((bond, at): readonly Problem[] => {
    const path = `design.topology.bonds[${at}].members`
    if (bond.members.length === 0) {
      const text = `The bond ${bond.id} has no member cables.`
      return [{ code: 'bond-members', path, objects: [bond.id], text, wayOut: 'Add a cable to it or remove it.' }]
    }
    return bond.members.flatMap((member, index): readonly Problem[] => {
      const problem = (code: Problem['code'], text: string, wayOut: string): readonly Problem[] => [
        { code, path: `${path}[${index}]`, objects: [bond.id, member], text, wayOut },
      ]
      const other = users.get(member)
      users.set(member, bond)
      const link = net.links.get(member)
      if (other)
        return problem(
          'bond-of-bonds',
          `The cable ${member} is a member of ${other === bond ? `${bond.id} twice` : `${other.id} and of ${bond.id}`}.`,
          'A cable belongs to one bond: remove it from the other.',
        )
      if (!link)
        return problem(
          'bond-members',
          `The bond ${bond.id} has a member ${member} that is no connected cable.`,
          'Remove the member or plug the cable in.',
        )
      if (link.use !== 'data')
        return problem(
          'bond-members',
          `The keepalive cable ${member} is a member of the bond ${bond.id}.`,
          'Take it out of the bond or make it a data cable.',
        )
      if (
        connects(
          net,
          bond,
          link.ends.map((end) => net.ports.get(end)?.device),
        )
      )
        return []
      const text = `The cable ${member} does not connect the two ends of its bond, ${nameAt(net, bond.ends[0])} and ${nameAt(net, bond.ends[1])}.`
      return problem('bond-members', text, 'Take it out of the bond or move its plugs.')
    })
  })
}

/** A number means one port-channel on a switch. On a host it may collect bonds to switches that are no pair. */
function channels(topology: Topology, net: Network): readonly Problem[] {
  const seen = new Map<string, { readonly bond: Bond; readonly end: BondEnd; readonly far: BondEnd }>()
  return topology.bonds.flatMap((bond, at) =>
    bond.ends.flatMap((end, side): readonly Problem[] => {
      const found: Problem[] = []
      const far = bond.ends[side === 0 ? 1 : 0]
      for (const device of new Set(devicesAt(net, end))) {
        const key = `${device} ${end.channel}`
        const first = seen.get(key)
        if (!first) seen.set(key, { bond, end, far })
        else if (found.length === 0)
          found.push(
            ...sameNumber(net, device, first, { bond, end, far }, `design.topology.bonds[${at}].ends[${side}]`),
          )
      }
      return found
    }),
  )
}

interface Numbered {
  readonly bond: Bond
  readonly end: BondEnd
  readonly far: BondEnd
}

function sameNumber(
  net: Network,
  device: DeviceId,
  first: Numbered,
  second: Numbered,
  path: string,
): readonly Problem[] {
  const objects = [first.bond.id, second.bond.id]
  const name = net.devices.get(device)?.name ?? device
  const channel = second.end.channel
  if (net.devices.get(device)?.kind === 'host' && idAt(first.far) !== idAt(second.far)) {
    const same =
      first.end.mode === second.end.mode &&
      first.end.rate === second.end.rate &&
      hashPolicyOf(first.end, 'host') === hashPolicyOf(second.end, 'host') &&
      JSON.stringify(first.end.lacp ?? {}) === JSON.stringify(second.end.lacp ?? {}) &&
      first.bond.mtu === second.bond.mtu &&
      JSON.stringify(first.bond.vlans) === JSON.stringify(second.bond.vlans)
    if (same) return []
    const text = `${first.bond.id} and ${second.bond.id} are one bond on ${name} but differ there in mode, rate, LACP options, hash policy, VLANs or MTU.`
    return [
      { code: 'host-bond-differs', path, objects, text, wayOut: 'Set them alike, or give the host two bond numbers.' },
    ]
  }
  if ('domain' in first.end.at && 'domain' in second.end.at) {
    const text = `Two bonds of ${nameAt(net, second.end)}, ${first.bond.id} and ${second.bond.id}, have the MLAG id ${channel}.`
    return [
      { code: 'duplicate-mlag-id', path: `${path}.channel`, objects, text, wayOut: 'Give one of them a free MLAG id.' },
    ]
  }
  const text = `Two bonds on ${name}, ${first.bond.id} and ${second.bond.id}, have the number ${channel}.`
  return [
    { code: 'duplicate-channel', path: `${path}.channel`, objects, text, wayOut: 'Give one of them a free number.' },
  ]
}

function memberships({ links, bonds, vlans }: Topology): readonly Problem[] {
  const known = new Set([1, ...vlans.map(({ id }) => id)])
  return Object.entries({ links, bonds }).flatMap(([list, carriers]) =>
    carriers.flatMap(({ id, vlans }, at): readonly Problem[] => {
      const missing = unknownVlan(vlans, known)
      if (missing === null) return []
      const text = `${id} carries VLAN ${missing}, which is not in the list of VLANs.`
      return [
        {
          code: 'unknown-vlan',
          path: `design.topology.${list}[${at}].vlans`,
          objects: [id],
          text,
          wayOut: `Add VLAN ${missing} to the list or take it off the cable.`,
        },
      ]
    }),
  )
}

function unknownVlan(vlans: VlanMembership, known: ReadonlySet<number>): number | null {
  if (vlans.mode === 'access') return known.has(vlans.vlan) ? null : vlans.vlan
  if (!known.has(vlans.native)) return vlans.native
  return vlans.allowed.find((vlan) => !known.has(vlan)) ?? null
}

function connects(net: Network, bond: Bond, [a, b]: readonly (DeviceId | undefined)[]): boolean {
  const [left, right] = [devicesAt(net, bond.ends[0]), devicesAt(net, bond.ends[1])]
  if (a === undefined || b === undefined) return false
  return (left.includes(a) && right.includes(b)) || (left.includes(b) && right.includes(a))
}

function idAt({ at }: BondEnd): string {
  return 'device' in at ? at.device : at.domain
}

function nameAt(net: Network, { at }: BondEnd): string {
  return 'device' in at
    ? (net.devices.get(at.device)?.name ?? at.device)
    : (net.domains.get(at.domain)?.name ?? at.domain)
}
