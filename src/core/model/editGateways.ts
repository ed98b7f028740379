import type { Design } from './design.ts'
import { done, gone, refused, type EditResult, type GatewayFields } from './edit.ts'
import { brokenField } from './fieldNames.ts'
import { brokenRule, IPV4, PREFIX_LENGTH } from './fieldRules.ts'
import type { DomainId } from './ids.ts'
import { accessVlanOf, networkOf } from './network.ts'
import type { Gateway, MlagDomain, Topology } from './topology.ts'

export function addGateway(design: Design, id: DomainId, vlan: number): EditResult {
  const { topology } = design
  const domain = topology.domains.find((domain) => domain.id === id)
  if (!domain) return gone('domain')
  if (!topology.vlans.some((known) => known.id === vlan)) return gone('VLAN')
  if (domain.gateways.some((gateway) => gateway.vlan === vlan))
    return refused(`${domain.name} is the gateway of VLAN ${vlan} already.`)
  const gateways = [...domain.gateways, newGateway(topology, vlan)].sort((a, b) => a.vlan - b.vlan)
  return done(withGateways(design, domain, gateways))
}

export function setGateway(design: Design, id: DomainId, vlan: number, set: GatewayFields): EditResult {
  const domain = design.topology.domains.find((domain) => domain.id === id)
  if (!domain) return gone('domain')
  if (!domain.gateways.some((gateway) => gateway.vlan === vlan)) return gone('gateway')
  const rule = (set.addresses ?? []).map((address) => brokenRule(IPV4, address)).find((rule) => rule !== null)
  const broken =
    brokenField(set, { address: ['The virtual address', IPV4], prefixLength: ['The prefix length', PREFIX_LENGTH] }) ??
    (rule === undefined ? null : `Each address ${rule}.`)
  if (broken !== null) return refused(broken)
  const gateways = domain.gateways.map((gateway) => (gateway.vlan === vlan ? { ...gateway, ...set } : gateway))
  return done(withGateways(design, domain, gateways))
}

export function removeGateway(design: Design, id: DomainId, vlan: number): EditResult {
  const domain = design.topology.domains.find((domain) => domain.id === id)
  if (!domain) return gone('domain')
  if (!domain.gateways.some((gateway) => gateway.vlan === vlan)) return gone('gateway')
  const gateways = domain.gateways.filter((gateway) => gateway.vlan !== vlan)
  return done(withGateways(design, domain, gateways))
}

/** In the network of the VLAN's hosts, or a network of its own: the first address for both, the next two for the peers. */
export function newGateway(topology: Topology, vlan: number): Gateway {
  const net = networkOf(topology)
  const host = topology.devices.find(({ id, kind }) => kind === 'host' && accessVlanOf(net, id) === vlan)
  const known = host?.kind === 'host' ? host.ipv4.split('.').slice(0, 3) : ['10', '1', String(vlan % 256)]
  const [address, a, b] = freeAddresses(topology, known.join('.'))
  return { vlan, address, addresses: [a, b], prefixLength: 24 }
}

function freeAddresses({ devices, domains }: Topology, network: string): readonly [string, string, string] {
  const taken = new Set([
    ...devices.flatMap((device) => ('ipv4' in device ? [device.ipv4] : [])),
    ...domains.flatMap(({ gateways }) => gateways.flatMap(({ address, addresses }) => [address, ...addresses])),
  ])
  const free = Array.from({ length: 254 }, (_, at) => `${network}.${at + 1}`).filter((one) => !taken.has(one))
  const [first = `${network}.1`, second = `${network}.2`, third = `${network}.3`] = free
  return [first, second, third]
}

function withGateways(design: Design, domain: MlagDomain, gateways: readonly Gateway[]): Design {
  const domains = design.topology.domains.map((other) => (other === domain ? { ...domain, gateways } : other))
  return { ...design, topology: { ...design.topology, domains } }
}
