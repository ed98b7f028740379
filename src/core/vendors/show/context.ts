import type { DeviceId } from '../../model/ids.ts'
import { lagEnd, need, vlansOf, type Lag, type Network } from '../../model/network.ts'
import type { Profile } from '../../model/profile.ts'
import type { NumberKey, SwitchKey } from '../../model/profileKeys.ts'
import type { ComparedView, MacView, PeerInner, PeerView } from '../../model/peerView.ts'
import type { DeviceView, DomainView, LacpView, LagView, PortView, RunEvent, RunView } from '../../model/runView.ts'
import type { Device, Link, MlagDomain, Port } from '../../model/topology.ts'
import { effective, NO_SETTINGS, type Effective } from '../effective.ts'
import { carriedVlans } from '../switchPlan.ts'

/** What a console answers from: the design, one instant of its run, and the device that is asked. */
export interface ShowContext {
  readonly net: Network
  readonly now: number
  readonly device: Device
  /** Why it answers nothing, in words; null: it answers. */
  readonly silence: string | null
  /** Why commands about the pair get no answer, in words; null: the MLAG agent runs. */
  readonly agentDown: string | null
  readonly macs: number
  /** Where it has which address. */
  readonly table: readonly MacView[]
  readonly profile: Profile | null
  readonly runs: Effective | null
  readonly pair: ShowPair | null
  /** Peer-link first, then by channel. */
  readonly lags: readonly ShowLag[]
  /** The other peer's; a console speaks of them through `peerLag`, which knows what was heard. */
  readonly peerLags: readonly ShowLag[]
  /** Every port that has a cable. */
  readonly ports: readonly ShowMember[]
  /** Single-homed ports of a peer of a pair. */
  readonly orphans: readonly ShowMember[]
  /** What the timeline has of the device until now, oldest first. */
  readonly events: readonly RunEvent[]
  /** End of the device's keepalive cable. */
  readonly keepalivePort: Port | null
}

export interface ShowPair {
  readonly domain: MlagDomain
  readonly view: DomainView
  /** Position of the device in `domain.peers`. */
  readonly at: 0 | 1
  readonly own: PeerView
  /** Null while the device is off. */
  readonly inner: PeerInner | null
  readonly peer: Device
}

export interface ShowLag {
  readonly lag: Lag
  readonly view: LagView
  readonly members: readonly ShowMember[]
}

export interface ShowMember {
  readonly port: Port
  readonly link: Link
  readonly view: PortView
}

/** A member whose LACP runs. */
export interface LacpMember extends ShowMember {
  readonly lacp: LacpView
}

/**
 * Throws when the device is not in the design. `profile`: that of a switch's platform. `events`: of the run, for commands
 * that tell what happened.
 */
export function contextOf(
  net: Network,
  run: RunView,
  id: DeviceId,
  profile: Profile | null,
  events: readonly RunEvent[] = [],
): ShowContext {
  const device = need(net.devices, id)
  const ports = new Map(run.ports.map((view) => [view.port, view]))
  const memberOf = (port: Port): readonly ShowMember[] => {
    const link = net.linkAt.get(port.id)
    const view = ports.get(port.id)
    return link && view ? [{ port, link, view }] : []
  }
  const domain = net.domainOf.get(id)
  const orphans = domain ? (net.orphansOf.get(domain.id) ?? []) : []
  const own = need(net.portsOf, id)
  const peer = net.peerOf.get(id)
  const lagsOn = (on: DeviceId): readonly ShowLag[] =>
    need(net.lagsOf, on)
      .flatMap((lag): readonly ShowLag[] => {
        const view = run.lags.find(({ bond, device: at }) => bond === lag.bond.id && at === on)
        return view ? [{ lag, view, members: lag.ports.flatMap(memberOf) }] : []
      })
      .toSorted((a, b) => rank(a) - rank(b) || a.lag.channel - b.lag.channel)
  const state = run.devices.find((view) => view.device === id)
  return {
    net,
    now: run.now,
    device,
    silence: silenceOf(device.name, state),
    agentDown: agentDownOf(device.name, state),
    macs: state?.macs ?? 0,
    table: state?.table ?? [],
    profile,
    runs: profile && effective(profile, domain?.settings ?? NO_SETTINGS),
    pair: domain === undefined ? null : pairOf(net, run, id, domain),
    lags: lagsOn(id),
    peerLags: peer === undefined ? [] : lagsOn(peer.id),
    ports: own.flatMap(memberOf),
    orphans: own.flatMap(memberOf).filter(({ link }) => orphans.includes(link)),
    events: events.filter((event) => event.device === id && event.at <= run.now),
    keepalivePort: own.find(({ id: port }) => net.linkAt.get(port)?.use === 'keepalive') ?? null,
  }
}

/** What a user sees of a device that has no power or runs nothing; null: its prompt. */
export function silenceOf(name: string, state: DeviceView | undefined): string | null {
  const has = (failure: string) => state?.failures.some((active) => active.failure === failure) === true
  if (state === undefined) return `No prompt: ${name} is not in the run.`
  if (state.power === 'off') {
    return has('device-reload') ? `No prompt: ${name} restarts.` : `No prompt: ${name} has no power.`
  }
  if (has('device-freeze')) return `No prompt: ${name} is frozen. Its ports stay lit, and nothing gets through.`
  if (has('control-plane-hang')) {
    return `No prompt: the control plane of ${name} hangs. Its ports stay lit and forward with the tables they have.`
  }
  return null
}

/** A crashed agent cannot be asked; the rest of the switch can. */
function agentDownOf(name: string, state: DeviceView | undefined): string | null {
  return state?.failures.some(({ failure }) => failure === 'mlag-agent-crash') === true
    ? `No answer: the MLAG agent of ${name} does not run. LACP and the hardware carry on without it.`
    : null
}

/** Members with LACP, of every port-channel or of one. */
export function lacpMembers({ members }: ShowLag): readonly LacpMember[] {
  return members.flatMap((member) => (member.view.lacp === null ? [] : [{ ...member, lacp: member.view.lacp }]))
}

/** Port-channels that a typed number means; without one all of them. */
export function lagsNumbered({ lags }: ShowContext, number: string | undefined): readonly ShowLag[] {
  if (number === undefined) return lags
  return lags.filter(({ lag }) => lag.channel === Number(/\d+$/.exec(number)?.[0] ?? Number.NaN))
}

/** The pair's own port-channels towards others. */
export function mlagsOf({ lags }: ShowContext): readonly ShowLag[] {
  return lags.filter(({ lag }) => lag.role === 'mlag')
}

export function peerLinkOf({ lags }: ShowContext): ShowLag | null {
  return lags.find(({ lag }) => lag.role === 'peer-link') ?? null
}

export function channelsOf({ lags }: ShowContext): readonly string[] {
  return lags.map(({ lag }) => String(lag.channel))
}

/** The other peer as far as it is heard of: only while the session stands. */
export function peerHeard({ pair }: ShowContext): PeerView | null {
  return pair?.inner?.adjacent === true ? pair.view.views[pair.at === 0 ? 1 : 0] : null
}

/** The other peer's leg of a port-channel, while the session stands. */
export function peerLag(context: ShowContext, channel: number): ShowLag | null {
  if (peerHeard(context) === null) return null
  return context.peerLags.find(({ lag }) => lag.role === 'mlag' && lag.channel === channel) ?? null
}

/** Prefers to be primary, by the design. */
export function isPreferred({ pair, device }: ShowContext): boolean {
  return pair?.domain.preferredPrimary === device.id
}

/** What the other peer last said of its leg; null: it says nothing. */
export function peerLegUp({ pair }: ShowContext, channel: number): boolean | null {
  if (pair?.inner?.adjacent !== true) return null
  return pair.inner.peerLegs.find((leg) => leg.channel === channel)?.up ?? null
}

export function differs({ own, peer }: ComparedView): boolean {
  return own !== peer
}

/** Differences that hold a channel or the whole domain back; none while nothing of the peer is known. */
export function typeOneMismatch({ pair }: ShowContext, scope: 'domain' | number): ComparedView | null {
  if (pair?.inner?.adjacent !== true) return null
  return pair.inner.compared.find((row) => row.scope === scope && row.type === '1' && differs(row)) ?? null
}

/** VLANs that a port-channel forwards now: none while it is down, the common ones while the peers' lists differ. */
export function activeVlans({ pair, runs }: ShowContext, { lag, view }: ShowLag): readonly number[] {
  if (!view.operational) return []
  const drawn = carriedVlans(lag.bond.vlans)
  const rows = pair?.inner?.compared.filter(
    ({ scope, type }) => type === 'vlans' && (scope === 'domain' || scope === lag.channel),
  )
  const common = pair?.inner?.adjacent === true && runs?.choices['on-vlan-mismatch'].value === 'suspend-vlans'
  // VLAN 1 is on every switch, so no list of them names it.
  const lists = (rows ?? []).flatMap(({ scope, own, peer }) =>
    (common ? [own, peer] : [own]).map((list) => `${scope === 'domain' ? '1,' : ''}${list ?? ''}`.split(',')),
  )
  return drawn.filter((vlan) => lists.every((list) => list.includes(String(vlan))))
}

export function portVlans({ net }: ShowContext, { link }: ShowMember): readonly number[] {
  return carriedVlans(vlansOf(net, link))
}

/** Whole seconds until a delay of the peer ends; null: it does not run. */
export function timerLeft({ pair, now }: ShowContext, timer: string): number | null {
  const running = pair?.inner?.timers.find((one) => one.timer === timer)
  return running === undefined ? null : Math.ceil((running.endsAt - now) / 1_000_000)
}

/** A number of the platform in whole seconds, or milliseconds; 0 where it has none. */
export function secondsOf({ runs }: ShowContext, key: NumberKey): number {
  return millisecondsOf(runs, key) / 1_000
}

export function millisecondsOf(runs: Effective | null, key: NumberKey): number {
  return runs?.numbers[key]?.value ?? 0
}

export function isOn({ runs }: ShowContext, key: SwitchKey): boolean {
  return runs?.switches[key]?.value ?? false
}

/** The preferred peer's configured priority and the other's: of the device itself, then of its peer. */
export function rolePriorities({ pair, device, runs }: ShowContext): readonly [number, number] {
  const [mine, other] =
    pair?.domain.preferredPrimary === device.id
      ? (['role-priority-preferred', 'role-priority-other'] as const)
      : (['role-priority-other', 'role-priority-preferred'] as const)
  return [millisecondsOf(runs, mine), millisecondsOf(runs, other)]
}

/** Keepalive addresses of the device and of its peer. */
export function keepaliveAddresses({ pair }: ShowContext): readonly [string, string] {
  const [a, b] = pair?.domain.keepalive.addresses ?? ['', '']
  return pair?.at === 1 ? [b, a] : [a, b]
}

export function peeringAddresses({ pair }: ShowContext): readonly [string, string] {
  const [a, b] = pair?.domain.peering.addresses ?? ['', '']
  return pair?.at === 1 ? [b, a] : [a, b]
}

export function hasKeepalive({ pair }: ShowContext): boolean {
  return pair !== null && pair.own.keepalive !== 'none'
}

export function isFast({ lag }: ShowLag): boolean {
  return lagEnd(lag).rate === 'fast'
}

function pairOf(net: Network, run: RunView, id: DeviceId, domain: MlagDomain): ShowPair | null {
  const view = run.domains.find((one) => one.domain === domain.id)
  const at = domain.peers[0] === id ? 0 : 1
  const peer = net.peerOf.get(id)
  if (view === undefined || peer === undefined) return null
  return { domain, view, at, own: view.views[at], inner: view.views[at].inner, peer }
}

function rank({ lag }: ShowLag): number {
  return lag.role === 'peer-link' ? 0 : 1
}
