import type { LacpIdentity } from '../../src/core/model/protocolView.ts'
import { createBag } from '../../src/core/protocol/lacp/bag.ts'
import { parseSlowFrame, slowFrame } from '../../src/core/protocol/lacp/frame.ts'
import { encodeLacpdu } from '../../src/core/protocol/lacp/pdu.ts'
import { slowInput } from '../../src/core/protocol/lacp/slowProtocols.ts'
import {
  addLag,
  addPort,
  createLacpSystem,
  lacpInput,
  lacpSettle,
  lacpTransmit,
  nextDeadline,
  portOf,
} from '../../src/core/protocol/lacp/system.ts'
import type { NewPort } from '../../src/core/protocol/lacp/system.ts'
import { BIT } from '../../src/core/protocol/lacp/types.ts'
import type { LacpEffect, LacpInput, Lacpdu, LacpPort, LacpSystem } from '../../src/core/protocol/lacp/types.ts'

/** The two cables of the bond that the tests are about. */
export const MEMBERS = ['p1', 'p2'] as const
export type MemberName = (typeof MEMBERS)[number]

/** A cable to the other stack, seen from our end. */
export interface Wire {
  send(frame: Uint8Array): void
  close(): void
}

export const OUR_SYSTEM = '02:00:00:00:00:fe'
/** System ids of a second device: one that loses against the first by number, one that wins. */
export const WORSE_SYSTEM = '02:00:00:00:00:ff'
export const BETTER_SYSTEM = '02:00:00:00:00:fd'

/** One or two devices of ours at the far ends of a bond; they know nothing of each other. */
export interface StationSpec {
  readonly short?: boolean
  readonly active?: boolean
  readonly aggregatable?: boolean
  readonly muxControl?: NewPort['muxControl']
  /** LACP system at each member; the same one twice unless told otherwise. */
  readonly systems?: Readonly<Record<MemberName, string>>
  /** Two devices that know nothing of each other although they announce one system, as the peers of a pair. */
  readonly apart?: boolean
}

/** A port of ours and its cable. */
export interface Leg {
  readonly member: MemberName
  readonly system: LacpSystem
  readonly mac: string
  wire: Wire | null
  /** Nothing gets through in either direction, and neither end can tell. */
  silent: boolean
  /** Frames given to the wire and taken from it. */
  sent: number
  received: number
  /** The last LACPDU that was heard on it. */
  heard: Lacpdu | null
  /** Frames that came in since the last instant. */
  readonly inbox: Uint8Array[]
  /** Every visible change of the port, times in microseconds. */
  readonly history: { readonly at: number; readonly before: LacpPort; readonly after: LacpPort }[]
}

export type Station = Readonly<Record<MemberName, Leg>>

/** Our ends of both members: port numbers 100 and 101, key 17. */
export function createStation(spec: StationSpec = {}): Station {
  const systems = spec.systems ?? { p1: OUR_SYSTEM, p2: OUR_SYSTEM }
  const first = createLacpSystem()
  const isOne = systems.p1 === systems.p2 && spec.apart !== true
  const second = isOne ? first : createLacpSystem()
  for (const system of new Set([first, second])) {
    addLag(system, { id: 'bond', maxLinks: null, minLinks: 1, aggregators: 'one' })
  }
  return { p1: legOf(first, 'p1', 100, systems.p1, spec), p2: legOf(second, 'p2', 101, systems.p2, spec) }
}

function legOf(system: LacpSystem, member: MemberName, port: number, mac: string, spec: StationSpec): Leg {
  const actor: LacpIdentity = {
    systemPriority: 32_768,
    system: mac,
    key: 17,
    portPriority: 255,
    port,
    state:
      (spec.active === false ? 0 : BIT.activity) |
      (spec.short === false ? 0 : BIT.timeout) |
      (spec.aggregatable === false ? 0 : BIT.aggregation),
  }
  const muxControl = spec.muxControl ?? 'coupled'
  addPort(system, { id: member, lag: 'bond', muxControl, lacpEnabled: true, actor })
  return {
    member,
    system,
    mac: `02:00:00:00:01:${member === 'p1' ? '01' : '02'}`,
    wire: null,
    silent: false,
    sent: 0,
    received: 0,
    heard: null,
    inbox: [],
    history: [],
  }
}

export function legsOf(station: Station): readonly Leg[] {
  return [station.p1, station.p2]
}

/** The port of ours on a member. */
export function portAt(station: Station, member: MemberName): LacpPort {
  return portOf(station[member].system, member)
}

export function give(station: Station, member: MemberName, what: LacpInput, now: number): void {
  lacpInput(station[member].system, member, what, now)
}

/** Takes what came in, then what is due unless more may come in, lets the machines settle and sends: one instant. */
export function runInstant(station: Station, now: number, takesTimers = true): void {
  for (const leg of legsOf(station)) {
    for (const frame of leg.inbox.splice(0)) {
      const parsed = parseSlowFrame(frame)
      if (leg.silent || parsed.kind !== 'lacpdu') continue
      leg.heard = parsed.pdu
      slowInput(leg.system, leg.member, leg.mac, frame, now)
    }
  }
  for (const leg of legsOf(station)) {
    const deadline = nextDeadline(portOf(leg.system, leg.member))
    if (takesTimers && deadline !== null && deadline <= now) give(station, leg.member, { type: 'timers' }, now)
  }
  const out = createBag<LacpEffect>()
  for (const system of new Set(legsOf(station).map((leg) => leg.system))) {
    lacpSettle(system, now, out)
    lacpTransmit(system, now, out)
  }
  for (const effect of out.items) {
    if (effect.do === 'changed') note(station, effect, now)
    else sendFrom(station, effect)
  }
}

/** Earliest deadline of any port. */
export function nextDue(station: Station): number | null {
  const deadlines = legsOf(station).flatMap((leg) => nextDeadline(portOf(leg.system, leg.member)) ?? [])
  return deadlines.length === 0 ? null : Math.min(...deadlines)
}

/** Puts a frame on the cable as it is. */
export function sendFrame(leg: Leg, frame: Uint8Array): void {
  if (leg.silent) return
  leg.sent += 1
  leg.wire?.send(frame)
}

/** States of the mux machine that outlasted an instant, each with the millisecond it was entered in. */
export function muxSteps(station: Station, member: MemberName): readonly (readonly [number, LacpPort['mux']])[] {
  return station[member].history
    .filter(({ before, after }) => before.mux !== after.mux || before.muxSince !== after.muxSince)
    .map(({ at, after }) => [at / 1_000, after.mux])
}

/** The same for the receive machine. */
export function rxSteps(station: Station, member: MemberName): readonly (readonly [number, LacpPort['rx']])[] {
  return station[member].history
    .filter(({ before, after }) => before.rx !== after.rx)
    .map(({ at, after }) => [at / 1_000, after.rx])
}

/** A LACPDU of ours that knows what the other end says, with other values in its actor record. */
export function believable(station: Station, member: MemberName, actor: Partial<LacpIdentity>): Lacpdu {
  const port = portAt(station, member)
  return { version: 1, actor: { ...port.actor, ...actor }, partner: port.partner, collectorMaxDelay: 0 }
}

function note(station: Station, effect: LacpEffect & { readonly do: 'changed' }, now: number): void {
  const { before, after } = effect
  const leg = legsOf(station).find(({ member }) => member === after.id)
  leg?.history.push({ at: now, before, after })
}

function sendFrom(station: Station, effect: LacpEffect & { readonly do: 'send-lacpdu' }): void {
  const leg = legsOf(station).find(({ member }) => member === effect.port)
  if (leg !== undefined) sendFrame(leg, slowFrame(leg.mac, encodeLacpdu(effect.pdu)))
}
