import type { LacpIdentity } from '../../model/protocolView.ts'
import { BIT } from './types.ts'

/** Partner_Admin of a port nobody configured: all zero, state 0x00, so a silent partner never counts as in sync. */
export const NO_PARTNER: LacpIdentity = {
  systemPriority: 0,
  system: '00:00:00:00:00:00',
  key: 0,
  portPriority: 0,
  port: 0,
  state: 0x00,
}

/** Whether any of the bits is set in the state octet. */
export function has(identity: LacpIdentity, bits: number): boolean {
  return (identity.state & bits) !== 0
}

/** The same identity with bits of its state octet set and cleared; the very same object when nothing changes. */
export function withBits(identity: LacpIdentity, set: number, clear: number): LacpIdentity {
  const state = (identity.state & ~clear) | set
  return state === identity.state ? identity : { ...identity, state }
}

/**
 * Whether two records name the same port of the same system with the same key and agree on Aggregation: what
 * update_Selected, update_Default_Selected and the matched test compare.
 * Source: IEEE 802.1AX-2014, 6.4.9 (functions).
 */
export function sameParticipant(a: LacpIdentity, b: LacpIdentity): boolean {
  return sameNames(a, b) && ((a.state ^ b.state) & BIT.aggregation) === 0
}

/** Whether all five names (port, port priority, system, system priority, key) are equal; the state is not looked at. */
export function sameNames(a: LacpIdentity, b: LacpIdentity): boolean {
  return (
    a === b ||
    (a.port === b.port &&
      a.portPriority === b.portPriority &&
      a.key === b.key &&
      a.systemPriority === b.systemPriority &&
      a.system === b.system)
  )
}

/** Whether all names and the state are equal. */
export function sameIdentity(a: LacpIdentity, b: LacpIdentity): boolean {
  return a === b || (a.state === b.state && sameNames(a, b))
}

/** Orders System IDs (priority, then MAC as a number); negative: `a` is better. */
export function compareSystems(a: LacpIdentity, b: LacpIdentity): number {
  return a.systemPriority - b.systemPriority || compareText(a.system, b.system)
}

/** Orders Port Identifiers (priority, then number); negative: `a` is better. */
export function comparePorts(
  a: Pick<LacpIdentity, 'portPriority' | 'port'>,
  b: Pick<LacpIdentity, 'portPriority' | 'port'>,
): number {
  return a.portPriority - b.portPriority || a.port - b.port
}

// MACs are lower case hex of equal length, so their texts sort like their numbers.
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
