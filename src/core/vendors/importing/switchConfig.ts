import type { NumberKey, SwitchKey } from '../../model/profile.ts'
import type { BondEnd, LacpOptions, SpanningTree, SpanningTreeEnd, VendorId } from '../../model/topology.ts'

/** What the configuration of one switch says, in words that all platforms share. Filled while the text is read. */
export interface SwitchConfig {
  readonly vendor: VendorId
  hostname: string | null
  readonly vlans: Map<number, VlanConfig>
  readonly stp: { -readonly [K in keyof SpanningTree]: SpanningTree[K] }
  lacpSystemPriority: number | null
  readonly interfaces: Map<string, InterfaceConfig>
  /** What the pair's own mode says; null while it was never entered. */
  pair: PairConfig | null
  /** Numbers of the pair that stand outside its mode. */
  readonly numbers: Map<NumberKey, number>
  /** Static default routes. */
  readonly routes: { readonly next: string; readonly distance: number }[]
}

export interface VlanConfig {
  readonly id: number
  name: string
}

export interface InterfaceConfig {
  readonly name: string
  readonly line: number
  /** Number of a port-channel or of a VLAN interface; null for the others. */
  readonly kind: 'port' | 'management' | 'channel' | 'vlan'
  readonly number: number | null
  description: string
  routed: boolean
  shut: boolean
  mode: 'access' | 'trunk' | null
  access: number
  native: number
  /** null: all. */
  allowed: readonly number[] | null
  mtu: number | null
  stp: SpanningTreeEnd
  /** The port-channel it is a member of. */
  member: { readonly channel: number; readonly mode: BondEnd['mode'] } | null
  fast: boolean
  mlag: number | null
  peerLink: boolean
  lacp: LacpOptions
  address: { readonly ip: string; readonly prefixLength: number } | null
  vrf: string | null
  suspendWithMembers: boolean
  debounceMs: number | null
  /** Router address that both peers have on a VLAN interface. */
  virtual: string | null
  /** Members follow it. */
  tracked: boolean
}

export interface PairConfig {
  /** The domain's number or its name, as the platform has it. */
  number: number | null
  name: string | null
  rolePriority: number | null
  keepalive: { readonly to: string; readonly from: string | null; readonly vrf: string | null } | null
  /** Where the peers talk over an interface VLAN. */
  peering: { vlan: number | null; to: string | null }
  /** Where the pair's mode names the peer-link. */
  peerLink: number | null
  readonly numbers: Map<NumberKey, number>
  readonly switches: Map<SwitchKey, boolean>
}

export function emptyConfig(vendor: VendorId): SwitchConfig {
  return {
    vendor,
    hostname: null,
    vlans: new Map(),
    stp: { enabled: true, priority: 32_768 },
    lacpSystemPriority: null,
    interfaces: new Map(),
    pair: null,
    numbers: new Map(),
    routes: [],
  }
}

/** The pair's mode, entered now or before. */
export function pairIn(config: SwitchConfig): PairConfig {
  config.pair ??= {
    number: null,
    name: null,
    rolePriority: null,
    keepalive: null,
    peering: { vlan: null, to: null },
    peerLink: null,
    numbers: new Map(),
    switches: new Map(),
  }
  return config.pair
}

export function interfaceIn(
  config: SwitchConfig,
  name: string,
  kind: InterfaceConfig['kind'],
  number: number | null,
  line: number,
): InterfaceConfig {
  const known = config.interfaces.get(name)
  if (known) return known
  const made: InterfaceConfig = {
    name,
    line,
    kind,
    number,
    description: '',
    routed: false,
    shut: false,
    mode: null,
    access: 1,
    native: 1,
    allowed: null,
    mtu: null,
    stp: { edge: false, guard: 'none' },
    member: null,
    fast: false,
    mlag: null,
    peerLink: false,
    lacp: {},
    address: null,
    vrf: null,
    suspendWithMembers: false,
    debounceMs: null,
    virtual: null,
    tracked: false,
  }
  config.interfaces.set(name, made)
  return made
}
