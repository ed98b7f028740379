import { toId } from '../../model/ids.ts'
import { networkOf } from '../../model/network.ts'
import type {
  Bond,
  Link,
  MlagDomain,
  Port,
  SpanningTree,
  SpanningTreeEnd,
  Topology,
  VendorId,
} from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { renderText, withPlatform } from '../exporter.ts'
import { EXPORTERS } from '../exporters.ts'

/** The design that tests of exporters start from. */
export const basic = basicPair.build().topology

export function rendered(vendor: VendorId, topology: Topology, device = 'leaf-a') {
  return EXPORTERS[vendor].render(networkOf(withPlatform(topology, vendor)), toId(device))
}

export function text(vendor: VendorId, topology: Topology, device = 'leaf-a'): string {
  return renderText(rendered(vendor, topology, device).lines)
}

/** The lines of a switch's files, one format after the other. */
export function everyFormat(vendor: VendorId, topology: Topology): readonly string[] {
  const net = networkOf(withPlatform(topology, vendor))
  const exporter = EXPORTERS[vendor]
  return [exporter, ...(exporter.variants ?? [])].flatMap(({ render }) =>
    renderText(render(net, toId('leaf-a')).lines).split('\n'),
  )
}

/** The lines typed in a mode, without their indent. */
export function blockOf(config: string, head: string): string[] {
  const lines = config.split('\n')
  const body = lines.slice(lines.indexOf(head) + 1)
  return body
    .slice(
      0,
      body.findIndex((line) => !line.startsWith(' ')),
    )
    .map((line) => line.trim())
}

export function settings(topology: Topology, wanted: MlagDomain['settings']): Topology {
  return domains(topology, (domain) => ({ ...domain, settings: wanted }))
}

export function domains(topology: Topology, change: (domain: MlagDomain) => MlagDomain): Topology {
  return { ...topology, domains: topology.domains.map(change) }
}

export function mapLinks(topology: Topology, change: (link: Link) => Link): Topology {
  return { ...topology, links: topology.links.map(change) }
}

export function mapBonds(topology: Topology, change: (bond: Bond) => Bond): Topology {
  return { ...topology, bonds: topology.bonds.map(change) }
}

/** All switches and all ends alike. */
export function withSpanningTree(topology: Topology, stp: SpanningTree, end: SpanningTreeEnd): Topology {
  const bonds = topology.bonds.map(({ ends: [a, b], ...bond }) => ({
    ...bond,
    ends: [
      { ...a, stp: end },
      { ...b, stp: end },
    ] as const,
  }))
  return {
    ...topology,
    bonds,
    devices: topology.devices.map((device) => (device.kind === 'switch' ? { ...device, stp } : device)),
    links: topology.links.map((link) => ({ ...link, stp: [end, end] as const })),
  }
}

export function keepaliveOnFrontPort(topology: Topology): Topology {
  const move = (port: Port): Port =>
    port.kind === 'management' ? { ...port, kind: 'front', name: 'Ethernet1/48', index: 48 } : port
  return { ...topology, ports: topology.ports.map(move) }
}
