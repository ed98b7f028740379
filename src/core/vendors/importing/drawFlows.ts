import { newId } from '../../model/freeNames.ts'
import type { HostDevice, VlanMembership } from '../../model/topology.ts'
import type { Drawing } from './drawing.ts'

/** Traffic to measure with: every two devices that share an untagged VLAN, of few of them; of many, each and the next. */
export function drawFlows(drawing: Drawing): void {
  const hosts = drawing.devices.filter((device): device is HostDevice => device.kind === 'host')
  const vlans = new Map(hosts.map(({ id }) => [id, untagged(drawing, id)]))
  const pairs = hosts.flatMap((from, at) => {
    const later = hosts.slice(at + 1).filter(({ id }) => vlans.get(id) === vlans.get(from.id))
    return (hosts.length <= MESHED ? later : later.slice(0, 1)).map((to) => [from, to] as const)
  })
  for (const [at, [from, to]] of pairs.entries()) {
    const ports = [40_001 + (at % 20_000), 7_000] as const
    drawing.flows.push({ id: newId(drawing, `flow-${from.name}-${to.name}`), from: from.id, to: to.id, ports })
  }
}

function untagged({ ports, links, bonds }: Drawing, device: HostDevice['id']): number {
  const own = ports.filter((port) => port.device === device).map(({ id }) => id)
  const link = links.find(({ ends }) => ends.some((end) => own.includes(end)))
  const bond = bonds.find(({ members }) => link && members.includes(link.id))
  const vlans: VlanMembership = bond?.vlans ?? link?.vlans ?? { mode: 'access', vlan: 1 }
  return vlans.mode === 'access' ? vlans.vlan : vlans.native
}

/** Hosts among which every two exchange traffic. */
const MESHED = 6
