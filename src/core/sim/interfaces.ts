import type { Lag, Network } from '../model/network.ts'
import type { Device, Port } from '../model/topology.ts'

/** A bridged interface of a device: a link aggregation, a single port, or a member while it forwards by itself. */
export type Interface = { readonly lag: Lag } | { readonly port: Port; readonly member?: Lag }

/** Bridged interfaces of a device, in order: link aggregations that have cables, ports that are in none, members that may forward alone. */
export function interfacesOf(net: Network, { id, kind }: Device): readonly Interface[] {
  if (kind === 'host') return []
  const lags = (net.lagsOf.get(id) ?? []).filter(({ ports }) => ports.length > 0).map((lag) => ({ lag }))
  const bridged = kind === 'management-switch' ? 'keepalive' : 'data'
  const single = (net.portsOf.get(id) ?? [])
    .filter((port) => !net.lagAt.has(port.id) && net.linkAt.get(port.id)?.use === bridged)
    .map((port) => ({ port }))
  const alone = lags
    .filter(({ lag }) => lag.bond.ends[lag.end].lacp?.fallback === 'individual')
    .flatMap(({ lag }) => lag.ports.map((port) => ({ port, member: lag })))
  return [...lags, ...single, ...alone]
}
