import { comparePorts, has, NO_PARTNER } from './identity.ts'
import { isIndividual, isLoop, lagIdOf } from './lagId.ts'
import { isStranger } from './peerLeg.ts'
import { rankMembers } from './standby.ts'
import { BIT } from './types.ts'
import type { LacpLag, LacpPort, PeerLeg } from './types.ts'

/**
 * Selection logic of one lag: gives every port that is UNSELECTED and detached an aggregator, if it may have one, and
 * keeps at most `maxLinks` ports of an aggregator selected. Ports come and go in the same order; one that keeps its
 * state stays the same object. UNSELECTED is latched: only a port whose mux has reached DETACHED is chosen again.
 *
 * What runs is kept: an aggregator changes its LAG ID only when none of its ports is up. A free aggregator goes to
 * the LAG ID of the best port, one that hears its partner before one that only knows an administrative partner.
 * Source: IEEE 802.1AX-2014, 6.4.14 (selection logic); which of the allowed choices is taken is ours.
 */
export function select(lag: LacpLag, ports: readonly LacpPort[]): readonly LacpPort[] {
  const chosen = lag.aggregators === 'one' ? besidePeer(lag.peerLeg ?? null, ports) : chooseMany(ports)
  return rankMembers(lag, chosen)
}

/** Ports that hear another partner than the leg of the peer that leads stay out, and the others go on without them. */
function besidePeer(leg: PeerLeg | null, ports: readonly LacpPort[]): readonly LacpPort[] {
  const strangers = leg === null ? [] : ports.filter((port) => isStranger(port, leg))
  if (strangers.length === 0) return chooseOne(ports)
  const fitting = ports.filter((port) => !strangers.includes(port))
  // One on its way out still occupies the aggregator.
  const chosen = strangers.every(({ mux }) => mux === 'detached') ? chooseOne(fitting) : fitting
  return ports.map((port) => {
    if (!strangers.includes(port)) return chosen[fitting.indexOf(port)] ?? port
    return port.selected === 'unselected' ? port : { ...port, selected: 'unselected' }
  })
}

/** The port may be given an aggregator: it is up, free of the previous one, and there is a partner to speak of. */
export function isCandidate(port: LacpPort): boolean {
  return (
    port.selected === 'unselected' &&
    port.mux === 'detached' &&
    port.portEnabled &&
    port.lacpEnabled &&
    (port.rx === 'current' || port.partner.system !== NO_PARTNER.system || assumesPartner(port))
  )
}

/** Management says that a partner that is never heard is in sync, as on a static aggregation. */
export function assumesPartner(port: LacpPort): boolean {
  return has(port.partnerAdmin, BIT.synchronization)
}

const ONLY_AGGREGATOR = 1

function chooseOne(ports: readonly LacpPort[]): readonly LacpPort[] {
  const candidates = ports.filter(isCandidate)
  const best = candidates.reduce<LacpPort | undefined>(better, undefined)
  if (best === undefined) return ports

  const holders = ports.filter((port) => port.selected !== 'unselected')
  const [holder] = holders
  if (holder === undefined) {
    // A port on its way out still occupies the aggregator; the mux machine detaches it within the same instant.
    return ports.some(isLeaving) ? ports : join(ports, lagIdOf(best), [])
  }
  const lagId = lagIdOf(holder)
  if (candidates.some((port) => lagIdOf(port) === lagId)) return join(ports, lagId, holders)
  if (holders.some((port) => port.portEnabled)) return ports
  return ports.map((port) => (port.selected === 'unselected' ? port : { ...port, selected: 'unselected' }))
}

/** Lets every candidate of the LAG ID onto the aggregator that does not loop back to a port already on it. */
function join(ports: readonly LacpPort[], lagId: string, holders: readonly LacpPort[]): readonly LacpPort[] {
  const on = [...holders]
  return ports.map((port) => {
    if (!isCandidate(port) || lagIdOf(port) !== lagId || on.some((other) => isLoop(port, other))) return port
    const joined: LacpPort = { ...port, selected: 'selected', aggregator: ONLY_AGGREGATOR }
    on.push(joined)
    return joined
  })
}

function chooseMany(ports: readonly LacpPort[]): readonly LacpPort[] {
  if (!ports.some(isCandidate)) return ports
  const result = [...ports]
  for (const [index, port] of ports.entries()) {
    if (isCandidate(port))
      result[index] = { ...port, selected: 'selected', aggregator: aggregatorFor(port, index, result) }
  }
  return result
}

/** The aggregator that has the port's LAG ID, else its own (one for each port, numbered like it), else a free one. */
function aggregatorFor(port: LacpPort, index: number, ports: readonly LacpPort[]): number {
  const lagId = lagIdOf(port)
  const numbers = ports.map((_port, at) => at + 1)
  const own = index + 1
  const shared = isIndividual(port) ? undefined : numbers.find((number) => accepts(number, port, lagId, ports))
  if (shared !== undefined) return shared
  const isFree = (number: number) => ports.every((other) => other.aggregator !== number)
  return isFree(own) ? own : (numbers.find(isFree) ?? own)
}

function accepts(number: number, port: LacpPort, lagId: string, ports: readonly LacpPort[]): boolean {
  const on = ports.filter((other) => other.aggregator === number)
  return (
    on.length > 0 &&
    on.every((other) => other.selected !== 'unselected' && lagIdOf(other) === lagId && !isLoop(port, other))
  )
}

function isLeaving(port: LacpPort): boolean {
  return port.selected === 'unselected' && port.mux !== 'detached'
}

function better(a: LacpPort | undefined, b: LacpPort): LacpPort {
  if (a === undefined) return b
  const heard = Number(b.rx === 'current') - Number(a.rx === 'current')
  return heard > 0 || (heard === 0 && comparePorts(b.actor, a.actor) < 0) ? b : a
}
