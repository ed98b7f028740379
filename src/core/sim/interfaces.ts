import type { Lag, Network } from '../model/network.ts'
import type { Device, Port } from '../model/topology.ts'

/** A bridged interface of a device: a link aggregation or a single port. */
export type Interface = { readonly lag: Lag } | { readonly port: Port }

/** Bridged interfaces of a device, in order: link aggregations that have cables, then ports that are in none. */
export function interfacesOf(net: Network, { id, kind }: Device): readonly Interface[] {
  if (kind === 'host') return []
  const lags = (net.lagsOf.get(id) ?? []).filter(({ ports }) => ports.length > 0).map((lag) => ({ lag }))
  const bridged = kind === 'management-switch' ? 'keepalive' : 'data'
  const single = (net.portsOf.get(id) ?? [])
    .filter((port) => !net.lagAt.has(port.id) && net.linkAt.get(port.id)?.use === bridged)
    .map((port) => ({ port }))
  return [...lags, ...single]
}
