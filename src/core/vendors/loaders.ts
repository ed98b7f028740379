import type { Profile, Profiles } from '../model/profile.ts'
import type { Topology, VendorId } from '../model/topology.ts'

/** Profiles one by one, so that a page loads only those of the platforms in its design. */
const LOADERS: Readonly<Record<VendorId, () => Promise<Profile>>> = {
  'arista-eos': async () => (await import('./arista-eos/profile.ts')).aristaEosProfile,
  'h3c-comware': async () => (await import('./h3c-comware/profile.ts')).h3cComwareProfile,
  'huawei-vrp8': async () => (await import('./huawei-vrp8/profile.ts')).huaweiVrp8Profile,
  'cisco-nxos': async () => (await import('./cisco-nxos/profile.ts')).ciscoNxosProfile,
  'juniper-junos': async () => (await import('./juniper-junos/profile.ts')).juniperJunosProfile,
  sonic: async () => (await import('./sonic/profile.ts')).sonicProfile,
  'aruba-aoscx': async () => (await import('./aruba-aoscx/profile.ts')).arubaAoscxProfile,
  'nvidia-cumulus': async () => (await import('./nvidia-cumulus/profile.ts')).nvidiaCumulusProfile,
  'dell-os10': async () => (await import('./dell-os10/profile.ts')).dellOs10Profile,
  'mikrotik-routeros': async () => (await import('./mikrotik-routeros/profile.ts')).mikrotikRouterosProfile,
  'cisco-ios-xe': async () => (await import('./cisco-ios-xe/profile.ts')).ciscoIosXeProfile,
  generic: async () => (await import('./generic/profile.ts')).genericProfile,
}

/** One platform's profile. */
export function loadProfile(vendor: VendorId): Promise<Profile> {
  return LOADERS[vendor]()
}

/** Profiles of the platforms that a topology's switches run. */
export async function loadProfiles(topology: Topology): Promise<Profiles> {
  const used = new Set(topology.devices.flatMap((device) => (device.kind === 'switch' ? [device.vendor] : [])))
  const loaded = await Promise.all([...used].map(async (vendor) => [vendor, await LOADERS[vendor]()] as const))
  return Object.fromEntries(loaded)
}
