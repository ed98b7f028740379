import type { LinkId } from '../model/ids.ts'
import type {
  DeviceView,
  DirectionView,
  LacpView,
  LagView,
  LinkView,
  OutageWays,
  PortView,
  RunView,
  StateWord,
} from '../model/runView.ts'
import { partnerTimeoutUs } from '../protocol/lacp/receive.ts'
import { isDistributing } from '../protocol/lacp/system.ts'
import type { LacpPort } from '../protocol/lacp/types.ts'
import { domainView } from './domains.ts'
import { loadViews } from './loads.ts'
import { macTable } from './macTable.ts'
import { explainOpen, linksOf } from './outages.ts'
import type { PlanLag, PlanPort } from './plan.ts'
import { inFlight } from './probes.ts'
import { upstreamOf } from './uplinks.ts'
import { stpReason, stpView, stpWaitsUntil } from './stpPorts.ts'
import type { FailureRuntime } from './course.ts'
import type { Hop, Loss } from './wireFrames.ts'
import type { OutageRuntime } from './directionState.ts'
import type { Simulator } from './state.ts'

/** Everything a page or a report shows of the present instant. Times are reported times. */
export function viewOf(sim: Simulator): RunView {
  return {
    now: sim.now - sim.zero,
    settled: sim.settled,
    ports: sim.plan.ports.map((port) => portView(sim, port)),
    links: linkViews(sim),
    devices: sim.plan.devices.map(({ index }) => deviceView(sim, index)),
    lags: sim.plan.lags.map((lag) => lagView(sim, lag)),
    domains: sim.plan.domains.map((domain) => domainView(sim, domain)),
    directions: sim.plan.directions.map(({ index }) => directionView(sim, index)),
    loads: loadViews(sim),
  }
}

export function portView(sim: Simulator, port: PlanPort): PortView {
  const state = sim.ports[port.index]
  const lacp = sim.devices[port.device]?.lacp.ports.get(String(port.index)) ?? null
  const { word, reason } = stateOf(sim, port, lacp)
  return {
    port: port.id,
    state: word,
    reason,
    carrier: state?.carrier ?? false,
    carrierLosses: state?.carrierLosses ?? 0,
    lacp: lacp === null ? null : lacpView(sim, lacp),
    stp: stpView(sim, port),
    suspended: state?.held ?? state?.standby ?? null,
    waitsUntil: waitsUntil(sim, port, lacp),
  }
}

export function linkViews(sim: Simulator): readonly LinkView[] {
  const flows = sim.plan.links.map((): string[] => [])
  for (const { index, flow, direction } of sim.plan.directions) {
    const runtime = sim.directions[index]
    if (!runtime || runtime.outages.at(-1)?.endAt === null) continue
    for (const link of linksOf(runtime.path)) flows[link]?.push(`${flow}:${direction}`)
  }
  return sim.plan.links.map(({ id, index, ports }) => {
    const [a, b] = ports.map((port) => sim.plan.ports[port])
    const active = sim.failures.filter((f) => f.repairedAt === null && touchesLink(sim, f, index))
    const ends = [a, b].map((port) => (port ? stateOf(sim, port, machineOf(sim, port)).word : 'unknown'))
    return {
      link: id,
      state: worst(ends),
      failures: active.map((f) => f.active),
      flows: flows[index] ?? [],
    }
  })
}

export function deviceView(sim: Simulator, index: number): DeviceView {
  const device = sim.devices[index]
  const plan = sim.plan.devices[index]
  if (!device || !plan) throw new Error(`No device ${index}`)
  const active = sim.failures.filter((f) => f.repairedAt === null && touchesDevice(sim, f, index))
  return {
    device: plan.id,
    power: device.power ? 'on' : 'off',
    failures: active.map((f) => f.active),
    macs: device.bridge?.fdb.size ?? 0,
    table: macTable(sim, index),
    floods: sim.loads.floods[index] ?? 0,
    upstream: upstreamOf(sim, index),
  }
}

export function lagView(sim: Simulator, lag: PlanLag): LagView {
  const state = sim.lags[lag.index]
  // Members in use come first: one that stays out may hear another partner.
  const inUse = [...(state?.distributing ?? []), ...lag.ports]
  const heard = inUse.map((port) => sim.devices[lag.device]?.lacp.ports.get(String(port)))
  const partner = heard.find((member) => member?.rx === 'current')?.partner
  const idOf = (port: number) => {
    const id = sim.plan.ports[port]?.id
    return id === undefined ? [] : [id]
  }
  const device = sim.plan.devices[lag.device]
  if (!device) throw new Error(`Lag ${lag.name} has no device`)
  return {
    bond: lag.bond,
    device: device.id,
    name: lag.name,
    role: lag.role,
    mlagId: lag.role === 'mlag' ? lag.channel : null,
    mode: lag.end.mode,
    partnerSystem: partner?.system ?? null,
    partnerKey: partner?.key ?? null,
    operational: state?.up ?? false,
    members: lag.ports.flatMap(idOf),
    distributing: (state?.distributing ?? []).flatMap(idOf),
  }
}

export function directionView(sim: Simulator, index: number): DirectionView {
  const direction = sim.directions[index]
  const plan = sim.plan.directions[index]
  if (!direction || !plan) throw new Error(`No flow direction ${index}`)
  return {
    flow: plan.flow,
    direction: plan.direction,
    sent: direction.sent,
    delivered: direction.delivered,
    lost: direction.lost,
    inFlight: inFlight(direction),
    duplicated: direction.duplicated,
    startup: direction.startup,
    outages: direction.outages.map((runtime) => {
      const outage = runtime.endAt === null ? explainOpen(sim, runtime) : runtime
      return {
        startAt: outage.startAt - sim.zero,
        endAt: outage.endAt === null ? null : outage.endAt - sim.zero,
        detectUs: outage.detectUs,
        decideUs: outage.decideUs,
        restoreUs: outage.restoreUs,
        reactionUs: outage.reactionUs,
        trigger: outage.trigger,
        triggerEvent: outage.triggerEvent,
        detectEvent: outage.detectEvent,
        decideEvent: outage.decideEvent,
        assumed: outage.restsOn.length > 0,
        restsOn: outage.restsOn.flatMap(({ device, key }) => {
          const id = sim.plan.devices[device]?.id
          return id === undefined ? [] : [{ device: id, key }]
        }),
        ways: waysOf(sim, outage, direction.loss),
      }
    }),
    path: linkIds(sim, direction.path),
  }
}

/** While an outage is open its loss is the direction's last one. */
function waysOf(sim: Simulator, outage: OutageRuntime, latest: Loss | null): OutageWays {
  const loss = outage.endAt === null ? latest : outage.loss
  return {
    before: linkIds(sim, outage.pathBefore),
    during: linkIds(sim, loss?.path ?? null),
    lost: loss?.why ?? '',
    after: outage.endAt === null ? null : linkIds(sim, outage.pathAfter),
  }
}

function linkIds(sim: Simulator, path: Hop | null): readonly LinkId[] {
  return linksOf(path).flatMap((link) => sim.plan.links[link]?.id ?? [])
}

function lacpView(sim: Simulator, port: LacpPort): LacpView {
  const forgottenAt = port.rx === 'current' ? port.timers['current-while'] : null
  return {
    rx: port.rx,
    periodic: port.periodic,
    mux: port.mux,
    selected: port.selected,
    actor: port.actor,
    partner: port.partner,
    rxSince: port.rxSince - sim.zero,
    muxSince: port.muxSince - sim.zero,
    heardAt: forgottenAt === null ? null : forgottenAt - partnerTimeoutUs(port) - sim.zero,
    pdusSent: port.counters.lacpdusTx,
    pdusReceived: port.counters.lacpdusRx,
    churn: {
      actor: port.actorChurn,
      partner: port.partnerChurn,
      actorCount: port.counters.actorChurns,
      partnerCount: port.counters.partnerChurns,
    },
  }
}

function stateOf(sim: Simulator, port: PlanPort, lacp: LacpPort | null): { word: StateWord; reason: string | null } {
  const state = sim.ports[port.index]
  if (!sim.devices[port.device]?.power) return { word: 'down', reason: 'the device is off' }
  if (state?.held) return { word: 'suspended', reason: state.held.text }
  if (state?.shut) return { word: 'down', reason: state.shut.text }
  if (!state?.carrier) return { word: 'down', reason: 'no carrier' }
  if (state.standby) return { word: 'standby', reason: state.standby.text }
  const forwarding = stpReason(sim, port) ?? { word: 'forwarding', reason: null }
  const lag = sim.lags[port.lag]
  const unused = sim.plan.lags[port.lag]?.options.netboot === true && lag?.distributing.includes(port.index) === false
  if (unused) return { word: 'standby', reason: 'no bonding yet: another cable of it is used' }
  if (port.lag < 0 || lacp === null) return forwarding
  if (state.fallback === 'individual' || lag?.distributing.includes(port.index)) return forwarding
  if (lacp.rx === 'expired')
    return { word: 'waiting', reason: 'LACP partner not heard; waits for it before it gives up' }
  if (lacp.rx === 'defaulted') {
    const waits = state.fallbackAt !== null && state.fallbackAt > sim.now
    return waits
      ? { word: 'waiting', reason: 'no LACP partner; waits for LACP fallback' }
      : { word: 'down', reason: 'no LACP partner' }
  }
  if (isDistributing(lacp)) return { word: 'standby', reason: 'fewer members than min-links' }
  if (lacp.selected === 'standby') return { word: 'standby', reason: 'the port-channel has enough members' }
  if (lacp.selected === 'unselected')
    return { word: 'standby', reason: 'another partner system or key than the running members' }
  if (lacp.mux === 'waiting') return { word: 'waiting', reason: 'LACP aggregate wait' }
  return { word: 'waiting', reason: 'waits for the partner to be in sync' }
}

function waitsUntil(sim: Simulator, port: PlanPort, lacp: LacpPort | null): number | null {
  const peer = sim.devices[port.device]?.peer
  const held = sim.ports[port.index]?.held ?? sim.ports[port.index]?.standby
  const restore = held && peer ? (peer.timers['member-restore'] ?? peer.timers['member-stagger']) : null
  const until = restore ?? lacp?.timers['wait-while'] ?? (lacp?.rx === 'expired' ? lacp.timers['current-while'] : null)
  const fallback = sim.ports[port.index]?.fallbackAt ?? null
  const last =
    until ??
    (fallback !== null && fallback > sim.now ? fallback : null) ??
    (sim.ports[port.index]?.carrier ? stpWaitsUntil(sim, port) : null)
  return last === null ? null : last - sim.zero
}

function machineOf(sim: Simulator, port: PlanPort): LacpPort | null {
  return sim.devices[port.device]?.lacp.ports.get(String(port.index)) ?? null
}

/** By what it does now; while it rests between two phases, by all that it does. */
function touchesLink(sim: Simulator, { impairments, course }: FailureRuntime, link: number): boolean {
  const done = impairments.length > 0 ? impairments : course.phases.flatMap((phase) => phase.impairments)
  return done.some((i) => {
    if (i.on === 'cabling') return i.moves.some((move) => move.link === link || drawnIn(sim, move.port) === link)
    return (i.on === 'link' && i.link === link) || (i.on === 'port' && drawnIn(sim, i.port) === link)
  })
}

function drawnIn(sim: Simulator, port: number): number | undefined {
  return sim.plan.ports[port]?.link
}

/** Done to the device, or to what it is; a reload is one from its beginning, when only ports are dark. */
function touchesDevice(sim: Simulator, { active, course }: FailureRuntime, device: number): boolean {
  if (active.target === sim.plan.devices[device]?.name) return true
  return course.phases.some(({ impairments }) =>
    impairments.some((i) => {
      if (i.on === 'twin') return i.host === device
      if (i.on === 'mac-sync') return sim.plan.devices[device]?.domain === i.domain
      return (i.on === 'device' || i.on === 'config') && i.device === device
    }),
  )
}

/** A cable is as good as its worse end. */
function worst(states: readonly StateWord[]): StateWord {
  return SEVERITY.find((word) => states.includes(word)) ?? 'unknown'
}

// A held end keeps the far end dark: the hold is the news.
const SEVERITY: readonly StateWord[] = ['suspended', 'down', 'blocked', 'waiting', 'standby', 'unknown', 'forwarding']
