import type { Choices, NumberKey, SwitchKey } from '../../model/profileKeys.ts'
import type { BondEnd, LacpOptions, SpanningTree, SpanningTreeEnd, VendorId } from '../../model/topology.ts'

/** What the configuration of one switch says, in words that all platforms share. Filled while the text is read. */
export interface SwitchConfig {
  readonly vendor: VendorId
  hostname: string | null
  readonly vlans: Map<number, VlanConfig>
  /** Where VLANs have names, and the text may use one before it says which it is. */
  readonly namedVlans: Map<string, { id: number | null; description: string }>
  readonly stp: { -readonly [K in keyof SpanningTree]: SpanningTree[K] }
  /** Name of the MST region; some pairs are called so. */
  region: string | null
  lacpSystemPriority: number | null
  /** Of all ports, where it is said once for the switch. */
  mtu: number | null
  /** BPDU guard of all edge ports, said once for the switch. */
  guardsEdges: boolean
  /** MAC address of router addresses, where one is typed in for all VLANs. */
  virtualMac: string | null
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
  readonly kind: 'port' | 'management' | 'channel' | 'vlan' | 'logical'
  readonly number: number | null
  description: string
  routed: boolean
  shut: boolean
  mode: 'access' | 'trunk' | null
  access: number
  native: number
  /** Untagged frames stay out. */
  taggedOnly: boolean
  /** null: all. */
  allowed: readonly number[] | null
  /** VLANs by name, until it is known which they are. */
  vlanNames: readonly string[]
  /** Taken out of what is allowed. */
  excluded: readonly number[]
  mtu: number | null
  stp: SpanningTreeEnd
  /** The port-channel it is a member of. */
  member: { readonly channel: number; readonly mode: BondEnd['mode'] } | null
  fast: boolean
  mlag: number | null
  peerLink: boolean
  /** Of a port-channel where the platform sets it there, not on the members. */
  bundling: BondEnd['mode'] | null
  /** Where the text says how fast it is. */
  speedGbps: number | null
  /** LACP system priority where each port-channel has its own. */
  systemPriority: number | null
  lacp: LacpOptions
  address: { readonly ip: string; readonly prefixLength: number } | null
  vrf: string | null
  suspendWithMembers: boolean
  /** Of a peer-link: hellos are sent at the shorter of two intervals. */
  shortHello: boolean
  /** The text says whether it goes down with the members. */
  marked: boolean
  debounceMs: number | null
  /** Router address that both peers have on a VLAN interface. */
  virtual: string | null
  /** The same where it is typed in for each VLAN, though all have one. */
  virtualMac: string | null
  /** Who owns the address: the higher one. */
  ownerPriority: number | null
  /** Members follow it. */
  tracked: boolean
  /** It counts when the peers ask which of them gives way. */
  decides: boolean
}

export interface PairConfig {
  /** The domain's number or its name, as the platform has it. */
  number: number | null
  name: string | null
  rolePriority: number | null
  /** Where the text says which peer this is, not with which priority. */
  preferred: boolean | null
  /** Where the LACP system of the pair is configured. */
  systemMac: string | null
  keepalive: { readonly to: string | null; readonly from: string | null; readonly vrf: string | null } | null
  /** Where the peers talk over an interface VLAN. */
  peering: { vlan: number | null; to: string | null }
  /** Ends of the peers' session, until it is known which interface has it. */
  readonly session: { own: string | null; peer: string | null }
  /** Where the pair's mode names the peer-link. */
  peerLink: number | null
  /** Ports of the peer-link where the pair's mode names them. */
  discovered: readonly string[]
  readonly numbers: Map<NumberKey, number>
  readonly switches: Map<SwitchKey, boolean>
  choices: Partial<Choices>
}

export function emptyConfig(vendor: VendorId): SwitchConfig {
  return {
    vendor,
    hostname: null,
    vlans: new Map(),
    namedVlans: new Map(),
    stp: { enabled: true, priority: 32_768 },
    region: null,
    lacpSystemPriority: null,
    mtu: null,
    guardsEdges: false,
    virtualMac: null,
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
    preferred: null,
    systemMac: null,
    keepalive: null,
    peering: { vlan: null, to: null },
    session: { own: null, peer: null },
    peerLink: null,
    discovered: [],
    numbers: new Map(),
    switches: new Map(),
    choices: {},
  }
  return config.pair
}

/** By its name: of a port-channel or VLAN with that number, one that nothing is plugged into, or a port. */
export function interfaceNamed(
  config: SwitchConfig,
  name: string,
  of: { readonly channel?: string | undefined; readonly vlan?: string | undefined; readonly management?: boolean },
  line: number,
): InterfaceConfig {
  const port = LOGICAL.test(name) ? 'logical' : 'port'
  const kind = of.channel ? 'channel' : of.vlan ? 'vlan' : of.management ? 'management' : port
  const number = of.channel ?? of.vlan
  return interfaceIn(config, name, kind, number === undefined ? null : Number(number), line)
}

function interfaceIn(
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
    taggedOnly: false,
    allowed: null,
    vlanNames: [],
    excluded: [],
    mtu: null,
    stp: { edge: false, guard: 'none' },
    member: null,
    fast: false,
    mlag: null,
    peerLink: false,
    bundling: null,
    speedGbps: null,
    systemPriority: null,
    lacp: {},
    address: null,
    vrf: null,
    suspendWithMembers: false,
    shortHello: false,
    marked: false,
    debounceMs: null,
    virtual: null,
    virtualMac: null,
    ownerPriority: null,
    tracked: false,
    decides: false,
  }
  config.interfaces.set(name, made)
  return made
}

/** Loopbacks, tunnels, bridges and the like, and parts of a port. */
const LOGICAL =
  /^(?:(?:in)?loopback|lo\d*$|tunnel|vxlan|vni\d|nve|null|vlanif|bdi|vbdif|vsi-|bridge\d*$|br[_-]|irb|dummy|virtual-|port-group)|\.\d+$/i
