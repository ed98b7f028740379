import type { Gateway } from '../../model/topology.ts'
import type { Drawing } from './drawing.ts'
import type { Peers } from './pairing.ts'
import type { InterfaceConfig, SwitchConfig } from './switchConfig.ts'
import { sameNetwork } from './values.ts'

/** The VLANs that both peers have a VLAN interface with one router address in. What only one has is told. */
export function gatewaysOf(drawing: Drawing, [a, b]: Peers): readonly Gateway[] {
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

function virtuals({ interfaces }: SwitchConfig): readonly InterfaceConfig[] {
  const found = [...interfaces.values()].filter(({ kind, virtual }) => kind === 'vlan' && virtual !== null)
  return found.sort((x, y) => (x.number ?? 0) - (y.number ?? 0))
}
