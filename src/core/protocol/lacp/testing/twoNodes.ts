import type { LacpIdentity } from '../../../model/protocolView.ts'
import { createBag } from '../bag.ts'
import { NO_PARTNER } from '../identity.ts'
import { addLag, addPort, createLacpSystem, lacpInput, lacpSettle, lacpTransmit, nextDeadline } from '../system.ts'
import type { NewPort } from '../system.ts'
import { BIT } from '../types.ts'
import { goodPdu } from './ports.ts'
import type { LacpEffect, LacpInput, LacpLag, LacpPort, LacpSystem, Lacpdu } from '../types.ts'

/** A few LACP systems and cables in virtual time: frames before timers before commands, then one fix-point, then Tx. */
export interface Lab {
  now: number
  readonly systems: Map<string, LacpSystem>
  readonly cables: Cable[]
  frames: Pending[]
  commands: { readonly at: number; readonly run: () => void }[]
  /** Every LACPDU sent, times in milliseconds. */
  readonly sent: Sent[]
  /** Every visible change of a port, times in milliseconds. */
  readonly history: Change[]
}

export interface Cable {
  /** Ports as `system:port`. */
  readonly ends: readonly [string, string]
  /** Decides about each frame that is sent: its delay in milliseconds, or null for a lost frame. */
  carry: (from: string, at: number, pdu: Lacpdu) => number | null
  light: boolean
}

export interface Sent {
  readonly at: number
  readonly port: string
  readonly state: number
  readonly pdu: Lacpdu
}

export interface Change {
  readonly at: number
  readonly port: string
  readonly before: LacpPort
  readonly after: LacpPort
}

interface Pending {
  readonly at: number
  readonly to: string
  /** Asked on arrival: a test may answer what the port says at that time. */
  readonly pdu: () => Lacpdu
}

export interface NodeSpec {
  readonly system: string
  readonly systemPriority?: number
  readonly key?: number
  /** Port numbers, also their ids. */
  readonly ports?: readonly number[]
  readonly portPriority?: (port: number) => number
  readonly active?: boolean
  readonly short?: boolean
  readonly aggregatable?: boolean
  readonly muxControl?: NewPort['muxControl']
  readonly lacpVersion?: 1 | 2
  readonly waitToRestoreMs?: number
  readonly habits?: NewPort['habits']
  readonly partnerAdminState?: number
  readonly lag?: Partial<LacpLag>
}

export const MS = 1_000

export function createLab(): Lab {
  return { now: 0, systems: new Map(), cables: [], frames: [], commands: [], sent: [], history: [] }
}

/** Two systems, `a` (02:00:00:00:00:0a) and `b` (02:00:00:00:00:0b), joined port by port, all links up at 0. */
export function twoNodes(a: Partial<NodeSpec> = {}, b: Partial<NodeSpec> = {}): Lab {
  const lab = createLab()
  addNode(lab, 'a', { system: '02:00:00:00:00:0a', ...a })
  addNode(lab, 'b', { system: '02:00:00:00:00:0b', ...b })
  const peers = b.ports ?? [1]
  for (const [index, port] of (a.ports ?? [1]).entries()) addCable(lab, `a:${port}`, `b:${peers[index]}`)
  return lab
}

/** System `a` with nothing at the other end; its links are up from 0. */
export function alone(a: Partial<NodeSpec> = {}): Lab {
  const lab = createLab()
  addNode(lab, 'a', { system: '02:00:00:00:00:0a', ...a })
  for (const port of a.ports ?? [1]) {
    schedule(lab, 0, () => input(lab, `a:${port}`, { type: 'port-enabled', enabled: true }))
  }
  return lab
}

/** Makes a port hear, at each of these times in milliseconds, a LACPDU of `b` that knows what the port says then. */
export function hear(
  lab: Lab,
  end: string,
  times: number | readonly number[],
  actor: Partial<LacpIdentity> = {},
  partner: Partial<LacpIdentity> = {},
): void {
  for (const at of typeof times === 'number' ? [times] : times) {
    lab.frames.push({ at: at * MS, to: end, pdu: () => goodPdu(portAt(lab, end), actor, partner) })
  }
}

export function addNode(lab: Lab, name: string, spec: NodeSpec): void {
  const system = createLacpSystem()
  addLag(system, { id: 'lag', maxLinks: null, minLinks: 1, aggregators: 'one', ...spec.lag })
  for (const port of spec.ports ?? [1]) {
    addPort(system, {
      id: String(port),
      lag: 'lag',
      muxControl: spec.muxControl ?? 'coupled',
      lacpVersion: spec.lacpVersion ?? 1,
      waitToRestoreUs: (spec.waitToRestoreMs ?? 0) * MS,
      habits: spec.habits ?? 'standard',
      lacpEnabled: true,
      actor: {
        systemPriority: spec.systemPriority ?? 32768,
        system: spec.system,
        key: spec.key ?? 7,
        portPriority: spec.portPriority?.(port) ?? 255,
        port,
        state:
          (spec.active === false ? 0 : BIT.activity) |
          (spec.short === true ? BIT.timeout : 0) |
          (spec.aggregatable === false ? 0 : BIT.aggregation),
      },
      partnerAdmin: { ...NO_PARTNER, state: spec.partnerAdminState ?? 0 },
    })
  }
  lab.systems.set(name, system)
}

/** Lays a cable of 1 ms; its light comes on at `at` milliseconds. */
export function addCable(lab: Lab, one: string, other: string, at = 0): Cable {
  const cable: Cable = { ends: [one, other], carry: () => 1, light: false }
  lab.cables.push(cable)
  schedule(lab, at, () => setLight(lab, cable, true))
  return cable
}

export function setLight(lab: Lab, cable: Cable, light: boolean): void {
  cable.light = light
  for (const end of cable.ends) input(lab, end, { type: 'port-enabled', enabled: light })
}

/** Schedules a command at a time in milliseconds. */
export function schedule(lab: Lab, at: number, run: () => void): void {
  lab.commands.push({ at: at * MS, run })
}

/** The n-th cable. */
export function cableOf(lab: Lab, index = 0): Cable {
  const cable = lab.cables[index]
  if (cable === undefined) throw new Error(`No cable ${index}`)
  return cable
}

/** From `from` to `to` milliseconds no frame gets through: both ways, or only those sent by `sender`. */
export function silence(lab: Lab, from: number, to: number, sender?: string): void {
  for (const cable of lab.cables) {
    const before = cable.carry
    cable.carry = (end, at, pdu) => {
      const hit = at >= from && at < to && (sender === undefined || end.startsWith(`${sender}:`))
      return hit ? null : before(end, at, pdu)
    }
  }
}

export function portAt(lab: Lab, end: string): LacpPort {
  const [name = '', id = ''] = end.split(':')
  const port = lab.systems.get(name)?.ports.get(id)
  if (port === undefined) throw new Error(`No port ${end}`)
  return port
}

export function input(lab: Lab, end: string, what: LacpInput): void {
  const [name = '', id = ''] = end.split(':')
  const system = lab.systems.get(name)
  if (system !== undefined) lacpInput(system, id, what, lab.now)
}

/** Runs every instant up to and including `until` milliseconds. */
export function run(lab: Lab, until: number): void {
  for (;;) {
    const at = nextTime(lab)
    if (at === null || at > until * MS) break
    lab.now = at
    runInstant(lab)
  }
  lab.now = until * MS
}

/** Times in milliseconds at which a port sent, with the state octets it sent. */
export function sentBy(lab: Lab, end: string): { readonly at: number; readonly state: number }[] {
  return lab.sent.filter(({ port }) => port === end).map(({ at, state }) => ({ at, state }))
}

export function sendTimes(lab: Lab, end: string): number[] {
  return sentBy(lab, end).map(({ at }) => at)
}

/** When a port entered each value of a machine's state: `[ms, state]`, from the beginning of the run. */
export function steps(lab: Lab, end: string, field: 'rx' | 'mux' | 'selected' | 'periodic'): [number, string][] {
  return lab.history
    .filter(({ port, before, after }) => port === end && before[field] !== after[field])
    .map(({ at, after }) => [at, after[field]])
}

function nextTime(lab: Lab): number | null {
  let earliest: number | null = null
  const consider = (at: number | null) => {
    if (at !== null && (earliest === null || at < earliest)) earliest = at
  }
  for (const { at } of lab.frames) consider(at)
  for (const { at } of lab.commands) consider(at)
  for (const system of lab.systems.values()) for (const port of system.ports.values()) consider(nextDeadline(port))
  return earliest
}

function runInstant(lab: Lab): void {
  const arrived = lab.frames.filter(({ at }) => at <= lab.now)
  if (arrived.length > 0) lab.frames = lab.frames.filter(({ at }) => at > lab.now)
  for (const { to, pdu } of arrived) input(lab, to, { type: 'lacpdu', pdu: pdu() })

  for (const [name, system] of lab.systems) {
    for (const port of system.ports.values()) {
      const deadline = nextDeadline(port)
      if (deadline !== null && deadline <= lab.now) input(lab, `${name}:${port.id}`, { type: 'timers' })
    }
  }

  const due = lab.commands.filter(({ at }) => at <= lab.now)
  if (due.length > 0) lab.commands = lab.commands.filter(({ at }) => at > lab.now)
  for (const { run } of due) run()

  for (const [name, system] of lab.systems) {
    if (system.dirty.size === 0 && system.dirtyLags.size === 0 && system.toSend.size === 0) continue
    const out = createBag<LacpEffect>()
    lacpSettle(system, lab.now, out)
    lacpTransmit(system, lab.now, out)
    for (const effect of out.items) carryOut(lab, name, effect)
  }
}

function carryOut(lab: Lab, name: string, effect: LacpEffect): void {
  const at = lab.now / MS
  if (effect.do === 'changed') {
    lab.history.push({ at, port: `${name}:${effect.after.id}`, before: effect.before, after: effect.after })
    return
  }
  const from = `${name}:${effect.port}`
  lab.sent.push({ at, port: from, state: effect.pdu.actor.state, pdu: effect.pdu })
  for (const cable of lab.cables) {
    if (!cable.light || !cable.ends.includes(from)) continue
    const delay = cable.carry(from, at, effect.pdu)
    const to = cable.ends[0] === from ? cable.ends[1] : cable.ends[0]
    if (delay !== null) lab.frames.push({ at: lab.now + delay * MS, to, pdu: () => effect.pdu })
  }
}
