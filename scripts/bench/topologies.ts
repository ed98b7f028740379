import type { Topology } from '../../src/core/model/topology.ts'
import * as parts from '../../src/core/templates/parts.ts'

/** Bonded servers below one switch of 48 ports. */
const LAGS_PER_SWITCH = 24

/**
 * Servers, each bonded with two cables to a switch, everything at the fast rate: `lags` link aggregations, nothing
 * else. Spanning tree is off and there are no flows, so every event is LACP's.
 */
export function bondedServers(lags: number): Topology {
  const at = { x: 0, y: 0 }
  const switches = Array.from({ length: Math.ceil(lags / LAGS_PER_SWITCH) }, (_, n) => ({
    ...parts.leaf(`sw-${n}`, '00'),
    mac: macOf(0, n),
    stp: { enabled: false, priority: 32_768 },
  }))
  const servers = Array.from({ length: lags }, (_, n) => ({
    ...parts.server(`srv-${n}`, 1),
    mac: macOf(1, n),
    ipv4: `10.${n >> 16}.${(n >> 8) & 0xff}.${n & 0xff}`,
  }))
  const wired = servers.flatMap((server, n) => {
    const above = switches[Math.floor(n / LAGS_PER_SWITCH)]
    if (above === undefined) return []
    const slot = n % LAGS_PER_SWITCH
    const cables = [1, 2].map((leg) => parts.serverCable(parts.front(above, slot * 2 + leg), parts.nic(server, leg)))
    const bond = parts.serverBond(server.name, cables, [
      parts.end({ device: above.id }, slot + 1, 'fast'),
      parts.end({ device: server.id }, 0, 'fast'),
    ])
    return [{ cables, bond }]
  })
  return parts.designOf({
    title: `${lags} bonded servers`,
    devices: [...switches, ...servers].map((device) => [device, at] as const),
    cables: wired.flatMap(({ cables }) => cables),
    bonds: wired.map(({ bond }) => bond),
    domains: [],
    flows: [],
  }).topology
}

function macOf(kind: number, n: number): string {
  return ['02', '00', hex(kind), hex(n >> 16), hex((n >> 8) & 0xff), hex(n & 0xff)].join(':')
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, '0')
}
