import type { DeviceId } from '../model/ids.ts'
import { devicesAt, type Network } from '../model/network.ts'
import type { Bond, BondEnd, Flow, VendorId } from '../model/topology.ts'
import { PLATFORMS } from '../vendors/platforms.ts'
import { isSwitch, type Drawn } from './drawn.ts'

/** A bond by number and ends: `port-channel11 of leafs to srv-1`. */
export function bondName(net: Network, bond: Bond): string {
  const [near, far] = switchFirst(net, bond)
  const vendor = vendorAt(net, near)
  const channel = vendor === null ? 'bond' : PLATFORMS[vendor].words.channel
  return `${channel}${near.channel} of ${endName(net, near)} to ${endName(net, far)}`
}

/** The device or domain at an end, by name. */
export function endName(net: Network, { at }: BondEnd): string {
  return ('device' in at ? net.devices.get(at.device)?.name : net.domains.get(at.domain)?.name) ?? ''
}

/** Platform of the switches at the bond's first end that has some. */
export function vendorOfBond(net: Network, bond: Bond): VendorId | null {
  return vendorAt(net, switchFirst(net, bond)[0])
}

export function vendorAt(net: Network, end: BondEnd): VendorId | null {
  const device = devicesAt(net, end)
    .map((id) => net.devices.get(id))
    .find(isSwitch)
  return device?.vendor ?? null
}

/** The host at one of a bond's ends; undefined between switches. */
export function hostOf(drawn: Drawn, bond: Bond) {
  return drawn.hosts.find(({ id }) => bond.ends.some(({ at }) => 'device' in at && at.device === id))
}

/** Flows that begin or end at a device. */
export function flowsOf({ design }: Drawn, device: DeviceId): readonly Flow[] {
  return design.topology.flows.filter(({ from, to }) => from === device || to === device)
}

function switchFirst(net: Network, { ends: [a, b] }: Bond): readonly [BondEnd, BondEnd] {
  return vendorAt(net, a) === null ? [b, a] : [a, b]
}
