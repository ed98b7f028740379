import type { LacpIdentity } from '../../model/protocolView.ts'
import { comparePorts, compareSystems, has } from './identity.ts'
import { BIT } from './types.ts'
import type { LacpPort } from './types.ts'

/** A port that may not share its aggregator: one of the two ends is not Aggregatable. */
export function isIndividual(port: LacpPort): boolean {
  return !has(port.actor, BIT.aggregation) || !has(port.partner, BIT.aggregation)
}

/**
 * LAG ID in the standard's notation, `[(SSSS,system,KKKK,PP,QQQQ),(…)]` in hex, the lower System ID first. Ports with
 * equal LAG IDs belong to one aggregation; those of an individual port name the two ports and are equal to no other.
 * Source: IEEE 802.1AX-2014, 6.3.6 (link aggregation group identification).
 */
export function lagIdOf(port: LacpPort): string {
  const withPorts = isIndividual(port)
  const { actor, partner } = port
  const actorFirst = compareSystems(actor, partner) || actor.key - partner.key || comparePorts(actor, partner)
  const [first, second] = actorFirst <= 0 ? [actor, partner] : [partner, actor]
  return `[${sideOf(first, withPorts)},${sideOf(second, withPorts)}]`
}

/**
 * Two ports of one system cabled to each other. They have the same LAG ID but must not share an aggregator.
 * Source: IEEE 802.1AX-2014, 6.4.14.1 (selection logic, loopback).
 */
export function isLoop(a: LacpPort, b: LacpPort): boolean {
  return isPartnerOf(a, b) && isPartnerOf(b, a)
}

function isPartnerOf(a: LacpPort, b: LacpPort): boolean {
  return compareSystems(a.partner, b.actor) === 0 && a.partner.port === b.actor.port
}

function sideOf(side: LacpIdentity, withPorts: boolean): string {
  const port = withPorts ? `${hex(side.portPriority)},${hex(side.port)}` : '0000,0000'
  return `(${hex(side.systemPriority)},${side.system.replaceAll(':', '-')},${hex(side.key)},${port})`
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0').toUpperCase()
}
