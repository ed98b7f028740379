import type { BridgeId, Bpdu } from './bpdu.ts'
import { runState } from './change.ts'
import { runInformation } from './information.ts'
import { runMigration } from './migration.ts'
import { runRole } from './roles.ts'
import { selectRoles } from './selection.ts'
import { HELD, MIGRATE_S, portDeadline, start } from './timers.ts'
import { transmit } from './transmit.ts'
import {
  RSTP_TIMERS,
  type BridgeConfig,
  type PortConfig,
  type PortStanding,
  type RstpBridge,
  type RstpEffect,
  type RstpInput,
  type RstpPort,
} from './types.ts'
import { ownTimes, ownVector, portId } from './vector.ts'

/** A bridge without ports: the root of its own tree. */
export function createBridge(config: BridgeConfig): RstpBridge {
  return {
    config,
    ports: new Map(),
    rootVector: ownVector(config, 0),
    rootTimes: ownTimes(config),
    rootPort: null,
    topologyChanges: 0,
    generation: 0,
    dirty: new Set(),
    toSend: new Set(),
    flushes: new Set(),
    before: new Map(),
  }
}

/** Adds a port that is down. */
export function addPort(bridge: RstpBridge, config: PortConfig): void {
  const vector = ownVector(bridge.config, portId(config.priority, config.number))
  const times = ownTimes(bridge.config)
  bridge.ports.set(config.number, {
    config,
    enabled: false,
    guarded: 'none',
    migration: 'checking-rstp',
    edge: config.edge ? 'edge' : 'not-edge',
    info: 'disabled',
    roleState: 'init-port',
    state: 'discarding',
    change: 'inactive',
    infoIs: 'disabled',
    role: 'disabled',
    selectedRole: 'disabled',
    agree: false,
    agreed: false,
    disputed: false,
    forward: false,
    learn: false,
    mcheck: false,
    newInfo: false,
    operEdge: config.edge,
    proposed: false,
    proposing: false,
    rcvdMsg: null,
    rcvdRstp: false,
    rcvdStp: false,
    rcvdTc: false,
    rcvdTcAck: false,
    rcvdTcn: false,
    reRoot: false,
    reselect: true,
    selected: false,
    sendRstp: true,
    sync: false,
    synced: true,
    tcAck: false,
    tcProp: false,
    updtInfo: false,
    txCount: 0,
    portVector: vector,
    portTimes: times,
    designatedVector: vector,
    designatedTimes: times,
    timers: {
      fd: HELD,
      hello: null,
      'rcvd-info': null,
      rr: null,
      rb: null,
      tc: null,
      'edge-delay': null,
      mdelay: null,
      tx: null,
    },
    counters: { rstRx: 0, configRx: 0, tcnRx: 0, discardedRx: 0, tx: 0 },
  })
  bridge.dirty.add(config.number)
}

/**
 * Feeds one input to a port. Call order within one instant: every input (frames before timers), then `rstpSettle`,
 * then `rstpTransmit`. Two BPDUs of one instant on one port are taken one after the other.
 */
export function rstpInput(bridge: RstpBridge, number: number, input: RstpInput, now: number, out: RstpEffect[]): void {
  const port = bridge.ports.get(number)
  if (port === undefined) return
  touch(bridge, port)
  switch (input.type) {
    case 'enabled':
      setEnabled(bridge, port, input.enabled, now)
      return
    case 'mcheck':
      port.mcheck = true
      return
    case 'bpdu':
      if (port.rcvdMsg !== null) {
        rstpSettle(bridge, now, out)
        touch(bridge, port)
      }
      receive(bridge, port, input.bpdu, now)
  }
}

/** Takes every timer whose deadline has come. */
export function rstpTimers(bridge: RstpBridge, now: number, out: RstpEffect[]): void {
  for (const [number, port] of bridge.ports) {
    for (const timer of RSTP_TIMERS) {
      const deadline = port.timers[timer]
      if (deadline === null || deadline > now) continue
      port.timers[timer] = null
      touch(bridge, port)
      switch (timer) {
        case 'hello':
          bridge.toSend.add(number)
          break
        case 'tx':
          port.txCount -= 1
          if (port.txCount > 0) start(port, 'tx', 1, now)
          bridge.toSend.add(number)
          break
        case 'rr':
        case 'rb':
          // The root port may be waiting for these.
          for (const other of bridge.ports.values()) touch(bridge, other)
          break
        case 'rcvd-info':
          if (port.infoIs === 'received') out.push({ do: 'aged', port: number })
          break
        case 'fd':
        case 'tc':
        case 'edge-delay':
        case 'mdelay':
          break
      }
    }
  }
}

/** Lets the machines run until nothing changes any more. Returns whether a role or a state changed. */
export function rstpSettle(bridge: RstpBridge, now: number, out: RstpEffect[]): boolean {
  for (let rounds = 0; bridge.dirty.size > 0; rounds += 1) {
    if (rounds > MAX_ROUNDS) throw new Error('Spanning tree machines do not come to rest')
    const batch = [...bridge.dirty]
    bridge.dirty.clear()
    for (const number of batch) {
      const port = bridge.ports.get(number)
      if (port !== undefined) runPort(bridge, port, now)
    }
    selectRoles(bridge)
  }
  for (const port of bridge.flushes) out.push({ do: 'flush', port })
  bridge.flushes.clear()
  let changed = false
  for (const [number, before] of bridge.before) {
    const port = bridge.ports.get(number)
    if (port === undefined) continue
    if (port.newInfo) bridge.toSend.add(number)
    const after = standing(port)
    if (before.role === after.role && before.state === after.state && before.guarded === after.guarded) continue
    out.push({ do: 'changed', port: number, before, after })
    changed = true
  }
  bridge.before.clear()
  return changed
}

/** Sends at most one BPDU from every port that has something to say, as far as the hold count allows. */
export function rstpTransmit(bridge: RstpBridge, now: number, out: RstpEffect[]): void {
  for (const number of bridge.toSend) {
    const port = bridge.ports.get(number)
    const bpdu = port === undefined ? null : transmit(bridge, port, now)
    if (bpdu !== null) out.push({ do: 'send', port: number, bpdu })
  }
  bridge.toSend.clear()
}

/** Earliest deadline of a bridge, null when no timer runs. */
export function rstpDeadline(bridge: RstpBridge): number | null {
  let earliest: number | null = null
  for (const port of bridge.ports.values()) {
    const deadline = portDeadline(port)
    if (deadline !== null && (earliest === null || deadline < earliest)) earliest = deadline
  }
  return earliest
}

/** The bridge goes by another id from now on; the whole tree is computed anew. */
export function setBridgeId(bridge: RstpBridge, id: BridgeId): void {
  if (bridge.config.id.mac === id.mac && bridge.config.id.priority === id.priority) return
  bridge.config = { ...bridge.config, id }
  for (const port of bridge.ports.values()) {
    touch(bridge, port)
    port.reselect = true
    port.selected = false
  }
}

/** A port is configured otherwise from now on; whether it is an edge counts when its link comes up the next time. */
export function setPort(bridge: RstpBridge, config: PortConfig): void {
  const port = bridge.ports.get(config.number)
  if (port === undefined || (port.config.guard === config.guard && port.config.edge === config.edge)) return
  touch(bridge, port)
  port.config = config
  port.guarded = 'none'
  port.reselect = true
  port.selected = false
}

function setEnabled(bridge: RstpBridge, port: RstpPort, enabled: boolean, now: number): void {
  if (port.enabled === enabled) return
  bridge.generation += 1
  port.enabled = enabled
  if (!enabled) {
    port.timers.hello = null
    port.timers.tx = null
    port.txCount = 0
    return
  }
  port.guarded = 'none'
  port.migration = 'checking-rstp'
  port.sendRstp = true
  port.rcvdRstp = false
  port.rcvdStp = false
  start(port, 'mdelay', MIGRATE_S, now)
  start(port, 'hello', bridge.config.helloTime, now)
  port.newInfo = true
}

/** Port receive. Source: IEEE 802.1D-2004, 17.23 and figure 17-14; checks of 9.3.4. */
function receive(bridge: RstpBridge, port: RstpPort, bpdu: Bpdu, now: number): void {
  const { counters } = port
  if (bpdu.type === 'rst') counters.rstRx += 1
  else if (bpdu.type === 'config') counters.configRx += 1
  else counters.tcnRx += 1
  if (!port.enabled || (bpdu.type !== 'tcn' && bpdu.messageAge >= bpdu.maxAge)) {
    counters.discardedRx += 1
    return
  }
  if (port.config.guard === 'bpdu') {
    bridge.generation += 1
    port.guarded = 'bpdu'
    port.enabled = false
    counters.discardedRx += 1
    return
  }
  if (bpdu.type === 'rst') port.rcvdRstp = true
  else port.rcvdStp = true
  port.operEdge = false
  start(port, 'edge-delay', MIGRATE_S, now)
  port.rcvdMsg = bpdu
}

/** Runs all machines of a port until they rest. */
function runPort(bridge: RstpBridge, port: RstpPort, now: number): void {
  const subject = { bridge, port, now }
  touch(bridge, port)
  bridge.dirty.delete(port.config.number)
  for (let steps = 0, moves = true; moves; steps += 1) {
    if (steps > MAX_ROUNDS) throw new Error('Spanning tree machines of a port do not come to rest')
    const known = port.portVector
    const lasting = [runMigration(subject), runRole(subject), runState(subject)].includes(true)
    moves = runInformation(subject) || lasting
    if (lasting || port.portVector !== known) bridge.generation += 1
  }
}

function touch(bridge: RstpBridge, port: RstpPort): void {
  const { number } = port.config
  bridge.dirty.add(number)
  if (!bridge.before.has(number)) bridge.before.set(number, standing(port))
}

function standing({ role, state, guarded }: RstpPort): PortStanding {
  return { role, state, guarded }
}

/** Far more than any cascade of transitions takes: beyond it a table is wrong. */
const MAX_ROUNDS = 10_000
