import type { BondId, DeviceId, PortId } from './ids.ts'
import type { SimTime, Suspension } from './runView.ts'

export interface PeerView {
  readonly device: DeviceId
  /** "primary", "secondary", "electing", "off" or the platform's operational form. */
  readonly role: string
  readonly peer: 'alive' | 'lost' | 'unknown'
  readonly peerLink: 'up' | 'down'
  readonly keepalive: 'alive' | 'lost' | 'none'
  readonly step: 1 | 2 | 3 | 4
  /** Null while it is off. */
  readonly inner: PeerInner | null
}

/** What the platform's own commands print of a peer, beyond what is on screen. */
export interface PeerInner {
  /** The session with the other peer stands. */
  readonly adjacent: boolean
  /** Role that priorities or addresses alone give; null before the first session. */
  readonly configuredRole: 'primary' | 'secondary' | null
  /** LACP system that its member ports announce; null before it is agreed. */
  readonly systemId: string | null
  /** Its member bonds, its orphan ports are held. */
  readonly members: Suspension | null
  readonly orphans: Suspension | null
  /** When the keepalive became what it is, and when the last one was heard. */
  readonly keepaliveSince: SimTime
  readonly keepaliveHeardAt: SimTime | null
  /** Messages to and from the other peer since it was powered on: keepalives, and hellos of the session. */
  readonly counts: {
    readonly keepalivesSent: number
    readonly keepalivesHeard: number
    readonly hellosSent: number
    readonly hellosHeard: number
  }
  /** Delays and time-outs that run, by their name in the protocol: `member-restore`. */
  readonly timers: readonly { readonly timer: string; readonly endsAt: SimTime }[]
  /** What the other peer last said of its legs. */
  readonly peerLegs: readonly { readonly channel: number; readonly up: boolean }[]
  readonly compared: readonly ComparedView[]
}

/** Where a switch has an address. */
export interface MacView {
  readonly mac: string
  readonly vlan: number
  /** Number of the member bond that it is behind; null: behind `on`. */
  readonly channel: number | null
  /** A port of the device, or one of its bonds; a member bond's own leg may be down. */
  readonly on: PortId | BondId
  /** Learned here from a frame, or told by the other peer. */
  readonly origin: 'frame' | 'peer'
}

/** One parameter that the peers compare; null: missing on that side, or not heard yet. */
export interface ComparedView {
  /** `domain` or the channel number of a member bond. */
  readonly scope: 'domain' | number
  readonly name: string
  readonly type: '1' | '2' | 'vlans' | 'none'
  readonly own: string | null
  readonly peer: string | null
}
