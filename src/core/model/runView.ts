import type { BondId, DeviceId, DomainId, FlowId, LinkId, PortId } from './ids.ts'
import type { MacView, PeerView } from './peerView.ts'
import type { ValueKey } from './profileKeys.ts'
import type { ChurnState, LacpIdentity, MuxState, PeriodicState, RxState, Selected, StpView } from './protocolView.ts'

/** Simulated time in whole microseconds. Zero is the settled instant, or power-on of a cold run. */
export type SimTime = number

/** The one vocabulary of states, on the canvas, in tables and in words. */
export type StateWord = 'forwarding' | 'standby' | 'waiting' | 'suspended' | 'blocked' | 'down' | 'unknown'

/** A member held out by MLAG control, with the platform's word. */
export interface Suspension {
  readonly code: string
  readonly text: string
}

export interface LacpView {
  readonly rx: RxState
  readonly periodic: PeriodicState
  readonly mux: MuxState
  readonly selected: Selected
  readonly actor: LacpIdentity
  readonly partner: LacpIdentity
  /** When the receive and mux machine entered their state. */
  readonly rxSince: SimTime
  /** When the last LACPDU came that is still believed; null: none. */
  readonly heardAt: SimTime | null
  readonly muxSince: SimTime
  readonly pdusSent: number
  readonly pdusReceived: number
  /** What churn detection says of the port itself and of its partner, and how often either was found to churn. */
  readonly churn: {
    readonly actor: ChurnState
    readonly partner: ChurnState
    readonly actorCount: number
    readonly partnerCount: number
  }
}

export interface PortView {
  readonly port: PortId
  readonly state: StateWord
  /** One sentence why, when it is not forwarding. */
  readonly reason: string | null
  readonly carrier: boolean
  /** How often the carrier was lost since time zero. */
  readonly carrierLosses: number
  /** Null without LACP (plain ports, static LAGs). */
  readonly lacp: LacpView | null
  /** Spanning tree of the port or of its link aggregation; null where none runs and on a peer-link. */
  readonly stp: StpView | null
  readonly suspended: Suspension | null
  /** When a timer ends that this port waits for. */
  readonly waitsUntil: SimTime | null
}

export interface LinkView {
  readonly link: LinkId
  readonly state: StateWord
  /** Active failures that touch this cable, by failure id with their options. */
  readonly failures: readonly ActiveFailure[]
  /** Flow directions that now run over the cable, as `flow:0` (from first end) or `flow:1`. */
  readonly flows: readonly string[]
}

export interface ActiveFailure {
  readonly failure: string
  /** As the user would type it: link id, device, domain, `device:port`. */
  readonly target: string
  readonly options: Readonly<Record<string, string>>
  readonly at: SimTime
}

export interface DeviceView {
  readonly device: DeviceId
  readonly power: 'on' | 'off'
  readonly failures: readonly ActiveFailure[]
  /** Learned addresses now in the table (switches). */
  readonly macs: number
  /** The same address by address, without what is too old. */
  readonly table: readonly MacView[]
  /** Probes since time zero that it sent everywhere, not knowing where their host is. */
  readonly floods: number
  /** Where what it routes upstream goes now; null without uplinks. */
  readonly upstream: 'uplinks' | 'peer-link' | 'nowhere' | null
}

export interface LagView {
  readonly bond: BondId
  readonly device: DeviceId
  /** Name on the device: `port-channel11`, `bond0`. */
  readonly name: string
  readonly role: 'mlag' | 'peer-link' | 'host' | 'plain'
  readonly mlagId: number | null
  readonly mode: 'active' | 'passive' | 'static'
  readonly partnerSystem: string | null
  readonly partnerKey: number | null
  readonly operational: boolean
  readonly members: readonly PortId[]
  readonly distributing: readonly PortId[]
}

export type DomainStatus =
  | 'establishing'
  | 'syncing'
  | 'active-active'
  | 'degraded'
  | 'failed-over'
  | 'dual-active'
  | 'down'

export interface DomainView {
  readonly domain: DomainId
  readonly step: 1 | 2 | 3 | 4
  readonly status: DomainStatus
  /** In words, most important first; why a step is stuck or which reaction runs. */
  readonly reasons: readonly string[]
  readonly peerLink: 'up' | 'degraded' | 'down'
  readonly keepalive: 'alive' | 'degraded' | 'lost' | 'none'
  readonly dualActive: boolean
  /** In the order of the domain's peers. */
  readonly views: readonly [PeerView, PeerView]
  /** What the peers compare: first of the domain, then of each member bond. Empty while both are off. */
  readonly consistency: readonly ParameterView[]
  readonly gateways: readonly GatewayView[]
  /** Running timer that the domain waits for, by name. */
  readonly timer: { readonly name: string; readonly endsAt: SimTime } | null
}

/** A virtual router address of a domain. */
export interface GatewayView {
  readonly vlan: number
  readonly address: string
  readonly mac: string
  /** Peers whose VLAN interface is up: they answer and forward for it. */
  readonly answering: readonly DeviceId[]
}

/** A parameter that the peers of a domain hold against each other. */
export interface ParameterView {
  /** The domain, or the number of a member bond. */
  readonly scope: 'domain' | number
  readonly name: string
  /** `1`: a difference may suspend; `2`: it is reported; `vlans`: each VLAN for itself; `none`: the peers do not compare it. */
  readonly type: '1' | '2' | 'vlans' | 'none'
  /** In the order of the domain's peers, as they know of each other; null: none, or not heard of. */
  readonly values: readonly [string | null, string | null]
  readonly verdict: 'equal' | 'differs' | 'not-compared'
  /** What the difference does now, for each peer on which it does something. */
  readonly effects: readonly string[]
}

export interface Outage {
  readonly startAt: SimTime
  /** Send time of the next delivered probe; null while open. */
  readonly endAt: SimTime | null
  /** Partition of the interval in microseconds; null: did not end. */
  readonly detectUs: number | null
  readonly decideUs: number | null
  readonly restoreUs: number | null
  /** From the fault to the trigger. */
  readonly reactionUs: number | null
  /** What started it, in words, and the events that end the phases (sequence numbers of `RunEvent`). */
  readonly trigger: string
  readonly triggerEvent: number | null
  readonly detectEvent: number | null
  readonly decideEvent: number | null
  /** It rests on values of a platform that no public source states; which, of which device. */
  readonly assumed: boolean
  readonly restsOn: readonly { readonly device: DeviceId; readonly key: ValueKey }[]
  readonly ways: OutageWays
}

/** Cables in the order in which probes took them. */
export interface OutageWays {
  /** Of the last probe delivered before. */
  readonly before: readonly LinkId[]
  /** Of the last probe lost in it, up to where it was lost, and why. */
  readonly during: readonly LinkId[]
  readonly lost: string
  /** Of the first probe delivered again; null while it is open. */
  readonly after: readonly LinkId[] | null
}

export interface DirectionView {
  readonly flow: FlowId
  /** 0: from → to of the flow, 1: back. */
  readonly direction: 0 | 1
  readonly sent: number
  readonly delivered: number
  readonly lost: number
  readonly inFlight: number
  readonly duplicated: number
  readonly startup: number
  readonly outages: readonly Outage[]
  /** Cables of the last delivered probe, in order. */
  readonly path: readonly LinkId[]
}

/** What the ends of a cable put on it, in the order of its ends. */
export interface LoadView {
  readonly link: LinkId
  /** Probes in the last whole second. */
  readonly perSecond: readonly [number, number]
  /** The same when the network broke: when the first of the failures began that are or were active together. */
  readonly before: { readonly at: SimTime; readonly perSecond: readonly [number, number] } | null
  /** Frames since time zero: probes and address requests of hosts, and those of protocols. */
  readonly data: readonly [number, number]
  readonly control: readonly [number, number]
}

export type EventKind = 'failure' | 'repair' | 'notice' | 'reaction' | 'forwarding' | 'state' | 'storm'

/** Something worth a mark on the timeline. */
export interface RunEvent {
  /** Counts from 0 in one run. */
  readonly seq: number
  readonly at: SimTime
  readonly kind: EventKind
  /** Colours the mark. */
  readonly state: StateWord
  readonly text: string
  readonly device: DeviceId | null
  readonly port: PortId | null
  readonly link: LinkId | null
  readonly domain: DomainId | null
}

/** A frame seen leaving a port: what travels on the canvas. Only while the speed is low enough to see it. */
export interface FrameView {
  readonly kind: 'lacp' | 'bpdu' | 'keepalive' | 'peer-sync' | 'probe'
  readonly link: LinkId
  /** Index into the link's ends of the sending port. */
  readonly fromEnd: 0 | 1
  readonly at: SimTime
  readonly lost: boolean
  readonly text: string
}

/** Everything a page or a report shows of one instant. */
export interface RunView {
  readonly now: SimTime
  readonly settled: boolean
  readonly ports: readonly PortView[]
  readonly links: readonly LinkView[]
  readonly devices: readonly DeviceView[]
  readonly lags: readonly LagView[]
  readonly domains: readonly DomainView[]
  readonly directions: readonly DirectionView[]
  readonly loads: readonly LoadView[]
}
