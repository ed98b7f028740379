import { ELECTED_PORT_PRIORITY } from '../model/lacpPriority.ts'
import { need, type Lag, type Network } from '../model/network.ts'
import { lagName } from '../model/portNames.ts'
import type { Fallback, Profiles } from '../model/profile.ts'
import { hashPolicyOf, type LacpOptions } from '../model/topology.ts'
import { profileIn } from './peerConfig.ts'
import type { PlanFallback, PlanLag } from './plan.ts'
import type { Numbers } from './planNumbers.ts'

export function planLag({ net, profiles, deviceIndex, portIndex, bridges }: Numbers, lag: Lag, index: number): PlanLag {
  const device = need(net.devices, lag.device)
  const words = device.kind === 'switch' ? profileIn(profiles, device.vendor).words : 'host'
  return {
    index,
    bond: lag.bond.id,
    device: need(deviceIndex, lag.device),
    name: lagName(words, lag.channel),
    channel: lag.channel,
    role: lag.role,
    end: lag.bond.ends[lag.end],
    options: optionsOf(net, lag, profiles),
    fallback: fallbackOf(net, lag, profiles),
    awaited: lag.bond.ends[lag.end === 0 ? 1 : 0].lacp?.netboot !== true,
    ports: lag.ports.map(({ id }) => need(portIndex, id)),
    bridgePort: (bridges[need(deviceIndex, lag.device)] ?? []).findIndex((b) => b.lag === index),
    hash: hashPolicyOf(lag.bond.ends[lag.end], device.kind),
  }
}

/** Without limits of the number of members where the platform ignores them. */
function optionsOf(net: Network, lag: Lag, profiles: Profiles): LacpOptions {
  const options = lag.bond.ends[lag.end].lacp ?? {}
  const device = need(net.devices, lag.device)
  const ofPair = lag.role === 'mlag' || lag.role === 'peer-link'
  if (device.kind !== 'switch' || !ofPair || !profileIn(profiles, device.vendor).lacpOptions?.plainOnly) return options
  const { minLinks: _min, maxBundle: _max, ...others } = options
  return others
}

/** Null where the end does not ask for it or the platform has no such way. */
function fallbackOf(net: Network, lag: Lag, profiles: Profiles): PlanFallback | null {
  const device = need(net.devices, lag.device)
  const { mode, lacp } = lag.bond.ends[lag.end]
  const way = lacp?.fallback
  if (device.kind !== 'switch' || mode === 'static' || way === undefined) return null
  const offered = profileIn(profiles, device.vendor).fallback
  if (offered === undefined || !offered.value.includes(way)) return null
  const { onPair, afterS } = offered
  const domain = net.domainOf.get(lag.device)
  const other = lag.role === 'mlag' && domain !== undefined && domain.preferredPrimary !== lag.device
  if (way === 'static' && onPair === 'preferred-peer' && other) return null
  const seconds = afterS === null ? 0 : (lacp?.fallbackAfterS ?? afterS.value)
  const elected = isElected(net, lag, offered)
  const byPriority = way === 'static' && lag.role === 'mlag' && offered.electedBy === 'port-priority'
  const portPriority = byPriority && elected ? ELECTED_PORT_PRIORITY : null
  return { way, afterUs: seconds * 1_000_000, onPair, elected, portPriority }
}

/** On one switch there is no other leg. */
function isElected(net: Network, lag: Lag, { onPair, electedBy }: Fallback): boolean {
  const domain = net.domainOf.get(lag.device)
  const peer = net.peerOf.get(lag.device)
  if (lag.role !== 'mlag' || onPair !== 'one-leg' || domain === undefined || peer === undefined) return true
  if (electedBy !== 'port-name') return domain.preferredPrimary === lag.device
  const theirs = need(net.lagsOf, peer.id).find(({ bond }) => bond.id === lag.bond.id)
  const [own, far] = [lag, theirs].map((leg) => leg?.ports[0]?.index ?? Number.POSITIVE_INFINITY)
  return own === far ? need(net.devices, lag.device).mac < peer.mac : (own ?? 0) < (far ?? 0)
}
