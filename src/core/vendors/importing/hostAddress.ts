import { newIpv4 } from '../../model/freeNames.ts'
import type { Drawing } from './drawing.ts'

/** Nobody knows the address of what hangs on a port: a free one of the network whose gateway was read, or any. */
export function hostAddress(drawing: Drawing, vlan: number): string {
  const gateway = drawing.domains.flatMap(({ gateways }) => gateways).find((one) => one.vlan === vlan)
  if (gateway === undefined) return newIpv4(drawing)
  const taken = new Set([
    gateway.address,
    ...gateway.addresses,
    ...drawing.devices.map((device) => (device.kind === 'host' ? device.ipv4 : '')),
  ])
  const size = 2 ** (32 - gateway.prefixLength)
  const first = Math.floor(numberOf(gateway.address) / size) * size
  for (let host = Math.min(FIRST_HOST, size - 2); host < size - 1; host++) {
    if (!taken.has(textOf(first + host))) return textOf(first + host)
  }
  return newIpv4(drawing)
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

/** Below it are the addresses that people give to routers. */
const FIRST_HOST = 11
