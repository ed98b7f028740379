import { portName, type Namings } from '../model/portNames.ts'
import type { Platform } from '../model/profile.ts'
import { recordOf } from '../model/records.ts'
import { ALL_VENDOR_IDS, VENDOR_IDS, type Topology, type VendorId } from '../model/topology.ts'
import { aristaEosPlatform } from './arista-eos/platform.ts'
import { ciscoNxosPlatform } from './cisco-nxos/platform.ts'
import { juniperJunosPlatform } from './juniper-junos/platform.ts'
import { sonicPlatform } from './sonic/platform.ts'
import { h3cComwarePlatform } from './h3c-comware/platform.ts'
import { huaweiVrp8Platform } from './huawei-vrp8/platform.ts'
import { arubaAoscxPlatform } from './aruba-aoscx/platform.ts'
import { nvidiaCumulusPlatform } from './nvidia-cumulus/platform.ts'
import { dellOs10Platform } from './dell-os10/platform.ts'
import { mikrotikRouterosPlatform } from './mikrotik-routeros/platform.ts'
import { ciscoIosXePlatform } from './cisco-ios-xe/platform.ts'
import { genericPlatform } from './generic/platform.ts'

/** Words and numbering of every platform; a new platform adds its folder and one line here. */
export const PLATFORMS: Readonly<Record<VendorId, Platform>> = {
  'cisco-nxos': ciscoNxosPlatform,
  'arista-eos': aristaEosPlatform,
  'juniper-junos': juniperJunosPlatform,
  sonic: sonicPlatform,
  'huawei-vrp8': huaweiVrp8Platform,
  'h3c-comware': h3cComwarePlatform,
  'aruba-aoscx': arubaAoscxPlatform,
  'nvidia-cumulus': nvidiaCumulusPlatform,
  'dell-os10': dellOs10Platform,
  'mikrotik-routeros': mikrotikRouterosPlatform,
  'cisco-ios-xe': ciscoIosXePlatform,
  generic: genericPlatform,
}

/** Platforms that form pairs, in the order a user chooses from. */
export const VENDORS: readonly VendorId[] = VENDOR_IDS

/** Platforms that a switch may have. */
export const ALL_VENDORS: readonly VendorId[] = ALL_VENDOR_IDS

/** How each platform names its ports: what edits need to know. */
export const NAMINGS: Namings = recordOf(ALL_VENDOR_IDS, (vendor) => PLATFORMS[vendor].ports)

export function platformOf(vendor: VendorId): Platform {
  return PLATFORMS[vendor]
}

/** Every switch on one platform, its ports named as that platform names them: what is exported for it. */
export function redrawnOn(topology: Topology, vendor: VendorId): Topology {
  const devices = topology.devices.map((device) => (device.kind === 'switch' ? { ...device, vendor } : device))
  const switches = new Set(devices.flatMap(({ id, kind }) => (kind === 'switch' ? [id] : [])))
  const ports = topology.ports.map((port) =>
    switches.has(port.device) ? { ...port, name: portName(NAMINGS[vendor], port.kind, port.index) } : port,
  )
  return { ...topology, devices, ports }
}
