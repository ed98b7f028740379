import type { Namings } from '../model/portNames.ts'
import type { Profile } from '../model/profile.ts'
import type { VendorId } from '../model/topology.ts'
import { aristaEosProfile } from './arista-eos/profile.ts'
import { ciscoNxosProfile } from './cisco-nxos/profile.ts'

/** Every platform's behaviour; a new platform adds its folder and one line here. */
export const PROFILES: Readonly<Record<VendorId, Profile>> = {
  'arista-eos': aristaEosProfile,
  'cisco-nxos': ciscoNxosProfile,
}

/** How each platform names its ports: what edits need to know. */
export const NAMINGS: Namings = {
  'arista-eos': aristaEosProfile.ports,
  'cisco-nxos': ciscoNxosProfile.ports,
}

/** In the order a user chooses from. */
export const VENDORS: readonly VendorId[] = ['cisco-nxos', 'arista-eos']

export function profileOf(vendor: VendorId): Profile {
  return PROFILES[vendor]
}
