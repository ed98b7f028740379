import type { DeviceId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import type { Device, HostDevice, SwitchDevice } from '../../../core/model/topology.ts'
import type { Target } from '../../../state/uiStore.ts'
import { devicesOf } from '../devicesOf.ts'

/** Ids whose lines are marked while these things are selected, in the configuration of the shown switches. */
export function markedBy(net: Network, targets: readonly Target[], shown: readonly DeviceId[]): ReadonlySet<string> {
  return new Set(targets.flatMap((target) => idsOf(net, target, shown)))
}

function idsOf(net: Network, target: Target, shown: readonly DeviceId[]): readonly string[] {
  switch (target.kind) {
    case 'port':
      return [net.linkAt.get(target.id)?.id ?? '']
    case 'bond':
      return [target.id, ...(net.bonds.get(target.id)?.members ?? [])]
    case 'link':
    case 'domain':
    case 'note':
      return [target.id]
    case 'device': {
      // Of a switch its own lines; of what hangs below it the ports and bonds that lead there.
      if (shown.includes(target.id)) return [target.id]
      const links = (net.portsOf.get(target.id) ?? []).flatMap(({ id }) => net.linkAt.get(id)?.id ?? [])
      return [target.id, ...links, ...links.flatMap((id) => net.bondOf.get(id)?.id ?? [])]
    }
  }
}

/** What has a configuration of its own. */
export type ConfiguredDevice = SwitchDevice | HostDevice

export function isConfigured(device: Device): device is ConfiguredDevice {
  return device.kind === 'switch' || device.kind === 'host'
}

/**
 * The device whose configuration is shown for a selection: the one that is shown already while the selection has to do
 * with it, else the first that it has to do with.
 */
export function deviceFor(
  net: Network,
  target: Target | undefined,
  shown: DeviceId | null,
): ConfiguredDevice | undefined {
  const present = shown === null ? undefined : net.devices.get(shown)
  const devices = devicesOf(net, target)
  const near = devices.flatMap((device) => {
    const beside = (net.portsOf.get(device.id) ?? []).flatMap(({ id }) => {
      const far = net.devices.get(net.neighbour.get(id)?.device ?? device.id)
      return far?.kind === 'switch' ? [far] : []
    })
    return device.kind === 'switch' ? [device] : device.kind === 'host' ? [device, ...beside] : beside
  })
  const own = target?.kind === 'device' || target?.kind === 'port'
  const first = own ? near[0] : (near.find(({ kind }) => kind === 'switch') ?? near[0])
  if (present && isConfigured(present) && (near.length === 0 || near.includes(present))) return present
  return (
    first ?? net.topology.devices.find((device) => device.kind === 'switch') ?? net.topology.devices.find(isConfigured)
  )
}
