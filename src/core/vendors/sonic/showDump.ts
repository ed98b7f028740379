import type { HostDevice } from '../../model/topology.ts'
import { columns } from '../show/columns.ts'
import { lacpMembers, mlagsOf, peerLag, peerLinkOf, type ShowContext } from '../show/context.ts'
import { nameOf } from './showWords.ts'

/**
 * More of what the daemon dumps: ports of the other peer, neighbours, counters. Counters whose events the simulation does
 * not count are left out, and so is IPv6, which nobody speaks in it.
 * Source: sonic-net/sonic-buildimage, src/iccpd/src/mclagdctl.
 */
export function peerPorts(context: ShowContext): readonly string[] {
  return mlagsOf(context).flatMap((own) => {
    const peer = peerLag(context, own.lag.channel)
    if (peer === null) return []
    return [
      RULE,
      'Type: PortChannel',
      `PortName: ${nameOf(peer)}`,
      `MAC: ${lacpMembers(peer)[0]?.lacp.actor.system ?? context.pair?.peer.mac ?? ''}`,
      `State: ${peer.view.operational ? 'Up' : 'Down'}`,
      RULE,
    ]
  })
}

/** Servers behind MCLAG port-channels whose VLAN this peer is the router of. */
export function arp(context: ShowContext): readonly string[] {
  const { net, pair, device, table } = context
  const routed = (pair?.view.gateways ?? []).filter(({ answering }) => answering.includes(device.id))
  const hosts = new Map(net.topology.devices.flatMap((one) => (one.kind === 'host' ? [[one.mac, one] as const] : [])))
  const found = table.flatMap(({ mac, vlan, channel, origin }) => {
    const host: HostDevice | undefined = hosts.get(mac)
    const lag = mlagsOf(context).find((one) => one.lag.channel === channel)
    if (host === undefined || lag === undefined || !routed.some((gateway) => gateway.vlan === vlan)) return []
    return [{ ip: host.ipv4, mac, dev: nameOf(lag), flag: origin === 'frame' ? 'L' : 'R' }]
  })
  return [
    NEIGHBOURS,
    ...found
      .toSorted((a, b) => a.ip.localeCompare(b.ip, 'en', { numeric: true }))
      .map(({ ip, mac, dev, flag }, at) => columns(NEIGHBOUR_WIDTHS, [at + 1, ip, mac, dev, flag])),
  ]
}

export function nd(): readonly string[] {
  return [NEIGHBOURS]
}

/** Interfaces with addresses of their own on each peer; the drawn ones have the same on both. */
export function uniqueIp(context: ShowContext): readonly string[] {
  const gateways = context.pair?.view.gateways ?? []
  return [
    columns([6, 20], ['No.', 'L3-INTERFACE']),
    ...(context.profile?.gateway?.value === 'same-address'
      ? []
      : gateways.map(({ vlan }, at) => columns([6, 20], [at + 1, `Vlan${vlan}`]))),
  ]
}

export function counters(context: ShowContext): readonly string[] {
  const { events } = context
  const inner = context.pair?.inner
  const link = peerLinkOf(context)
  const lost = events.filter(({ text }) => text.includes('peer adjacency lost'))
  const dark = events.filter(({ text }) => link !== null && text.includes(` left ${nameOf(link)}, 0 of `))
  const row = (name: string, sent: string | number, heard: string | number) => columns([20, 20], [name, sent, heard])
  return [
    `ICCP session down:  ${lost.length}`,
    // Its members leave one by one in the same instant.
    `Peer link down:     ${new Set(dark.map(({ at }) => at)).size}`,
    '',
    row('ICCP to Peer', 'TX_OK', 'RX_OK'),
    row('------------', '-----', '-----'),
    ...(inner ? [row('Heartbeat', inner.counts.hellosSent, inner.counts.hellosHeard)] : []),
  ]
}

const RULE = '-'.repeat(60)
const NEIGHBOUR_WIDTHS = [5, 19, 19, 19]
const NEIGHBOURS = columns(NEIGHBOUR_WIDTHS, ['No.', 'IP', 'MAC', 'DEV', 'Flag'])
