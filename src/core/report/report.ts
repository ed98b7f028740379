import { flowEndName } from '../model/gateways.ts'
import { longestOf } from '../model/longest.ts'
import { need, type Network } from '../model/network.ts'
import type { DirectionView, DomainView, EventKind, Outage, RunEvent, SimTime } from '../model/runView.ts'
import type { TimedCommand } from '../model/scenario.ts'
import type { Flow } from '../model/topology.ts'
import { stepText } from '../scenarios/words.ts'
import type { Profiles } from '../model/profile.ts'
import { assumedText, assumedValues } from '../vendors/assumedValues.ts'
import { platformOf } from '../vendors/platforms.ts'
import { judged, type Verdict } from './verdict.ts'

/** A run up to an instant, as it is told to people who were not there. */
export interface Report {
  readonly title: string
  /** Name and value, such as the size of the design and how it was run. */
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly pairs: readonly PairReport[]
  readonly faults: readonly TimedText[]
  readonly directions: readonly DirectionReport[]
  readonly events: readonly TimedText[]
  readonly verdict: Verdict
  /** What the search for the least wait of a rolling upgrade found; empty without one. */
  readonly upgrade: readonly string[]
}

export interface PairReport {
  readonly name: string
  readonly platform: string
  readonly status: string
  readonly reasons: readonly string[]
}

export interface TimedText {
  readonly at: SimTime
  readonly text: string
}

export interface DirectionReport {
  readonly name: string
  readonly sent: number
  readonly lost: number
  /** Microseconds: all outages together, and the longest. */
  readonly totalUs: number
  readonly longestUs: number
  readonly open: boolean
  /** Assumed values of a platform that its outages rest on, each once: `Backup link time-out: 6 s (leafs)`. */
  readonly restsOn: readonly string[]
  /** The longest, in the order of time. */
  readonly outages: readonly OutageReport[]
  /** How many shorter ones there were besides. */
  readonly others: number
}

export type OutageReport = Pick<
  Outage,
  'startAt' | 'detectUs' | 'decideUs' | 'restoreUs' | 'reactionUs' | 'trigger'
> & {
  readonly restsOn: readonly string[]
  readonly lengthUs: number
  readonly open: boolean
}

export interface ReportInput {
  readonly title: string
  readonly net: Network
  /** Of the design's platforms: they name the values that outages rest on. */
  readonly profiles: Profiles
  /** The scenario that was played; null for a run without one. */
  readonly scenario: string | null
  readonly start: 'settled' | 'cold'
  readonly seed: number
  readonly probeUs: number
  readonly now: SimTime
  readonly commands: readonly TimedCommand[]
  readonly domains: readonly DomainView[]
  readonly directions: readonly DirectionView[]
  readonly events: readonly RunEvent[]
  /** No flow direction may lose more than this. */
  readonly limitUs: number
  readonly upgrade?: readonly string[]
}

export function runReport(input: ReportInput): Report {
  const { net, now } = input
  const directions = input.directions.map((view) => directionReport(input, view))
  return {
    title: input.title === '' ? 'Untitled' : input.title,
    facts: facts(input),
    pairs: input.domains.map((view) => pairReport(net, view)),
    faults: input.commands.filter(({ at }) => at <= now).map(({ at, command }) => ({ at, text: stepText(command) })),
    directions,
    events: input.events.filter(({ at, kind }) => at <= now && TOLD[kind]).map(({ at, text }) => ({ at, text })),
    verdict: judged(directions, input.limitUs),
    upgrade: input.upgrade ?? [],
  }
}

function facts({ net, scenario, start, seed, probeUs, now }: ReportInput): Report['facts'] {
  const { devices, links, flows } = net.topology
  const count = (kind: string): number => devices.filter((device) => device.kind === kind).length
  return [
    ['Design', `${count('switch')} switches, ${count('host')} servers, ${links.length} cables, ${flows.length} flows`],
    ...(scenario === null ? [] : [['Scenario', scenario] as const]),
    ['Run', `from ${start === 'cold' ? 'power-on' : 'the settled design'} to ${(now / 1_000_000).toFixed(3)} s`],
    ['Measured with', `a probe every ${probeUs / 1_000} ms in each direction of every flow; seed ${seed}`],
  ]
}

function pairReport(net: Network, view: DomainView): PairReport {
  const domain = need(net.domains, view.domain)
  const peer = need(net.devices, domain.peers[0])
  const roles = view.views.map(({ device, role }) => `${need(net.devices, device).name} ${role}`)
  return {
    name: domain.name,
    platform: peer.kind === 'switch' ? platformOf(peer.vendor).words.vendorPlatform : '',
    status: `${view.status}${view.dualActive ? ', both act as primary' : ''}: ${roles.join(', ')}`,
    reasons: view.reasons,
  }
}

function directionReport({ net, profiles, now }: ReportInput, view: DirectionView): DirectionReport {
  const outages = view.outages.map(({ endAt, ...outage }): OutageReport => {
    const { startAt, detectUs, decideUs, restoreUs, reactionUs, trigger } = outage
    const restsOn = assumedValues(net, profiles, outage).map(assumedText)
    const lengthUs = (endAt ?? now) - startAt
    return { startAt, detectUs, decideUs, restoreUs, reactionUs, trigger, restsOn, lengthUs, open: endAt === null }
  })
  const { shown, others } = longestOf(outages, ({ lengthUs, open }) => (open ? Infinity : lengthUs))
  return {
    name: directionName(net, view),
    sent: view.sent,
    lost: view.lost,
    totalUs: outages.reduce((sum, { lengthUs }) => sum + lengthUs, 0),
    longestUs: Math.max(0, ...outages.map(({ lengthUs }) => lengthUs)),
    open: outages.some(({ open }) => open),
    restsOn: [...new Set(outages.flatMap(({ restsOn }) => restsOn))],
    outages: shown,
    others,
  }
}

/** `srv-1 → srv-2`, numbered where several flows join the same hosts. */
function directionName(net: Network, { flow: id, direction }: DirectionView): string {
  const { flows } = net.topology
  const flow = flows.find((one) => one.id === id)
  if (flow === undefined) return id
  const [from, to] = [flow.from, flow.to].map((end) => flowEndName(net, end))
  const alike = flows.filter((other) => endsOf(other) === endsOf(flow))
  const number = alike.length === 1 ? '' : ` #${alike.indexOf(flow) + 1}`
  return `${direction === 0 ? from : to} → ${direction === 0 ? to : from}${number}`
}

function endsOf({ from, to }: Flow): string {
  return [from, to].toSorted().join(' ')
}

const TOLD: Readonly<Record<EventKind, boolean>> = {
  failure: true,
  repair: true,
  notice: true,
  reaction: true,
  forwarding: false,
  state: false,
  storm: true,
}
