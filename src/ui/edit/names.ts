import type { Network } from '../../core/model/network.ts'
import { counted } from '../canvas/remove.ts'

/** "srv-1", "srv-1 and srv-2", "5 devices", with the notes: what a step was done to. */
export function namesOf(net: Network, devices: readonly string[], notes = 0): string {
  const names = net.topology.devices.flatMap(({ id, name }) => (devices.includes(id) ? [name] : []))
  const things = names.length > 2 ? counted(names.length, 'device') : names.join(' and ')
  return [things, counted(notes, 'note')].filter((part) => part !== '').join(' and ')
}
