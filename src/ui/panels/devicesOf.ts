import type { DeviceId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Device } from '../../core/model/topology.ts'
import type { Target } from '../../state/uiStore.ts'

/** The devices that a selection means: itself, a port's, those of a cable, a bond or a pair, in the order of its ends. */
export function devicesOf(net: Network, target: Target | undefined): readonly Device[] {
  return idsOf(net, target).flatMap((id) => (id === undefined ? [] : (net.devices.get(id) ?? [])))
}

function idsOf(net: Network, target: Target | undefined): readonly (DeviceId | undefined)[] {
  switch (target?.kind) {
    case undefined:
    case 'note':
      return []
    case 'device':
      return [target.id]
    case 'port':
      return [net.ports.get(target.id)?.device]
    case 'link':
      return (net.links.get(target.id)?.ends ?? []).map((end) => net.ports.get(end)?.device)
    case 'bond': {
      const links = (net.bonds.get(target.id)?.members ?? []).map((id) => net.links.get(id))
      return links.flatMap((link) => link?.ends ?? []).map((end) => net.ports.get(end)?.device)
    }
    case 'domain':
      return net.domains.get(target.id)?.peers ?? []
  }
}
