import type { Design } from './design.ts'
import { type BondEndFields, type EditResult, done, gone, refused } from './edit.ts'
import { vlansProblem, withVlans } from './editVlans.ts'
import { brokenField, STP_END_FIELDS } from './fieldNames.ts'
import { CHANNEL, LACP_WAIT_S, MEMBER_COUNT, MTU } from './fieldRules.ts'
import type { BondId } from './ids.ts'
import { leaveBond, withBond, withEnd } from './topologyChanges.ts'
import type { Bond, Topology } from './topology.ts'

export function setBond(design: Design, id: BondId, set: Partial<Pick<Bond, 'vlans' | 'mtu'>>): EditResult {
  const { topology } = design
  const bond = topology.bonds.find((bond) => bond.id === id)
  if (!bond) return gone('bond')
  const broken = brokenField(set, { mtu: ['The MTU', MTU] }) ?? (set.vlans ? vlansProblem(set.vlans) : null)
  if (broken !== null) return refused(broken)
  const changed = [bond, ...sharers(topology, bond).map(({ bond }) => bond)].reduce(
    (rest, bond) => withBond(rest, { ...bond, ...set }),
    topology,
  )
  return done({ ...design, topology: withVlans(changed, set.vlans) })
}

export function setBondEnd(design: Design, id: BondId, end: 0 | 1, set: BondEndFields): EditResult {
  const { topology } = design
  const bond = topology.bonds.find((bond) => bond.id === id)
  if (!bond) return gone('bond')
  const broken =
    brokenField(set, { channel: ['The number', CHANNEL] }) ??
    brokenField(set.stp ?? {}, STP_END_FIELDS) ??
    brokenField(set.lacp ?? {}, LACP_FIELDS)
  if (broken !== null) return refused(broken)
  const own = withBond(topology, withEnd(bond, end, { ...bond.ends[end], ...set }))
  const others = sharers(topology, bond).filter((sharer) => sharer.own === end)
  const changed = others.reduce(
    (rest, { bond, end }) => withBond(rest, withEnd(bond, end, { ...bond.ends[end], ...set })),
    own,
  )
  return done({ ...design, topology: changed })
}

const LACP_FIELDS = {
  minLinks: ['The least number of members', MEMBER_COUNT],
  maxBundle: ['The greatest number of members', MEMBER_COUNT],
  waitToRestoreS: ['The time to restore', LACP_WAIT_S],
  fallbackAfterS: ['The time before fallback', LACP_WAIT_S],
} as const

export function dissolveBond(design: Design, id: BondId): EditResult {
  const bond = design.topology.bonds.find((bond) => bond.id === id)
  if (!bond) return gone('bond')
  return done({ ...design, topology: bond.members.reduce(leaveBond, design.topology) })
}

interface Sharer {
  readonly bond: Bond
  readonly end: 0 | 1
  /** The end of the bond asked about that is on the same host. */
  readonly own: 0 | 1
}

/** Bonds that are one with this one on a host: same host, same number. */
function sharers(topology: Topology, bond: Bond): readonly Sharer[] {
  const hosts = new Set<string>(topology.devices.filter(({ kind }) => kind === 'host').map(({ id }) => id))
  return ([0, 1] as const).flatMap((own) => {
    const { at, channel } = bond.ends[own]
    if (!('device' in at) || !hosts.has(at.device)) return []
    return topology.bonds.flatMap((other) =>
      ([0, 1] as const).flatMap((end): readonly Sharer[] => {
        const there = other.ends[end]
        const same = 'device' in there.at && there.at.device === at.device && there.channel === channel
        return same && other.id !== bond.id ? [{ bond: other, end, own }] : []
      }),
    )
  })
}
