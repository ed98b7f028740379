import type { VlanMembership } from '../model/topology.ts'

/** VLANs whose frames pass. */
export function passed(vlans: VlanMembership): readonly number[] {
  return vlans.mode === 'access' ? [vlans.vlan] : vlans.allowed
}

export function nativeOf(vlans: VlanMembership): number {
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}

/** The same membership as a trunk that lets these pass as well. */
export function alsoPassing(vlans: VlanMembership, more: readonly number[]): VlanMembership {
  const allowed = [...new Set([...passed(vlans), ...more])].toSorted((a, b) => a - b)
  return { mode: 'trunk', native: vlans.mode === 'trunk' ? vlans.native : 1, allowed }
}
