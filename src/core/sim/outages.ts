import { FATE, fateOf } from './fates.ts'
import type { DirectionRuntime, Mark, OutageRuntime, RestsOn } from './directionState.ts'
import type { Hop, Loss } from './wireFrames.ts'
import type { Simulator } from './state.ts'

/**
 * Goes through probes in the order of sending, as far as their fate is known. An outage runs from the sending of the
 * first lost probe to that of the next delivered one. Losses before the first delivery are start-up, not outage.
 * `latest` are the cables of the probe that was delivered last.
 */
export function settleOutages(sim: Simulator, direction: DirectionRuntime, latest: Hop | null): void {
  while (direction.settledSeq < direction.nextSeq) {
    const { fate, sentAt, doneAt } = fateOf(direction, direction.settledSeq)
    if (fate === FATE.inFlight) return
    direction.settledSeq += 1
    const last = direction.outages.at(-1)
    const open = last !== undefined && last.endAt === null ? last : null
    if (fate === FATE.delivered && open !== null) close(sim, open, sentAt, doneAt, direction.loss, latest)
    else if (fate === FATE.lost && open === null && direction.everDelivered) {
      direction.outages.push(begin(sim, direction, sentAt, doneAt))
    }
  }
}

/** Cables of a path, in the order in which the probe took them. */
export function linksOf(path: Hop | null): readonly number[] {
  const links: number[] = []
  for (let hop = path; hop !== null; hop = hop.before) links.push(hop.link)
  return links.toReversed()
}

/** What is known of an open outage now: the trigger and, once a machine noticed it, the end of the first phase. */
export function explainOpen(sim: Simulator, outage: OutageRuntime): OutageRuntime {
  const notice = noticeOf(sim, outage, sim.now)
  if (notice === null) return outage
  return {
    ...outage,
    detectUs: Math.max(0, notice.at - outage.startAt),
    detectEvent: notice.seq,
    restsOn: together(outage.restsOn, notice.restsOn),
  }
}

function begin(sim: Simulator, direction: DirectionRuntime, startAt: number, lossAt: number): OutageRuntime {
  return {
    startAt,
    lossAt,
    pathBefore: direction.path,
    loss: null,
    pathAfter: null,
    endAt: null,
    detectUs: null,
    decideUs: null,
    restoreUs: null,
    detectEvent: null,
    decideEvent: null,
    ...startedBy(sim, triggerOf(sim, direction.path, direction.loss, lossAt)),
  }
}

function startedBy(sim: Simulator, trigger: Mark | null) {
  const fault = trigger?.kind === 'reaction' ? latest(sim, trigger.at, (mark) => mark.kind === 'failure') : trigger
  return {
    triggerMark: trigger,
    reactionUs: trigger === null || fault === null ? null : trigger.at - fault.at,
    trigger: trigger === null ? 'no event explains it' : (sim.events[trigger.seq]?.text ?? ''),
    triggerEvent: trigger?.seq ?? null,
    restsOn: trigger?.restsOn ?? [],
  }
}

/** Divides the interval: up to the first notice, up to the last forwarding change it needed, up to the next delivery. */
function close(
  sim: Simulator,
  outage: OutageRuntime,
  endAt: number,
  arrivedAt: number,
  loss: Loss | null,
  pathAfter: Hop | null,
): void {
  outage.endAt = endAt
  outage.loss = loss
  outage.pathAfter = pathAfter
  // Where probes were lost to the end tells which of several faults of one instant it was.
  const lasting = triggerOf(sim, outage.pathBefore, loss, outage.lossAt)
  if (lasting !== null && lasting.seq !== outage.triggerMark?.seq) Object.assign(outage, startedBy(sim, lasting))
  const notice = noticeOf(sim, outage, arrivedAt)
  const from = notice?.at ?? outage.triggerMark?.at ?? outage.startAt
  const devices = devicesAlong(sim, [...linksOf(outage.pathBefore), ...linksOf(pathAfter)])
  const change = latest(
    sim,
    arrivedAt,
    (mark) => mark.kind === 'forwarding' && mark.at >= from && mark.devices.some((device) => devices.has(device)),
  )
  const within = (at: number) => Math.min(Math.max(at, outage.startAt), endAt)
  const noticed = within(from)
  const decided = Math.max(noticed, within(change?.at ?? from))
  outage.detectUs = noticed - outage.startAt
  outage.decideUs = decided - noticed
  outage.restoreUs = endAt - decided
  outage.detectEvent = notice?.seq ?? null
  outage.decideEvent = change?.seq ?? null
  outage.restsOn = together(outage.restsOn, notice?.restsOn ?? [], change?.restsOn ?? [])
}

/** Each once. */
function together(...lists: readonly (readonly RestsOn[])[]): readonly RestsOn[] {
  return lists.flat().filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at)
}

function isSame(a: RestsOn, b: RestsOn): boolean {
  return a.device === b.device && a.key === b.key
}

/**
 * The latest fault, reaction or repair that touches the path; without one, the latest at all. Of those at one instant,
 * the one on the cable that took the probe.
 */
function triggerOf(sim: Simulator, path: Hop | null, loss: Loss | null, lossAt: number): Mark | null {
  const isTrigger = (mark: Mark) => mark.kind === 'failure' || mark.kind === 'reaction' || mark.kind === 'repair'
  const links = new Set(linksOf(path))
  const devices = devicesAlong(sim, links)
  const touches = (mark: Mark) => mark.links.some((l) => links.has(l)) || mark.devices.some((d) => devices.has(d))
  const found = latest(sim, lossAt, (mark) => isTrigger(mark) && touches(mark))
  if (found === null) return latest(sim, lossAt, isTrigger)
  const lostOn = loss?.path?.link ?? -1
  return (
    latest(sim, found.at, (mark) => isTrigger(mark) && mark.at === found.at && mark.links.includes(lostOn)) ?? found
  )
}

function noticeOf(sim: Simulator, outage: OutageRuntime, until: number): Mark | null {
  const trigger = outage.triggerMark
  if (trigger === null) return null
  const links = new Set(trigger.links)
  const devices = new Set(trigger.devices)
  for (let at = trigger.seq; at < sim.marks.length; at += 1) {
    const mark = sim.marks[at]
    if (mark === undefined || mark.at > until) return null
    if (mark.kind !== 'notice') continue
    const near = mark.links.some((link) => links.has(link) || endsAt(sim, link, devices))
    if (near || mark.devices.some((device) => devices.has(device))) return mark
  }
  return null
}

function latest(sim: Simulator, until: number, wanted: (mark: Mark) => boolean): Mark | null {
  for (let at = sim.marks.length - 1; at >= 0; at -= 1) {
    const mark = sim.marks[at]
    if (mark !== undefined && mark.at <= until && wanted(mark)) return mark
  }
  return null
}

function devicesAlong(sim: Simulator, links: Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>()
  for (const link of links) {
    for (const port of sim.plan.links[link]?.ports ?? []) {
      const device = sim.plan.ports[port]?.device
      if (device !== undefined) found.add(device)
    }
  }
  return found
}

function endsAt(sim: Simulator, link: number, devices: ReadonlySet<number>): boolean {
  return (sim.plan.links[link]?.ports ?? []).some((port) => devices.has(sim.plan.ports[port]?.device ?? -1))
}
