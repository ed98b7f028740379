import type { LacpIdentity } from '../../model/runView.ts'
import { comparePorts, compareSystems, has } from './identity.ts'
import { BIT } from './types.ts'
import type { LacpLag, LacpPort } from './types.ts'

/**
 * Keeps at most `maxLinks` ports of each aggregator SELECTED, the rest STANDBY. The system with the better System ID
 * decides: ports are ranked by its Port Identifiers, those in use before those that hear nobody. A port is promoted
 * only when a demoted one has left its aggregator, so there are never more than `maxLinks` attached.
 * Source: IEEE 802.1AX-2014, 6.4.14 (standby links) and 6.6 (dynamic allocation by port priority).
 */
export function rankMembers(lag: LacpLag, ports: readonly LacpPort[]): readonly LacpPort[] {
  const { maxLinks } = lag
  if (maxLinks === null && ports.every((port) => port.selected !== 'standby')) return ports

  const wanted = new Set<LacpPort>()
  const mayRise = new Set<LacpPort>()
  for (const members of byAggregator(ports).values()) {
    const best = members.toSorted(byRank).slice(0, maxLinks ?? members.length)
    for (const port of best) wanted.add(port)
    const attached = members.filter((port) => (wanted.has(port) ? port.selected === 'selected' : isAttached(port)))
    const room = best.length - attached.length
    for (const port of best.filter((port) => port.selected === 'standby').slice(0, Math.max(0, room))) mayRise.add(port)
  }

  return ports.map((port) => {
    if (port.selected === 'selected' && !wanted.has(port)) return { ...port, selected: 'standby' }
    return mayRise.has(port) ? { ...port, selected: 'selected' } : port
  })
}

function byAggregator(ports: readonly LacpPort[]): Map<number, LacpPort[]> {
  const groups = new Map<number, LacpPort[]>()
  for (const port of ports) {
    if (port.aggregator === null || port.selected === 'unselected') continue
    const group = groups.get(port.aggregator)
    if (group === undefined) groups.set(port.aggregator, [port])
    else group.push(port)
  }
  return groups
}

function byRank(a: LacpPort, b: LacpPort): number {
  const use = Number(isInUse(b)) - Number(isInUse(a))
  if (use !== 0) return use
  // Among ports that cannot be used, moving the selection would be for nothing.
  const kept = isInUse(a) ? 0 : Number(b.selected === 'selected') - Number(a.selected === 'selected')
  return kept || comparePorts(decidingSide(a), decidingSide(b))
}

function isInUse(port: LacpPort): boolean {
  if (!port.portEnabled) return false
  return port.rx === 'current' || (port.rx === 'defaulted' && has(port.partnerAdmin, BIT.synchronization))
}

function decidingSide(port: LacpPort): LacpIdentity {
  return compareSystems(port.actor, port.partner) <= 0 ? port.actor : port.partner
}

function isAttached(port: LacpPort): boolean {
  return port.mux !== 'detached' && port.mux !== 'waiting'
}
