import { startClock } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { createStation, give, legsOf, MEMBERS, portAt, runInstant } from '../station.ts'
import type { Leg, MemberName, Station, StationSpec } from '../station.ts'
import { startBond } from './bond.ts'
import type { OvsBond } from './bond.ts'
import { parseBondShow, parseLacpShow, parseLacpStats } from './show.ts'
import type { OvsCounters, OvsMember } from './show.ts'
import { openWire } from './wire.ts'

/** A bond of Open vSwitch with our ports at its other end. */
export interface Rig {
  readonly bond: OvsBond
  readonly station: Station
  /** Real time; null in warped time. */
  clock: Clock | null
  /** Warped time: microseconds, moved on by `advanceTo`. */
  virtualNow: number
  /** LACPDUs that Open vSwitch counted as sent although they cannot arrive; null until it is known. */
  readonly unseen: Record<MemberName, number | null>
}

export interface RigSpec extends StationSpec {
  /** What the bond of Open vSwitch asks for. */
  readonly ovsRate?: 'fast' | 'slow'
  readonly time: 'real' | 'warped'
}

/** Starts both ends; the light of both members comes on at time 0. */
export async function startRig(spec: RigSpec): Promise<Rig> {
  const bond = await startBond(spec.ovsRate ?? 'fast')
  const station = createStation(spec)
  const rig: Rig = { bond, station, clock: null, virtualNow: 0, unseen: { p1: null, p2: null } }
  for (const leg of legsOf(station)) {
    leg.wire = await openWire(bond.wirePath(leg.member), (frame) => {
      leg.received += 1
      leg.inbox.push(frame)
      rig.clock?.wake()
    })
  }
  if (spec.time === 'warped') {
    await bond.ovs.control.run('time/stop')
    // Still dark: what arrives now was sent before and is all there is.
    await exchange(rig)
    setLight(rig, MEMBERS, true)
    await exchange(rig)
  } else {
    rig.clock = startClock(station)
    setLight(rig, MEMBERS, true)
  }
  return rig
}

export async function stopRig(rig: Rig): Promise<void> {
  rig.clock?.stop()
  for (const leg of legsOf(rig.station)) leg.wire?.close()
  await rig.bond.stop()
}

/** Microseconds since the rig started. */
export function atNow(rig: Rig): number {
  return rig.clock === null ? rig.virtualNow : rig.clock.now()
}

/** Light on our ends of these members. */
function setLight(rig: Rig, members: readonly MemberName[], enabled: boolean): void {
  for (const member of members) give(rig.station, member, { type: 'port-enabled', enabled }, atNow(rig))
  runInstant(rig.station, atNow(rig))
  rig.clock?.wake()
}

/** A device of ours announces another system on a member. */
export async function setSystem(rig: Rig, member: MemberName, system: string): Promise<void> {
  give(rig.station, member, { type: 'actor', actor: { system } }, atNow(rig))
  runInstant(rig.station, atNow(rig))
  rig.clock?.wake()
  if (rig.clock === null) await exchange(rig)
}

/** The cable of a member goes dark, or lights up again, at both ends. */
export async function setAdminState(rig: Rig, member: MemberName, state: 'up' | 'down'): Promise<void> {
  await rig.bond.ovs.control.run('netdev-dummy/set-admin-state', member, state)
  setLight(rig, [member], state === 'up')
  if (rig.clock === null) await exchange(rig)
}

export async function ovsMembers(rig: Rig): Promise<ReadonlyMap<string, OvsMember>> {
  return parseLacpShow(await rig.bond.ovs.control.run('lacp/show'))
}

export async function ovsMember(rig: Rig, member: MemberName): Promise<OvsMember> {
  const found = (await ovsMembers(rig)).get(member)
  if (found === undefined) throw new Error(`Open vSwitch shows no member ${member}`)
  return found
}

export async function ovsCounters(rig: Rig, member: MemberName): Promise<OvsCounters> {
  const found = parseLacpStats(await rig.bond.ovs.control.run('lacp/show-stats')).get(member)
  if (found === undefined) throw new Error(`Open vSwitch counts nothing for ${member}`)
  return found
}

/** Whether the bond sends over each member. */
export async function ovsEnabled(rig: Rig): Promise<ReadonlyMap<string, boolean>> {
  return parseBondShow(await rig.bond.ovs.control.run('bond/show'))
}

/**
 * Warped time: both clocks go on step by step. Open vSwitch takes its own timers first; then frames go to and fro
 * until both have nothing more to say.
 */
export async function advanceTo(rig: Rig, ms: number, stepMs = 100): Promise<void> {
  while (atNow(rig) < ms * 1_000) {
    const step = Math.min(stepMs, ms - atNow(rig) / 1_000)
    await rig.bond.ovs.control.run('time/warp', String(step))
    rig.virtualNow = atNow(rig) + step * 1_000
    await exchange(rig)
  }
}

/**
 * Lets frames go to and fro, at a standing clock, until each end has counted what the other sent on lit members and
 * nothing is new.
 */
export async function exchange(rig: Rig): Promise<void> {
  let quiet = 0
  let before = ''
  for (let round = 0; quiet < QUIET_ROUNDS; round += 1) {
    if (round > MAX_ROUNDS) throw new Error(`frames at ${atNow(rig)} µs do not come to rest: ${before}`)
    // Frames come before the timers of their instant, so those wait until no frame is on its way.
    runInstant(rig.station, atNow(rig), quiet > 0)
    const text = await rig.bond.ovs.control.run('lacp/show-stats')
    const stats = parseLacpStats(text)
    const isThrough = legsOf(rig.station).map((leg) => isAllThrough(rig, leg, stats.get(leg.member)))
    const seen = `${text} ${rig.station.p1.received} ${rig.station.p2.received}`
    quiet = !isThrough.includes(false) && seen === before ? quiet + 1 : 0
    before = seen
  }
}

function isAllThrough(rig: Rig, leg: Leg, counters: OvsCounters | undefined): boolean {
  if (counters === undefined || counters.rx < leg.sent || leg.inbox.length > 0) return false
  const unseen = counters.tx - leg.received
  // What it sent before our cable was there, or into the dark, never arrives.
  if (rig.unseen[leg.member] === null || !portAt(rig.station, leg.member).portEnabled) rig.unseen[leg.member] = unseen
  return unseen <= (rig.unseen[leg.member] ?? 0)
}

const QUIET_ROUNDS = 2
const MAX_ROUNDS = 2_000
