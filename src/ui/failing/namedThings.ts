import { portLabel, type Network } from '../../core/model/network.ts'
import { resolveTarget } from '../../core/model/targets.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { FailureOption } from '../../core/sim/failures/index.ts'

/** What can be named for an option of a failure that is done to a target, as the option takes it. */
export function namedThings(net: Network, option: FailureOption, target: string): readonly string[] {
  if (!('names' in option)) return []
  const found = resolveTarget(net, target)
  if (!found.ok) return []
  switch (option.names) {
    case 'host': {
      const hosts = net.topology.devices.filter(({ kind }) => kind === 'host')
      return hosts.map(({ name }) => name).filter((name) => name !== target)
    }
    case 'port': {
      if (found.target.kind !== 'link') return []
      const named = found.target.port ?? net.ports.get(found.target.link.ends[0])
      if (named === undefined) return []
      return dataPorts(net, named.device).flatMap(({ id, name }) => (id === named.id ? [] : [name]))
    }
    case 'mlag-id': {
      const device = found.target.kind === 'device' ? found.target.device.id : undefined
      const lags = (device && net.lagsOf.get(device)) ?? []
      return lags.filter(({ role }) => role === 'mlag').map(({ channel }) => String(channel))
    }
    case 'switch-port': {
      const ends: readonly string[] = found.target.kind === 'link' ? found.target.link.ends : []
      const switches = net.topology.devices.filter(({ kind }) => kind === 'switch')
      return switches
        .flatMap(({ id }) => dataPorts(net, id))
        .flatMap((port) => (ends.includes(port.id) ? [] : [portLabel(net, port)]))
    }
  }
}

function dataPorts(net: Network, device: DeviceId) {
  return (net.portsOf.get(device) ?? []).filter(({ id }) => net.linkAt.get(id)?.use === 'data')
}
