import type { HostFormat, HostFormatId } from './hostFormat.ts'
import { ifupdown2 } from './ifupdown2.ts'
import { netplan } from './netplan.ts'
import { networkd } from './networkd.ts'
import { networkManager } from './networkManager.ts'

/** Every format of a Linux server's interfaces; a new one is a file and a line here. */
export const HOST_FORMATS: Readonly<Record<HostFormatId, HostFormat>> = {
  netplan,
  networkd,
  networkmanager: networkManager,
  ifupdown2,
}
