import type { GatewayKind } from '../../model/profile.ts'
import type { Gateway } from '../../model/topology.ts'
import type { Drawing } from './drawing.ts'
import type { Peers } from './pairing.ts'
import type { InterfaceConfig, SwitchConfig } from './switchConfig.ts'
import { sameNetwork } from './values.ts'

/** The VLANs that both peers have a VLAN interface with one router address in. What only one has is told. */
export function gatewaysOf(drawing: Drawing, peers: Peers, kind: GatewayKind | undefined): readonly Gateway[] {
  return kind === 'same-address' ? sharedAddresses(drawing, peers) : virtualAddresses(drawing, peers)
}

/** Where both peers have the router address itself, addresses of their own are made up. */
function sharedAddresses(drawing: Drawing, [a, b]: Peers): readonly Gateway[] {
  const theirs = vlanInterfaces(b.config)
  return vlanInterfaces(a.config).flatMap(({ number: vlan, address }): readonly Gateway[] => {
    const other = theirs.find((one) => one.number === vlan)
    if (vlan === null || address === null || other?.address?.ip !== address.ip) return []
    const addresses = neighbours(address.ip, address.prefixLength)
    if (addresses === null) {
      drawing.notes.push(`The network of ${address.ip} has no room for the peers; its gateway is not drawn.`)
      return []
    }
    return [{ vlan, address: address.ip, addresses, prefixLength: address.prefixLength }]
  })
}

/** The first two host addresses of a network beside the one that is taken; null: there are none. */
function neighbours(ip: string, prefixLength: number): Gateway['addresses'] | null {
  const size = 2 ** (32 - prefixLength)
  const all = ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const base = all - (all % size)
  const free = [1, 2, 3].map((host) => base + host).filter((one) => one !== all && one < base + size - 1)
  const [first, second] = free.map((one) => [24, 16, 8, 0].map((shift) => Math.floor(one / 2 ** shift) % 256).join('.'))
  return first === undefined || second === undefined ? null : [first, second]
}

function virtualAddresses(drawing: Drawing, [a, b]: Peers): readonly Gateway[] {
  const theirs = virtuals(b.config)
  return virtuals(a.config).flatMap((own): readonly Gateway[] => {
    const { number: vlan, virtual, address } = own
    const other = theirs.find((one) => one.number === vlan)
    if (vlan === null || virtual === null || address === null) return []
    if (!other?.address || other.virtual !== virtual) {
      drawing.notes.push(`${b.name} does not have the router address ${virtual} of VLAN ${vlan}; it is not drawn.`)
      return []
    }
    if (other.address.ip === address.ip) {
      drawing.notes.push(`${a.name} and ${b.name} both have ${address.ip} in VLAN ${vlan}; its gateway is not drawn.`)
      return []
    }
    return [{ vlan, address: virtual, addresses: [address.ip, other.address.ip], prefixLength: address.prefixLength }]
  })
}

/** The VLAN whose interface a second default route leads over; null: there is none. */
export function backupVlanOf({ interfaces, routes }: SwitchConfig): number | null {
  const [first] = routes.toSorted((x, y) => y.distance - x.distance)
  if (first === undefined || first.distance === 1) return null
  const found = [...interfaces.values()].find(
    ({ kind, address }) =>
      kind === 'vlan' && address !== null && sameNetwork(address.ip, first.next, address.prefixLength),
  )
  return found?.number ?? null
}

function virtuals(config: SwitchConfig): readonly InterfaceConfig[] {
  return vlanInterfaces(config).filter(({ virtual }) => virtual !== null)
}

function vlanInterfaces({ interfaces }: SwitchConfig): readonly InterfaceConfig[] {
  const found = [...interfaces.values()].filter(({ kind }) => kind === 'vlan')
  return found.sort((x, y) => (x.number ?? 0) - (y.number ?? 0))
}
