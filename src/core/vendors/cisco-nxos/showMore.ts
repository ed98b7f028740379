import type { LacpIdentity } from '../../model/protocolView.ts'
import { fact, has, hex } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import { hasKeepalive, lacpMembers, type ShowContext } from '../show/context.ts'
import { ago, keepaliveStatus } from './showWords.ts'

/**
 * Counters of the keepalive, and LACP of one member at length.
 * Source: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs" and "Configuring Port
 * Channels"; outputs in Cisco Genie parsers. Markers are not asked for, so their counters are left out.
 */
export const NXOS_MORE_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'show vpc statistics peer-keepalive',
    help: 'keepalives sent and received',
    print: statistics,
  },
  {
    syntax: 'show lacp interface ethernet <slot/port>',
    help: 'LACP of one member, both ends',
    print: (context, [port]) => lacpInterface(context, port ?? ''),
    values: ({ lags }) => lags.flatMap((lag) => lacpMembers(lag).map(({ port }) => port.name.replace(/^Ethernet/, ''))),
  },
]

function statistics(context: ShowContext): readonly string[] {
  const inner = context.pair?.inner
  if (inner === undefined || inner === null || !hasKeepalive(context)) {
    return [fact(34, 'vPC keep-alive status', keepaliveStatus(context))]
  }
  return [
    fact(34, 'vPC keep-alive status', keepaliveStatus(context)),
    ...(context.pair?.own.keepalive === 'alive'
      ? [fact(34, '--Peer is alive for', ago(context.now - inner.keepaliveSince))]
      : []),
    '',
    'vPC keep-alive statistics',
    '-'.repeat(52),
    fact(32, 'peer-keepalive tx count:', inner.counts.keepalivesSent, ''),
    fact(32, 'peer-keepalive rx count:', inner.counts.keepalivesHeard, ''),
  ]
}

function lacpInterface({ lags }: ShowContext, wanted: string): readonly string[] {
  for (const lag of lags) {
    for (const { port, view, lacp } of lacpMembers(lag)) {
      if (port.name !== `Ethernet${wanted}`) continue
      return [
        `Interface Ethernet${wanted} is ${view.carrier && view.suspended === null ? 'up' : 'down'}`,
        `  Channel group is ${lag.lag.channel} port channel is Po${lag.lag.channel}`,
        `  PDUs sent: ${lacp.pdusSent}`,
        `  PDUs rcvd: ${lacp.pdusReceived}`,
        `Local Port: Eth${wanted}   MAC Address= ${dashed(lacp.actor.system)}`,
        ...side(lacp.actor),
        '',
        `Neighbor: ${hex(lacp.partner.port)}`,
        `  MAC Address= ${dashed(lacp.partner.system)}`,
        ...side(lacp.partner),
      ]
    }
  }
  return [`LACP is not enabled on Ethernet${wanted}`]
}

function side({ systemPriority, system, portPriority, port, key, state }: LacpIdentity): readonly string[] {
  return [
    `  System Identifier=${hex(systemPriority)},${dashed(system)}`,
    `  Port Identifier=${hex(portPriority)},${hex(port)}`,
    `  Operational key=${key}`,
    `  LACP_Activity=${has(state, 'activity') ? 'active' : 'passive'}`,
    `  LACP_Timeout=${has(state, 'timeout') ? 'Short Timeout (1s)' : 'Long Timeout (30s)'}`,
    `  Synchronization=${has(state, 'synchronization') ? 'IN_SYNC' : 'OUT_OF_SYNC'}`,
    `  Collecting=${has(state, 'collecting')}`,
    `  Distributing=${has(state, 'distributing')}`,
  ]
}

/** `0-23-4-ee-be-a`: octets without leading zeros. */
function dashed(mac: string): string {
  return mac
    .split(':')
    .map((octet) => Number.parseInt(octet, 16).toString(16))
    .join('-')
}
