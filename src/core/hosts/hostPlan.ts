import type { DeviceId } from '../model/ids.ts'
import { gatewayOf } from '../model/gateways.ts'
import { lagEnd, mtuOf, need, vlansOf, type Lag, type Network } from '../model/network.ts'
import { hashPolicyOf, type HashPolicy, type HostDevice, type VlanMembership } from '../model/topology.ts'
import type { DrawnId, ExportNote } from '../vendors/exporter.ts'
import { freeText, word } from '../vendors/text.ts'
import { hostNotes } from './hostNotes.ts'
import { isInterfaceName, vlanInterfaces, type VlanInterface } from './interfaceNames.ts'
import { prefixOf } from '../model/prefixLength.ts'

/** A Linux server as every format writes it down. */
export interface HostPlan {
  readonly host: HostDevice
  /** For headings: the name, and the label where there is one. */
  readonly title: string
  /** Bonds by number, then cables in no bond by port. */
  readonly interfaces: readonly HostInterface[]
  readonly notes: readonly ExportNote[]
}

export type HostInterface = BondInterface | NicInterface

interface InterfaceBase {
  readonly name: string
  readonly from: DrawnId
  /** Bytes. */
  readonly mtu: number
  /** `10.0.10.11/24`; null on all but the one that the server sends by. */
  readonly address: string | null
  /** Router address of the pair that routes its VLAN, on the same interface; null where none does. */
  readonly gateway: string | null
  /** VLANs that arrive tagged. */
  readonly vlans: readonly VlanInterface[]
}

export interface BondInterface extends InterfaceBase {
  readonly kind: 'bond'
  readonly members: readonly string[]
  readonly mode: '802.3ad' | 'balance-xor'
  /** Of no meaning to `balance-xor`. */
  readonly rate: 'fast' | 'slow'
  readonly hash: LinuxHash
  /** Null: the driver's default. */
  readonly minLinks: number | null
}

export interface NicInterface extends InterfaceBase {
  readonly kind: 'nic'
}

export type LinuxHash = Exclude<HashPolicy, 'symmetric'>

export type HostPlanResult =
  | { readonly ok: true; readonly plan: HostPlan }
  /** A sentence that names what is in the way. */
  | { readonly ok: false; readonly reason: string }

/**
 * What the simulation runs on the server: mode, rate, hash policy and members of its bonds, and its address where it
 * sends. Refused while there is nothing to write or a port is named as no interface of Linux can be. Throws when the
 * device is not a host of the network.
 */
export function planHost(net: Network, id: DeviceId): HostPlanResult {
  const host = need(net.devices, id)
  if (host.kind !== 'host') throw new Error(`${host.name} is not a host`)
  const name = word(host.name)
  const ports = need(net.portsOf, id)
  if (ports.length === 0) return { ok: false, reason: `${name} has no cable.` }
  const strange = ports.find((port) => !isInterfaceName(port.name))
  if (strange) {
    const rule = 'At most 15 letters, digits, dots, hyphens and underscores are; rename the port.'
    return { ok: false, reason: `${name}: ${word(strange.name)} is no interface name of Linux. ${rule}` }
  }
  const taken = new Set(ports.map((port) => port.name))
  const lags = [...need(net.lagsOf, id)].sort((a, b) => a.channel - b.channel)
  const twice = lags.find((lag) => taken.has(bondName(lag)))
  if (twice) return { ok: false, reason: `${name}: ${bondName(twice)} is the name of a port and of a bond.` }

  const routed = gatewayOf(net, id)?.gateway ?? null
  const address = `${host.ipv4}/${prefixOf(net, id)}`
  const gateway = routed?.address ?? null
  const singles = ports.flatMap((port) => {
    const link = net.linkAt.get(port.id)
    return link && !net.lagAt.has(port.id) ? [{ port, link }] : []
  })
  // The simulation's server sends by the bond that is drawn first, or by its first port.
  const sending = need(net.lagsOf, id)[0]
  const bonds = lags.map((lag) => bondOf(lag, lag === sending ? { address, gateway } : NO_ADDRESS, taken))
  const nics = singles.map(({ port, link }, at): NicInterface => ({
    kind: 'nic',
    name: port.name,
    from: link.id,
    mtu: mtuOf(net, link),
    ...(sending === undefined && at === 0 ? { address, gateway } : NO_ADDRESS),
    vlans: vlanInterfaces(port.name, tagged(vlansOf(net, link)), taken),
  }))
  const label = freeText(host.label)
  const interfaces = [...bonds, ...nics]
  const title = `${name}${label === '' ? '' : ` (${label})`}`
  return { ok: true, plan: { host, title, interfaces, notes: hostNotes(net, host, lags, interfaces) } }
}

function bondOf(lag: Lag, sends: Pick<BondInterface, 'address' | 'gateway'>, taken: Set<string>): BondInterface {
  const { mode, rate, hash, lacp } = lagEnd(lag)
  const name = bondName(lag)
  taken.add(name)
  const policy = hashPolicyOf(hash === undefined ? {} : { hash }, 'host')
  return {
    kind: 'bond',
    name,
    from: lag.bond.id,
    mtu: lag.bond.mtu,
    ...sends,
    vlans: vlanInterfaces(name, tagged(lag.bond.vlans), taken),
    members: lag.ports.map((port) => port.name),
    mode: mode === 'static' ? 'balance-xor' : '802.3ad',
    rate,
    hash: policy === 'symmetric' ? 'layer3+4' : policy,
    minLinks: lacp?.minLinks ?? null,
  }
}

function bondName({ channel }: Lag): string {
  return `bond${channel}`
}

function tagged(vlans: VlanMembership): readonly number[] {
  if (vlans.mode === 'access') return []
  return [...new Set(vlans.allowed)].filter((vlan) => vlan !== vlans.native).sort((a, b) => a - b)
}

const NO_ADDRESS = { address: null, gateway: null } as const
