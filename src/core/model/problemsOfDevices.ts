import { type Check, type Problem, repeats } from './problem.ts'
import type { Device, MlagDomain, Topology } from './topology.ts'

/** Ids, names, addresses, VLANs and flows. */
export const deviceChecks: readonly Check[] = [ids, names, addresses, vlanNumbers, flowEnds]

function ids(topology: Topology): readonly Problem[] {
  const { devices, ports, links, bonds, domains, flows } = topology
  const all = Object.entries({ devices, ports, links, bonds, domains, flows }).flatMap(([list, items]) =>
    items.map(({ id }, at) => ({ id, list, at })),
  )
  return repeats(all, ({ id }) => id).map(([, { id, list, at }]) => ({
    code: 'duplicate-id',
    path: `design.topology.${list}[${at}].id`,
    objects: [id],
    text: `The id ${id} is used twice.`,
    wayOut: 'Give every device, port, cable, bond, domain and flow an id of its own.',
  }))
}

function names({ devices, domains }: Topology): readonly Problem[] {
  const all = [
    ...devices.map(({ id, name }, at) => ({ id, name, path: `design.topology.devices[${at}].name` })),
    ...domains.map(({ id, name }, at) => ({ id, name, path: `design.topology.domains[${at}].name` })),
  ]
  return repeats(all, ({ name }) => name).map(([first, second]) => ({
    code: 'duplicate-name',
    path: second.path,
    objects: [first.id, second.id],
    text: `Two devices or domains are called ${second.name}.`,
    wayOut: 'Rename one of them: configurations and failures name a device or domain by its name.',
  }))
}

function addresses({ devices }: Topology): readonly Problem[] {
  const macs = repeats(devices, ({ mac }) => mac).map(([first, second, at]): Problem => ({
    code: 'duplicate-address',
    path: `design.topology.devices[${at}].mac`,
    objects: [first.id, second.id],
    text: `${first.name} and ${second.name} both have the MAC address ${second.mac}.`,
    wayOut: 'Give one of them another address.',
  }))
  const hosts = devices.flatMap((device, at) =>
    device.kind === 'host' || device.kind === 'router' ? [{ ...device, at }] : [],
  )
  const ips = repeats(hosts, ({ ipv4 }) => ipv4).map(([first, second]): Problem => ({
    code: 'duplicate-address',
    path: `design.topology.devices[${second.at}].ipv4`,
    objects: [first.id, second.id],
    text: `${first.name} and ${second.name} both have the IP address ${second.ipv4}.`,
    wayOut: 'Give one of them another address.',
  }))
  return [...macs, ...ips]
}

function vlanNumbers({ vlans }: Topology): readonly Problem[] {
  const numbers = repeats(vlans, ({ id }) => id).map(([, { id }, at]): Problem => ({
    code: 'duplicate-vlan',
    path: `design.topology.vlans[${at}].id`,
    objects: [],
    text: `VLAN ${id} is defined twice.`,
    wayOut: 'Remove one of the two.',
  }))
  const names = repeats(vlans, ({ name }) => name).map(([first, second, at]): Problem => ({
    code: 'duplicate-vlan',
    path: `design.topology.vlans[${at}].name`,
    objects: [],
    text: `VLAN ${first.id} and VLAN ${second.id} are both called ${second.name}.`,
    wayOut: 'Rename one of the two.',
  }))
  return [...numbers, ...names]
}

function flowEnds({ devices, domains, flows }: Topology): readonly Problem[] {
  const known = new Map<string, Device | MlagDomain>([...devices, ...domains].map((one) => [one.id, one]))
  return flows.flatMap(({ id, from, to }, at): readonly Problem[] => {
    const path = `design.topology.flows[${at}]`
    const wayOut = 'A flow runs from a host to a host, a router or a gateway: choose them or remove the flow.'
    if (from === to)
      return [{ code: 'flow-ends', path, objects: [id], text: `Flow ${id} runs from ${from} to itself.`, wayOut }]
    return (
      [
        ['from', from],
        ['to', to],
      ] as const
    ).flatMap(([end, device]): readonly Problem[] => {
      const found = known.get(device)
      if (found && (end === 'to' ? isFlowTarget(found) : 'kind' in found && found.kind === 'host')) return []
      const what = found ? `${found.name}, which sends and takes no probes` : `a device ${device} that does not exist`
      return [{ code: 'flow-ends', path: `${path}.${end}`, objects: [id], text: `Flow ${id} ends at ${what}.`, wayOut }]
    })
  })
}

/** Hosts, routers, and domains, which stand for the gateway that they are. */
function isFlowTarget(one: Device | MlagDomain): boolean {
  return !('kind' in one) || one.kind === 'host' || one.kind === 'router'
}
