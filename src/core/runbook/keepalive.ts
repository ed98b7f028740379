import { need, type Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { MlagDomain } from '../model/topology.ts'

/** Whether a drawn keepalive path is of use: RouterOS, for one, has no keepalive that would take it. */
export function hearsBeside(net: Network, domain: MlagDomain, profiles: Profiles): boolean {
  if ((net.keepalivePathsOf.get(domain.id) ?? []).length === 0) return false
  const peer = need(net.devices, domain.peers[0])
  const profile = peer.kind === 'switch' ? profiles[peer.vendor] : undefined
  return (
    profile === undefined ||
    profile.numbers['keepalive-interval-ms'] !== null ||
    profile.choices['session-path'].value === 'keepalive-path'
  )
}
