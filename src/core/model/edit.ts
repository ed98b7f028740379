import type { FlowPattern } from './editFlows.ts'
import type { Design, Point } from './design.ts'
import type { BondId, DeviceId, DomainId, FlowId, LinkId, NoteId } from './ids.ts'
import type { Namings } from './portNames.ts'
import type { Choices, NumberKey, SwitchKey } from './profileKeys.ts'
import type { Bond, BondEnd, Flow, Gateway, Link, MlagDomain, Port, SpanningTree, VendorId } from './topology.ts'

/** Where one end of a new cable goes: a free port, or the first that fits. */
export interface Plug {
  readonly device: DeviceId
  readonly port: Pick<Port, 'kind' | 'index'> | null
}

/** Everything a user can do to a design; each is one undo step. */
export type Edit =
  | { readonly type: 'set-title'; readonly title: string }
  /** What is not set gets a fresh name, fresh addresses and usual values. */
  | AddDevice
  /** Two switches side by side as a domain with a peer-link of two cables; `at` is the left one's place. */
  | { readonly type: 'add-pair'; readonly vendor: VendorId; readonly at: Point }
  /** Cables of a removed device go as well; so do its domain and its flows, and bonds that lose their last cable. */
  | {
      readonly type: 'remove'
      readonly devices: readonly DeviceId[]
      readonly links: readonly LinkId[]
      readonly notes?: readonly NoteId[]
    }
  | {
      readonly type: 'move-devices'
      readonly to: Readonly<Record<DeviceId, Point>>
      readonly notes?: Readonly<Record<NoteId, Point>>
    }
  | { readonly type: 'set-device'; readonly device: DeviceId; readonly set: DeviceFields }
  /** A peer takes the other along. Ports are renamed to the platform's scheme. */
  | { readonly type: 'set-platform'; readonly device: DeviceId; readonly vendor: VendorId }
  /** Cables between the two become the peer-link, which gets at least two; a host's bonds to both become one. */
  | { readonly type: 'pair-switches'; readonly peers: readonly [DeviceId, DeviceId] }
  /** Bonds to both peers become one to each. */
  | { readonly type: 'unpair'; readonly domain: DomainId }
  /**
   * `auto`: a further cable between the same two sides (a device, or both peers of a domain) bonds with those that are
   * there; a cable to a management port is a keepalive.
   */
  | { readonly type: 'connect'; readonly from: Plug; readonly to: Plug; readonly bond: 'auto' | 'never' }
  | { readonly type: 'set-link-role'; readonly link: LinkId; readonly role: 'plain' | 'peer-link' | 'keepalive' }
  | { readonly type: 'set-link-role'; readonly link: LinkId; readonly role: 'member'; readonly bond: BondId | 'new' }
  /** VLANs, MTU and spanning tree only of a cable in no bond. VLANs that the design does not know yet are added to its list. */
  | { readonly type: 'set-link'; readonly link: LinkId; readonly set: LinkFields }
  | { readonly type: 'set-bond'; readonly bond: BondId; readonly set: Partial<Pick<Bond, 'vlans' | 'mtu'>> }
  | { readonly type: 'set-bond-end'; readonly bond: BondId; readonly end: 0 | 1; readonly set: BondEndFields }
  /** The cables stay, each by itself. */
  | { readonly type: 'dissolve-bond'; readonly bond: BondId }
  | { readonly type: 'set-domain'; readonly domain: DomainId; readonly set: DomainFields }
  | { readonly type: 'set-keepalive'; readonly domain: DomainId; readonly set: Partial<MlagDomain['keepalive']> }
  | { readonly type: 'set-peering'; readonly domain: DomainId; readonly set: Partial<MlagDomain['peering']> }
  /** The pair becomes the router of a VLAN, with addresses of the network that its hosts are in. */
  | { readonly type: 'add-gateway'; readonly domain: DomainId; readonly vlan: number }
  | { readonly type: 'set-gateway'; readonly domain: DomainId; readonly vlan: number; readonly set: GatewayFields }
  | { readonly type: 'remove-gateway'; readonly domain: DomainId; readonly vlan: number }
  /** Null goes back to the platform's value. */
  | { readonly type: 'set-number'; readonly domain: DomainId; readonly key: NumberKey; readonly value: number | null }
  | { readonly type: 'set-switch'; readonly domain: DomainId; readonly key: SwitchKey; readonly value: boolean | null }
  | SetChoice
  | { readonly type: 'add-vlan' | 'rename-vlan'; readonly id: number; readonly name: string }
  /** Refused while a cable carries it. */
  | { readonly type: 'remove-vlan'; readonly id: number }
  /** Null: UDP ports that no other flow of these hosts uses. */
  | {
      readonly type: 'add-flow'
      readonly from: DeviceId
      readonly to: Flow['to']
      readonly ports: Flow['ports'] | null
    }
  | { readonly type: 'generate-flows'; readonly pattern: FlowPattern }
  | { readonly type: 'set-flow'; readonly flow: FlowId; readonly ports: Flow['ports'] }
  | { readonly type: 'remove-flows'; readonly flows: readonly FlowId[] }

type AddDevice = { readonly type: 'add-device'; readonly at: Point; readonly set?: DeviceFields } & (
  | { readonly kind: 'switch'; readonly vendor: VendorId }
  | { readonly kind: 'host' | 'management-switch' | 'router' }
)

export interface DeviceFields {
  readonly name?: string
  readonly label?: string
  readonly mac?: string
  /** Hosts and routers only. */
  readonly ipv4?: string
  /** Hosts only. */
  readonly answersTo?: 'sender' | 'gateway'
  /** Switches only. */
  readonly lacpSystemPriority?: number
  /** Switches only. */
  readonly stp?: SpanningTree
}

/** An empty conduit takes the cable out of the one it is in. */
export type LinkFields = Partial<
  Pick<Link, 'delayUs' | 'speedGbps' | 'mtu' | 'vlans' | 'conduit' | 'suspendWithMembers' | 'stp' | 'routed'>
>
export type BondEndFields = Partial<Pick<BondEnd, 'channel' | 'mode' | 'rate' | 'stp' | 'lacp' | 'hash'>>
export type GatewayFields = Partial<Omit<Gateway, 'vlan'>>
export type DomainFields = Partial<Pick<MlagDomain, 'name' | 'label' | 'number' | 'preferredPrimary' | 'systemMac'>>

type SetChoice = {
  readonly [K in keyof Choices]: {
    readonly type: 'set-choice'
    readonly domain: DomainId
    readonly key: K
    readonly value: Choices[K] | null
  }
}[keyof Choices]

/** What an edit needs to know beyond the model. */
export interface EditContext {
  readonly namings: Namings
}

export type EditResult =
  /** The same design object when nothing changed. `made`: ids of what is new, the main thing first. */
  | { readonly ok: true; readonly design: Design; readonly made: readonly string[] }
  /** Says why not; nothing changed. */
  | { readonly ok: false; readonly message: string }

export function done(design: Design, made: readonly string[] = []): EditResult {
  return { ok: true, design, made }
}

export function refused(message: string): EditResult {
  return { ok: false, message }
}

/** For an id that leads nowhere: the thing was removed meanwhile. */
export function gone(what: 'device' | 'cable' | 'bond' | 'domain' | 'flow' | 'VLAN' | 'gateway' | 'note'): EditResult {
  return refused(`That ${what} is no longer in the design.`)
}
