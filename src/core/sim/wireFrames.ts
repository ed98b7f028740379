import type { Lacpdu } from '../protocol/lacp/types.ts'
import type { PeerMessage } from '../protocol/mlag/messages.ts'
import type { Bpdu } from '../protocol/rstp/bpdu.ts'

/** What cables carry. Hosts and devices are numbers of the plan; octets are made of it only for captures. */
export type Frame =
  | {
      readonly kind: 'data'
      readonly source: number
      readonly destination: number
      /** That it is in now; 0 on a routed cable. */
      readonly vlan: number
      readonly probe: Probe
      readonly path: Hop | null
    }
  /** A host asks for another's address, as a broadcast; or a router answers for its virtual one. */
  | {
      readonly kind: 'arp'
      readonly source: number
      readonly target: number
      readonly answer: boolean
      /** The flow direction that needs the address: its VLAN and hashes. */
      readonly direction: number
      /** Shared by all copies that flooding makes of it. */
      readonly flood: { copies: number }
      readonly path: Hop | null
    }
  | { readonly kind: 'lacp'; readonly pdu: Lacpdu }
  | { readonly kind: 'bpdu'; readonly bpdu: Bpdu }
  | {
      readonly kind: 'keepalive'
      readonly source: number
      readonly destination: number
      readonly acts: boolean
      readonly noUplink: boolean
    }
  | { readonly kind: 'peer'; readonly source: number; readonly destination: number; readonly message: PeerMessage }

/** Cables a frame took, last first. */
export interface Hop {
  readonly link: number
  readonly before: Hop | null
  /** Cables so far, this one included. */
  readonly hops: number
}

/** One probe, shared by all copies that flooding makes of it. */
export interface Probe {
  readonly direction: number
  readonly seq: number
  readonly sentAt: number
  copies: number
  delivered: boolean
  /** The copy that was lost last. */
  loss: Loss | null
}

/** Where a probe was lost, as the cables it took until then, and why. */
export interface Loss {
  readonly path: Hop | null
  readonly why: string
}
