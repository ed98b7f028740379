import type { LacpIdentity, MuxState, PeriodicState, RxState } from '../../model/protocolView.ts'
import { has } from '../show/columns.ts'
import type { ShowCommand } from '../show/console.ts'
import {
  lacpMembers,
  lagsNumbered,
  type LacpMember,
  type ShowContext,
  type ShowLag,
  type ShowMember,
} from '../show/context.ts'

/**
 * Aggregated Ethernet and LACP of a Junos switch.
 * Source: Juniper CLI Reference, `show lacp interfaces` and `show lacp statistics interfaces`; outputs in ntc-templates.
 */
export const JUNOS_LINK_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show interfaces terse', help: 'interfaces and whether they are up', print: terse },
  { syntax: 'show lacp interfaces', help: 'LACP of every bundle, here and at the partner', print: (c) => lacp(c.lags) },
  {
    syntax: 'show lacp interfaces <interface>',
    help: 'LACP of one bundle',
    print: (context, [name]) => lacp(lagsNumbered(context, name)),
    values: ({ lags }) => lags.map(({ lag }) => `ae${lag.channel}`),
  },
  { syntax: 'show lacp statistics interfaces', help: 'LACPDUs sent and received', print: statistics },
]

function terse({ ports, lags }: ShowContext): readonly string[] {
  const row = (name: string, up: boolean, protocol = '') =>
    `${name.padEnd(23)} up    ${(up ? 'up' : 'down').padEnd(4)} ${protocol}`.trimEnd()
  const bundleOf = ({ port }: ShowMember) =>
    lags.find(({ members }) => members.some((member) => member.port.id === port.id))
  return [
    'Interface               Admin Link Proto    Local                 Remote',
    ...ports.flatMap((member) => {
      const { port, link, view } = member
      const bundle = bundleOf(member)
      const protocol = bundle ? `aenet    --> ae${bundle.lag.channel}.0` : link.use === 'data' ? 'eth-switch' : 'inet'
      return [row(port.name, view.carrier), row(`${port.name}.0`, view.carrier, protocol)]
    }),
    ...lags.flatMap(({ lag, view }) => [
      row(`ae${lag.channel}`, view.operational),
      row(`ae${lag.channel}.0`, view.operational, 'eth-switch'),
    ]),
  ]
}

function lacp(lags: readonly ShowLag[]): readonly string[] {
  return lags.flatMap((lag) => {
    const members = lacpMembers(lag)
    if (members.length === 0) return []
    return [
      `Aggregated interface: ae${lag.lag.channel}`,
      '    LACP state:       Role   Exp   Def  Dist  Col  Syn  Aggr  Timeout  Activity',
      ...members.flatMap(({ port, lacp: { actor, partner } }) => [
        stateRow(port.name, 'Actor', actor),
        stateRow(port.name, 'Partner', partner),
      ]),
      '    LACP protocol:        Receive State  Transmit State          Mux State',
      ...members.map(protocolRow),
    ]
  })
}

function stateRow(name: string, role: string, { state }: LacpIdentity): string {
  const yes = (bit: Parameters<typeof has>[1], width: number) => (has(state, bit) ? 'Yes' : 'No').padStart(width)
  return [
    `      ${name.padEnd(9)}${role.padStart(11)}`,
    yes('expired', 6),
    yes('defaulted', 6),
    yes('distributing', 6),
    yes('collecting', 5),
    yes('synchronization', 5),
    yes('aggregation', 6),
    (has(state, 'timeout') ? 'Fast' : 'Slow').padStart(9),
    (has(state, 'activity') ? 'Active' : 'Passive').padStart(10),
  ].join('')
}

function protocolRow({ port, lacp: { rx, periodic, mux } }: LacpMember): string {
  return `      ${port.name.padEnd(9)}${RECEIVE[rx].padStart(24)}${TRANSMIT[periodic].padStart(16)} ${MUX[mux].padStart(18)}`
}

function statistics({ lags }: ShowContext): readonly string[] {
  return lags.flatMap((lag) => {
    const members = lacpMembers(lag)
    if (members.length === 0) return []
    return [
      `Aggregated interface: ae${lag.lag.channel}`,
      '    LACP Statistics:       LACP Rx     LACP Tx',
      ...members.map(
        ({ port, lacp: { pdusReceived, pdusSent } }) =>
          `      ${port.name.padEnd(17)}${String(pdusReceived).padStart(11)}${String(pdusSent).padStart(12)}`,
      ),
    ]
  })
}

const RECEIVE: Readonly<Record<RxState, string>> = {
  initialize: 'Initialize',
  'port-disabled': 'Port disabled',
  expired: 'Expired',
  'lacp-disabled': 'LACP disabled',
  defaulted: 'Defaulted',
  current: 'Current',
}
const TRANSMIT: Readonly<Record<PeriodicState, string>> = {
  'no-periodic': 'No periodic',
  'fast-periodic': 'Fast periodic',
  'slow-periodic': 'Slow periodic',
  'periodic-tx': 'Fast periodic',
}
const MUX: Readonly<Record<MuxState, string>> = {
  detached: 'Detached',
  waiting: 'Waiting',
  attached: 'Attached',
  'attached-wtr': 'Attached',
  collecting: 'Collecting',
  distributing: 'Collecting distributing',
  'collecting-distributing': 'Collecting distributing',
}
