import { accessVlanOf, need } from '../model/network.ts'
import { hashesOfArp, hashesOfUdp } from '../protocol/bridge/hash.ts'
import type { PlanDirection } from './plan.ts'
import type { Numbers } from './planNumbers.ts'

/** Two directions for each flow between hosts. */
export function planDirections({ net, deviceIndex }: Numbers): readonly PlanDirection[] {
  return net.topology.flows.flatMap((flow, index): readonly PlanDirection[] => {
    const [a, b] = [net.devices.get(flow.from), net.devices.get(flow.to)]
    if (a?.kind !== 'host' || b?.kind !== 'host') return []
    const [p, q] = flow.ports
    return [
      { host: a, other: b, p, q },
      { host: b, other: a, p: q, q: p },
    ].map(({ host, other, p, q }, direction) => ({
      index: index * 2 + direction,
      flow: flow.id,
      direction: direction === 0 ? 0 : 1,
      from: need(deviceIndex, host.id),
      to: need(deviceIndex, other.id),
      vlan: accessVlanOf(net, host.id) ?? 0,
      udpPorts: [p, q],
      hashes: hashesOfUdp({ ...host, port: p }, { ...other, port: q }),
      arpHashes: hashesOfArp({ ...host, port: p }, { ...other, port: q }),
    }))
  })
}
