import { whyNotReady } from '../protocol/mlag/adjacency.ts'
import { mismatchText } from '../protocol/mlag/consistency.ts'
import { peerInner } from './peerInner.ts'
import { actsAsPrimary, isSynced, type PeerState } from '../protocol/mlag/peerState.ts'
import { roleText } from '../protocol/mlag/role.ts'
import type { PeerView } from '../model/peerView.ts'
import type { DomainStatus, DomainView } from '../model/runView.ts'
import { gatewayViews } from './gatewayView.ts'
import { consistencyView } from './consistencyView.ts'
import type { PlanDomain, PlanLag } from './plan.ts'
import type { Simulator } from './state.ts'
import { upstreamOf } from './uplinks.ts'

type Step = 1 | 2 | 3 | 4

/** Notes when a domain forwards on both peers for the first time; failures are reactions (step 4) only after that. */
export function noteActive(sim: Simulator, domain: PlanDomain): void {
  const state = sim.domains[domain.index]
  if (!state || state.reachedActive) return
  const peers = peersOf(sim, domain)
  state.reachedActive = peers.every((peer) => peer !== null && isSynced(peer)) && legsDown(sim, domain).length === 0
}

/** What an observer who sees both peers says, and what each peer believes. */
export function domainView(sim: Simulator, domain: PlanDomain): DomainView {
  const [a, b] = peersOf(sim, domain)
  const reached = sim.domains[domain.index]?.reachedActive ?? false
  const peerLink = peerLinkOf(sim, domain)
  const keepalive = keepaliveOf(sim, domain)
  const dualActive = bothAct(a, b)
  const missing = legsDown(sim, domain)
  const views: [PeerView, PeerView] = [viewOf(sim, domain, 0), viewOf(sim, domain, 1)]
  const ordinary = Math.min(views[0].step, views[1].step)
  const troubled = peerLink !== 'up' || keepalive === 'lost' || keepalive === 'degraded' || missing.length > 0
  const step: Step = reached ? (troubled || ordinary < 3 ? 4 : 3) : asStep(ordinary)
  return {
    domain: domain.id,
    step,
    status: statusOf(sim, domain, step, dualActive, missing.length),
    reasons: reasonsOf(sim, domain, missing),
    peerLink,
    keepalive,
    dualActive,
    views,
    consistency: consistencyView(sim, domain),
    gateways: gatewayViews(sim, domain),
    timer: timerOf(sim, domain),
  }
}

/** Both powered, and each forwards as the responsible peer. */
function bothAct(a: PeerState | null, b: PeerState | null): boolean {
  return a !== null && b !== null && actsAsPrimary(a) && actsAsPrimary(b)
}

function peersOf(sim: Simulator, domain: PlanDomain): readonly [PeerState | null, PeerState | null] {
  return [sim.devices[domain.peers[0]]?.peer ?? null, sim.devices[domain.peers[1]]?.peer ?? null]
}

function viewOf(sim: Simulator, domain: PlanDomain, at: 0 | 1): PeerView {
  const index = domain.peers[at]
  const device = sim.plan.devices[index]
  const peer = sim.devices[index]?.peer ?? null
  if (!device) throw new Error(`Domain ${domain.name} has no peer ${at}`)
  if (peer === null) {
    return {
      device: device.id,
      role: 'off',
      peer: 'unknown',
      peerLink: 'down',
      keepalive: domain.configs[at].hasKeepalive ? 'lost' : 'none',
      step: 1,
      inner: null,
    }
  }
  const alive = peer.adjacent || peer.keepalive === 'alive'
  return {
    device: device.id,
    role: roleText(peer),
    peer: alive ? 'alive' : peer.everAdjacent || peer.keepaliveHeardAt !== null ? 'lost' : 'unknown',
    peerLink: peer.peerLinkUp ? 'up' : 'down',
    keepalive: peer.keepalive,
    step: !peer.adjacent ? 1 : isSynced(peer) ? 3 : 2,
    inner: peerInner(peer, sim.zero),
  }
}

function statusOf(
  sim: Simulator,
  domain: PlanDomain,
  step: Step,
  dualActive: boolean,
  legsMissing: number,
): DomainStatus {
  const [a, b] = peersOf(sim, domain)
  if (a === null && b === null) return 'down'
  if (dualActive) return 'dual-active'
  if (step === 1) return 'establishing'
  if (step === 2) return 'syncing'
  if (step === 3) return legsMissing === 0 ? 'active-active' : 'syncing'
  const oneForwards = [0, 1].some((at) =>
    legs(sim, domain, at === 0 ? 0 : 1).every((lag) => sim.lags[lag.index]?.up === false),
  )
  return oneForwards ? 'failed-over' : 'degraded'
}

/** Why the domain stands where it does, most important first: reactions and waits before their symptoms. */
function reasonsOf(sim: Simulator, domain: PlanDomain, missing: readonly PlanLag[]): readonly string[] {
  const [a, b] = peersOf(sim, domain)
  const split = bothAct(a, b) ? [SPLIT] : []
  const perPeer = ([0, 1] as const).map((at) => peerReasons(sim, domain, at))
  const held = ([0, 1] as const).map((at) => sim.devices[domain.peers[at]]?.peer?.members ?? null)
  const legless = missing.flatMap((lag) => {
    const device = sim.plan.devices[lag.device]
    const silent = !device || !sim.devices[lag.device]?.power || held[device.peer] !== null
    return silent ? [] : [`${domain.configs[0].words.mlag} ${lag.channel}: no leg on ${device.name}`]
  })
  const drawn = domain.keepalivePaths.length > 0 ? [] : ['No keepalive path is drawn']
  const all = [
    ...split,
    ...perPeer.flatMap(({ reactions }) => reactions),
    ...perPeer.flatMap(({ waits }) => waits),
    ...legless,
    ...perPeer.flatMap(({ symptoms }) => symptoms),
    ...drawn,
  ]
  return [...new Set(all)]
}

const SPLIT =
  'Both peers act as primary: new addresses are not synchronised, orphans on one side cannot reach the other'

interface PeerReasons {
  readonly reactions: readonly string[]
  readonly waits: readonly string[]
  readonly symptoms: readonly string[]
}

function peerReasons(sim: Simulator, domain: PlanDomain, at: 0 | 1): PeerReasons {
  const index = domain.peers[at]
  const name = sim.plan.devices[index]?.name ?? ''
  const device = sim.devices[index]
  const peer = device?.peer ?? null
  if (peer === null || !device) return { reactions: [`${name} is off`], waits: [], symptoms: [] }
  const { words } = peer.config
  const reactions: string[] = []
  const waits: string[] = []
  const symptoms: string[] = []
  if (device.health !== 'well')
    reactions.push(`${name}: control plane ${device.health === 'hung' ? 'hangs' : 'is frozen'}`)
  if (!device.agent) reactions.push(`${name}: the MLAG agent is not running`)
  if (peer.members !== null && peer.members.cause !== 'boot') {
    reactions.push(`${name}: ${words.mlag} members ${peer.members.suspension.text}`)
  }
  if (peer.ownSystem) reactions.push(`${name}: members announce its own LACP system, partners keep the other peer`)
  for (const [timer, text] of WAITS) {
    const ends = peer.timers[timer]
    if (ends !== null) waits.push(`${name}: ${text(words)} ${seconds(ends - sim.now)}`)
  }
  const solo = peer.timers['solo-start']
  if (solo !== null && !peer.adjacent) waits.push(`${name}: no peer yet; starts alone in ${seconds(solo - sim.now)}`)
  if (!peer.peerLinkUp) symptoms.push(`${name}: peer-link down`)
  else if (!peer.adjacent) symptoms.push(`${name}: ${whyNotReady(peer) ?? 'no hello from the peer'}`)
  if (peer.adjacent && (!peer.parametersSeen || !peer.tableReceived)) {
    symptoms.push(`${name}: exchanging parameters and MAC table`)
  }
  const upstream = upstreamOf(sim, index)
  if (upstream === 'peer-link') symptoms.push(`${name}: no uplink is up, routes upstream over the peer-link`)
  if (upstream === 'nowhere') symptoms.push(`${name}: no uplink is up, what it routes upstream is lost`)
  symptoms.push(...peer.mismatches.map((mismatch) => `${name}: ${mismatchText(mismatch)}`))
  if (peer.keepalive === 'lost') {
    const since = peer.keepaliveHeardAt === null ? '' : ` for ${seconds(sim.now - peer.keepaliveHeardAt)}`
    symptoms.push(`${name}: no ${words.keepalive} heard${since}`)
  }
  return { reactions, waits, symptoms }
}

const WAITS: readonly (readonly [keyof PeerState['timers'], (words: PeerState['config']['words']) => string])[] = [
  ['keepalive-hold', ({ keepalive }) => `peer-link lost, ${keepalive} hold-timeout ends in`],
  ['keepalive-window', ({ keepalive }) => `waits for a ${keepalive}; without one it takes over in`],
  ['dual-primary-detection', () => 'dual-primary detection decides in'],
  ['keepalive-back', ({ keepalive }) => `${keepalive} is back, gives way in`],
  ['peer-link-start', () => 'the peer-link comes up in'],
  ['split-system', ({ mlag }) => `pair split: ${mlag} members announce its own LACP system in`],
  ['suspend-delay', ({ mlag, held }) => `gives way: ${mlag} members ${held} in`],
  ['member-restore', ({ mlag }) => `delay restore lets ${mlag} members up in`],
  ['member-stagger', ({ mlag }) => `the next ${mlag} member comes up in`],
  ['gateway-restore', () => 'VLAN interfaces come up in'],
  ['peer-link-down', () => 'peer-link lost, reacts in'],
]

function seconds(us: number): string {
  return `${(us / 1_000_000).toFixed(1)} s`
}

function timerOf(sim: Simulator, domain: PlanDomain): DomainView['timer'] {
  const waits = peersOf(sim, domain).flatMap((peer) =>
    peer === null
      ? []
      : DOMAIN_TIMERS.flatMap(([key, name]) => {
          const at = peer.timers[key]
          return at === null ? [] : [{ name, endsAt: at - sim.zero }]
        }),
  )
  return waits.toSorted((a, b) => a.endsAt - b.endsAt)[0] ?? null
}

const DOMAIN_TIMERS = [
  ['keepalive-hold', 'keepalive hold-timeout'],
  ['keepalive-window', 'keepalive time-out'],
  ['peer-link-down', 'reaction to the lost peer-link'],
  ['peer-link-start', 'start of the peer-link'],
  ['split-system', 'LACP system of its own'],
  ['suspend-delay', 'delay before members go down'],
  ['member-restore', 'delay restore'],
  ['member-stagger', 'turn of the next member'],
  ['gateway-restore', 'delay restore of VLAN interfaces'],
  ['orphan-restore', 'delay restore of orphans'],
  ['solo-start', 'start without a peer'],
  ['dual-primary-detection', 'dual-primary detection'],
  ['consistency', 'comparison of parameters'],
] as const

/** Legs of member bonds that have a cable and do not forward. */
function legsDown(sim: Simulator, domain: PlanDomain): readonly PlanLag[] {
  return ([0, 1] as const).flatMap((at) =>
    legs(sim, domain, at).filter(
      (lag) => lag.awaited && (sim.lags[lag.index]?.distributing.length ?? 0) < lag.ports.length,
    ),
  )
}

function legs(sim: Simulator, domain: PlanDomain, at: 0 | 1): readonly PlanLag[] {
  const device = sim.plan.devices[domain.peers[at]]
  return (device?.lags ?? []).flatMap((index) => {
    const lag = sim.plan.lags[index]
    return lag?.role === 'mlag' && lag.ports.length > 0 ? [lag] : []
  })
}

function peerLinkOf(sim: Simulator, domain: PlanDomain): DomainView['peerLink'] {
  const counts = domain.peerLinks.map((lag) => sim.lags[lag]?.distributing.length ?? 0)
  const whole = sim.plan.lags[domain.peerLinks[0]]?.ports.length ?? 0
  const least = Math.min(...counts)
  return least === 0 ? 'down' : least < whole ? 'degraded' : 'up'
}

/** Alive when both peers hear each other and every drawn path has light; degraded when a path is dark. */
function keepaliveOf(sim: Simulator, domain: PlanDomain): DomainView['keepalive'] {
  if (!domain.configs[0].hasKeepalive) return 'none'
  if (!peersOf(sim, domain).every((peer) => peer?.keepalive === 'alive')) return 'lost'
  const lit = (link: number) => (sim.plan.links[link]?.ports ?? []).every((port) => sim.ports[port]?.carrier === true)
  return domain.keepalivePaths.every((path) => path.every(lit)) ? 'alive' : 'degraded'
}

function asStep(step: number): Step {
  return step <= 1 ? 1 : step === 2 ? 2 : 3
}
