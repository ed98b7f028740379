import type { Profile } from '../model/profile.ts'
import type { VendorId } from '../model/topology.ts'
import { aristaEosProfile } from './arista-eos/profile.ts'
import { ciscoNxosProfile } from './cisco-nxos/profile.ts'
import { juniperJunosProfile } from './juniper-junos/profile.ts'
import { sonicProfile } from './sonic/profile.ts'
import { h3cComwareProfile } from './h3c-comware/profile.ts'
import { huaweiVrp8Profile } from './huawei-vrp8/profile.ts'
import { arubaAoscxProfile } from './aruba-aoscx/profile.ts'
import { nvidiaCumulusProfile } from './nvidia-cumulus/profile.ts'
import { dellOs10Profile } from './dell-os10/profile.ts'
import { mikrotikRouterosProfile } from './mikrotik-routeros/profile.ts'
import { ciscoIosXeProfile } from './cisco-ios-xe/profile.ts'
import { genericProfile } from './generic/profile.ts'

/** Every platform's behaviour; a new platform adds one line here, in `platforms.ts` and in `loaders.ts`. */
export const PROFILES: Readonly<Record<VendorId, Profile>> = {
  'arista-eos': aristaEosProfile,
  'cisco-nxos': ciscoNxosProfile,
  'juniper-junos': juniperJunosProfile,
  sonic: sonicProfile,
  'huawei-vrp8': huaweiVrp8Profile,
  'h3c-comware': h3cComwareProfile,
  'aruba-aoscx': arubaAoscxProfile,
  'nvidia-cumulus': nvidiaCumulusProfile,
  'dell-os10': dellOs10Profile,
  'mikrotik-routeros': mikrotikRouterosProfile,
  'cisco-ios-xe': ciscoIosXeProfile,
  generic: genericProfile,
}

export function profileOf(vendor: VendorId): Profile {
  return PROFILES[vendor]
}
