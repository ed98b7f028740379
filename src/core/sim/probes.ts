import { FATE, FATES } from './fates.ts'
import type { PlanDirection } from './plan.ts'
import { settleOutages } from './outages.ts'
import type { DirectionRuntime } from './directionState.ts'
import type { Frame, Hop, Loss, Probe } from './wireFrames.ts'
import type { Simulator } from './state.ts'
import { mixNumber } from './trace.ts'

const ARP_RETRY_US = 1_000_000
const ARP_RENEWAL_US = 30_000_000

export function createDirection(): DirectionRuntime {
  return {
    sent: 0,
    delivered: 0,
    lost: 0,
    duplicated: 0,
    startup: 0,
    nextSeq: 0,
    firstSeq: 0,
    settledSeq: 0,
    fate: new Uint8Array(FATES),
    sentAt: new Float64Array(FATES),
    doneAt: new Float64Array(FATES),
    everDelivered: false,
    path: null,
    loss: null,
    heardFrom: null,
    outages: [],
  }
}

/** Makes the next probe of a direction; it counts as sent whether or not its host can send it. */
export function nextProbe(sim: Simulator, index: number): Frame & { kind: 'data' } {
  const direction = directionAt(sim, index)
  const plan = sim.plan.directions[index]
  if (plan === undefined) throw new Error(`No flow direction ${index}`)
  const probe: Probe = {
    direction: index,
    seq: direction.nextSeq,
    sentAt: sim.now,
    copies: 1,
    delivered: false,
    loss: null,
  }
  direction.fate[probe.seq % FATES] = FATE.inFlight
  direction.sentAt[probe.seq % FATES] = sim.now
  direction.nextSeq += 1
  direction.sent += 1
  const { from: source, vlan } = plan
  return { kind: 'data', source, destination: addressFor(sim, plan), vlan, probe, path: null }
}

/** A host that answers to whom it heard sends there what it would send to its gateway. */
function addressFor(sim: Simulator, { index, from, to, hop }: PlanDirection): number {
  if (hop === to || sim.plan.devices[from]?.answersSender !== true) return hop
  return sim.directions[index ^ 1]?.heardFrom ?? hop
}

/**
 * A host asks for the address of the other before its first probe, every second until it gets through, and again when
 * the answer is old. Source: Linux kernel documentation, "IP Sysctl", neigh/default/retrans_time_ms (1 s) and
 * base_reachable_time_ms (30 s); hosts there renew a known address by unicast first.
 */
export function asksNow(sim: Simulator, index: number): boolean {
  const direction = directionAt(sim, index)
  const every = direction.everDelivered ? ARP_RENEWAL_US : ARP_RETRY_US
  return direction.nextSeq % Math.max(1, Math.round(every / sim.probeUs)) === 0
}

/** A copy is gone. When it was the last one and none was delivered, the probe is lost. */
export function loseCopy(sim: Simulator, probe: Probe, loss: Loss): void {
  probe.copies -= 1
  probe.loss = loss
  if (probe.copies > 0 || probe.delivered) return
  const direction = directionAt(sim, probe.direction)
  if (probe.seq < direction.firstSeq) return
  direction.lost += 1
  if (!direction.everDelivered) direction.startup += 1
  direction.loss = probe.loss
  finish(sim, direction, probe, FATE.lost, direction.path)
}

/** A copy reached its host. */
export function deliverCopy(sim: Simulator, frame: Frame & { kind: 'data' }): void {
  const { probe } = frame
  const direction = directionAt(sim, probe.direction)
  direction.heardFrom = frame.source
  probe.copies -= 1
  if (probe.seq < direction.firstSeq) {
    probe.delivered = true
    direction.everDelivered = true
    direction.path = frame.path
    return
  }
  if (probe.delivered) {
    direction.duplicated += 1
    return
  }
  probe.delivered = true
  direction.delivered += 1
  direction.everDelivered = true
  finish(sim, direction, probe, FATE.delivered, frame.path)
  direction.path = frame.path
}

export function inFlight(direction: DirectionRuntime): number {
  return direction.sent - direction.delivered - direction.lost
}

/** Forgets what was counted: time zero of a settled run. Probes under way then are not counted at all. */
export function restartCounting(direction: DirectionRuntime): void {
  direction.sent = 0
  direction.delivered = 0
  direction.lost = 0
  direction.duplicated = 0
  direction.startup = 0
  direction.firstSeq = direction.nextSeq
  direction.settledSeq = direction.nextSeq
  direction.outages.length = 0
}

function finish(sim: Simulator, direction: DirectionRuntime, probe: Probe, fate: number, path: Hop | null): void {
  direction.fate[probe.seq % FATES] = fate
  direction.doneAt[probe.seq % FATES] = sim.now
  mixNumber(sim, probe.seq * 4 + fate)
  settleOutages(sim, direction, path)
}

function directionAt(sim: Simulator, index: number): DirectionRuntime {
  const direction = sim.directions[index]
  if (direction === undefined) throw new Error(`No flow direction ${index}`)
  return direction
}
