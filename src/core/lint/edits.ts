import type { Edit } from '../model/edits.ts'
import type { DeviceId } from '../model/ids.ts'

/** A further cable between two devices, on the first ports that fit; with the bond that is there, or as a new one. */
export function cableBetween(from: DeviceId, to: DeviceId): Edit {
  return { type: 'connect', from: { device: from, port: null }, to: { device: to, port: null }, bond: 'auto' }
}
