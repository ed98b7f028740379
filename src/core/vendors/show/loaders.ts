import type { Device, VendorId } from '../../model/topology.ts'
import type { Console } from './console.ts'

/** Consoles one by one, so that a page loads only the one that is looked at. */
const CONSOLES: Readonly<Partial<Record<VendorId, () => Promise<Console>>>> = {
  'arista-eos': async () => (await import('../arista-eos/show.ts')).aristaEosConsole,
  'h3c-comware': async () => (await import('../h3c-comware/show.ts')).h3cComwareConsole,
  'huawei-vrp8': async () => (await import('../huawei-vrp8/show.ts')).huaweiVrp8Console,
  'cisco-ios-xe': async () => (await import('../cisco-ios-xe/show.ts')).ciscoIosXeConsole,
  'cisco-nxos': async () => (await import('../cisco-nxos/show.ts')).ciscoNxosConsole,
  'juniper-junos': async () => (await import('../juniper-junos/show.ts')).juniperJunosConsole,
  sonic: async () => (await import('../sonic/show.ts')).sonicConsole,
  'aruba-aoscx': async () => (await import('../aruba-aoscx/show.ts')).arubaAoscxConsole,
  'nvidia-cumulus': async () => (await import('../nvidia-cumulus/show.ts')).nvidiaCumulusConsole,
  'dell-os10': async () => (await import('../dell-os10/show.ts')).dellOs10Console,
  'mikrotik-routeros': async () => (await import('../mikrotik-routeros/show.ts')).mikrotikRouterosConsole,
}

/** The console of a device; null where there is none: management switches, platforms without one. */
export async function loadConsole(device: Device): Promise<Console | null> {
  switch (device.kind) {
    case 'switch':
      return (await CONSOLES[device.vendor]?.()) ?? null
    case 'host':
      return (await import('./linuxBond.ts')).linuxConsole
    case 'management-switch':
    case 'router':
      return null
  }
}
