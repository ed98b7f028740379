import type { DeviceId } from '../model/ids.ts'
import { need, type Network } from '../model/network.ts'
import type { Link, Port } from '../model/topology.ts'

/** The cables of a device with its port of each, in the order of its ports. */
export function cabled(net: Network, device: DeviceId): readonly { port: Port; link: Link }[] {
  return byPort(
    need(net.portsOf, device).flatMap((port) => {
      const link = net.linkAt.get(port.id)
      return link ? [{ port, link }] : []
    }),
  )
}

/** Those that carry the keepalive of a pair. */
export function keepaliveCables(net: Network, device: DeviceId): readonly { port: Port; link: Link }[] {
  return cabled(net, device).filter(({ link }) => link.use === 'keepalive')
}

/** In the order in which the ports stand on the device. */
export function byPort<T extends { readonly port: Port }>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => a.port.index - b.port.index)
}
