import { toId } from '../../core/model/ids.ts'
import { devicesAt, type Network } from '../../core/model/network.ts'
import type { Target } from '../../state/uiStore.ts'

/** What arrow keys walk from a device: each port with its cable, then its bonds. From a pair: its bonds. */
export function stopsOf(net: Network, home: string): readonly Target[] {
  const device = net.devices.get(toId(home))
  if (device === undefined) return bondStops(net, net.domains.get(toId(home))?.peers ?? [])
  const cables = (net.portsOf.get(device.id) ?? []).flatMap((port): readonly Target[] => {
    const link = net.linkAt.get(port.id)
    return [{ kind: 'port', id: port.id }, ...(link === undefined ? [] : [{ kind: 'link', id: link.id } as const])]
  })
  return [...cables, ...bondStops(net, [device.id])]
}

function bondStops(net: Network, devices: readonly string[]): readonly Target[] {
  return net.topology.bonds
    .filter((bond) => bond.ends.some((end) => devicesAt(net, end).some((id) => devices.includes(id))))
    .map(({ id }) => ({ kind: 'bond', id }))
}
