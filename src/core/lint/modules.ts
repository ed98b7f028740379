import type { DeviceId } from '../model/ids.ts'
import type { Network } from '../model/network.ts'
import type { Link } from '../model/topology.ts'

/** Line card of a port by its name: `2` of `Ethernet2/1`, `0/1` of `et-0/1/3`; null where names do not say. */
export function moduleOf(name: string): string | null {
  const found = /^[A-Za-z-]*(\d+(?:\/\d+)*)\/\d+(?::\d+)?$/.exec(name.replace(/^\d+G?GE/i, ''))
  return found?.[1] ?? null
}

/** Line cards of a device that have a front port in use. */
export function modulesOf(net: Network, device: DeviceId): ReadonlySet<string> {
  const names = (net.portsOf.get(device) ?? []).filter(({ kind }) => kind === 'front').map(({ name }) => moduleOf(name))
  return new Set(names.filter((name) => name !== null))
}

/** Cables on these line cards of a device. */
export function cablesOn(net: Network, device: DeviceId, modules: ReadonlySet<string>): readonly Link[] {
  return (net.portsOf.get(device) ?? []).flatMap(({ id, kind, name }) => {
    const link = net.linkAt.get(id)
    return link !== undefined && kind === 'front' && modules.has(moduleOf(name) ?? '') ? [link] : []
  })
}

/** Line cards that cables use on a device. */
export function modulesOfCables(net: Network, device: DeviceId, links: readonly Link[]): ReadonlySet<string> {
  const ports = links.flatMap(({ ends }) => ends.flatMap((end) => net.ports.get(end) ?? []))
  const names = ports.filter((port) => port.device === device).map(({ name }) => moduleOf(name))
  return new Set(names.filter((name) => name !== null))
}
