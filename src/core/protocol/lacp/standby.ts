import type { LacpIdentity } from '../../model/protocolView.ts'
import { comparePorts, compareSystems, has } from './identity.ts'
import { BIT } from './types.ts'
import type { LacpLag, LacpPort } from './types.ts'

/**
 * Keeps at most `maxLinks` ports of each aggregator SELECTED, the rest STANDBY. The system with the better System ID
 * decides: ports are ranked by its Port Identifiers, those in use before those that hear nobody. A port is promoted
 * only when a demoted one has left its aggregator, so there are never more than `maxLinks` attached. Ports of the other
 * peer of a pair that serve the same aggregation are ranked with them, and take their places.
 * Source: IEEE 802.1AX-2014, 6.4.14 (standby links) and 6.6 (dynamic allocation by port priority).
 */
export function rankMembers(lag: LacpLag, ports: readonly LacpPort[]): readonly LacpPort[] {
  const { maxLinks } = lag
  if (maxLinks === null && ports.every((port) => port.selected !== 'standby')) return ports

  const wanted = new Set<LacpPort>()
  const mayRise = new Set<LacpPort>()
  for (const members of byAggregator(ports).values()) {
    const ranked = [...members.map(ownPort), ...peerPorts(lag, members)].toSorted(byRank)
    const best = ranked.slice(0, maxLinks ?? ranked.length)
    for (const { port } of best) if (port !== null) wanted.add(port)
    const places = ranked.filter((one) =>
      one.port !== null && best.includes(one) ? one.port.selected === 'selected' : one.attached,
    )
    const rising = best.flatMap(({ port }) => (port?.selected === 'standby' ? [port] : []))
    for (const port of rising.slice(0, Math.max(0, best.length - places.length))) mayRise.add(port)
  }

  return ports.map((port) => {
    if (port.selected === 'selected' && !wanted.has(port)) return { ...port, selected: 'standby' }
    return mayRise.has(port) ? { ...port, selected: 'selected' } : port
  })
}

/** Whether the port's partner is heard, or assumed for good. */
export function isInUse(port: LacpPort): boolean {
  if (!port.portEnabled) return false
  return port.rx === 'current' || (port.rx === 'defaulted' && has(port.partnerAdmin, BIT.synchronization))
}

/** Whether the port is on its aggregator, in whatever state beyond that. */
export function isAttached(port: LacpPort): boolean {
  return port.mux !== 'detached' && port.mux !== 'waiting'
}

/** A port of this system, or one of the other peer (`port` null), with what ranks it. */
interface Ranked {
  readonly port: LacpPort | null
  readonly inUse: boolean
  readonly attached: boolean
  /** On the side of the system that decides. */
  readonly identifier: PortIdentifier
}

type PortIdentifier = Pick<LacpIdentity, 'portPriority' | 'port'>

function ownPort(port: LacpPort): Ranked {
  return { port, inUse: isInUse(port), attached: isAttached(port), identifier: decidingSide(port, port) }
}

function peerPorts(lag: LacpLag, members: readonly LacpPort[]): readonly Ranked[] {
  const [member] = members
  if (member === undefined) return []
  return (lag.peerLeg?.ports ?? []).map((port) => ({
    port: null,
    inUse: true,
    attached: port.attached,
    identifier: decidingSide(member, port),
  }))
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

function byRank(a: Ranked, b: Ranked): number {
  const use = Number(b.inUse) - Number(a.inUse)
  if (use !== 0) return use
  // Among ports that cannot be used, moving the selection would be for nothing.
  const kept = a.inUse ? 0 : Number(b.port?.selected === 'selected') - Number(a.port?.selected === 'selected')
  return kept || comparePorts(a.identifier, b.identifier)
}

/** The Port Identifier that counts, given a port of this system, which knows both systems. */
function decidingSide({ actor, partner }: LacpPort, port: Sides): PortIdentifier {
  return compareSystems(actor, partner) <= 0 ? port.actor : port.partner
}

interface Sides {
  readonly actor: PortIdentifier
  readonly partner: PortIdentifier
}
