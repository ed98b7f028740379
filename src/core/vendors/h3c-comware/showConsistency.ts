import { vlansOf } from '../../model/network.ts'
import type { ComparedView } from '../../model/peerView.ts'
import type { ShowCommand } from '../show/console.ts'
import { differs, mlagsOf, peerHeard, peerLinkOf, type ShowContext } from '../show/context.ts'
import { vlanLists } from '../text.ts'
import { NOT_CONFIGURED } from './showWords.ts'

/**
 * What the devices of an M-LAG system hold against each other.
 * Source: H3C Layer 2 LAN Switching Command Reference, M-LAG commands, display m-lag consistency (global); the lines of
 * an interface are named after those.
 */
export const COMWARE_CONSISTENCY_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'display m-lag consistency-check status', help: 'whether and how it is checked', print: status },
  { syntax: 'display m-lag consistency type1 global', help: 'what must be equal on both devices', print: globalOne },
  { syntax: 'display m-lag consistency type2 global', help: 'what should be equal on both devices', print: globalTwo },
  {
    syntax: 'display m-lag consistency type1 interface Bridge-Aggregation <number>',
    help: 'what must be equal on one M-LAG interface',
    print: (context, [number]) => ofInterface(context, Number(number), interfaceOne),
    values: channels,
  },
  {
    syntax: 'display m-lag consistency type2 interface Bridge-Aggregation <number>',
    help: 'what should be equal on one M-LAG interface',
    print: (context, [number]) => ofInterface(context, Number(number), interfaceTwo),
    values: channels,
  },
]

function channels(context: ShowContext): readonly string[] {
  return mlagsOf(context).map(({ lag }) => String(lag.channel))
}

function status(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const mode = context.runs?.choices['on-type-1-mismatch'].value === 'report' ? 'Loose' : 'Strict'
  const heard = peerHeard(context) !== null
  const row = (name: string, value: string) =>
    `${`Local ${name.padEnd(11)}: ${value}`.padEnd(38)}Peer ${name.padEnd(11)}: ${heard ? value : 'N/A'}`
  return [
    '                     Global Consistency Check Configuration',
    row('status', 'Enabled'),
    row('check mode', mode),
  ]
}

function globalOne(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const link = peerLinkOf(context)
  const vlans = link?.members[0] && vlansOf(context.net, link.members[0].link)
  const tree = rowsOf(context, 'domain').filter(({ name }) => name === 'STP mode')
  return [
    ...(vlans === undefined
      ? []
      : [
          verdict(context, 'VLAN', []),
          ...both(context, 'peer-link interface link type', word(vlans.mode), word(vlans.mode)),
          ...both(context, 'peer-link interface PVID', nativeOf(vlans), nativeOf(vlans)),
          '',
        ]),
    verdict(context, 'STP', tree),
    ...tree.flatMap(({ own, peer }) => [
      ...both(context, 'global STP protocol state', treeState(own), treeState(peer)),
      ...both(context, 'STP mode', treeMode(own), treeMode(peer)),
    ]),
  ]
}

function globalTwo(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const rows = rowsOf(context, 'domain')
  const vlans = rows.filter(({ name }) => name === 'VLANs')
  const interfaces = rows.filter(({ name }) => name === 'VLAN interfaces')
  const addresses = rows.filter(({ name }) => name === 'gateway addresses')
  const lists = (title: string, own: string | null, peer: string | null): readonly string[] => [
    `Local ${title}:`,
    `  ${listText(own)}`,
    `Peer ${title}:`,
    `  ${peerHeard(context) === null ? 'N/A' : listText(peer)}`,
  ]
  return [
    verdict(context, 'VLAN', [...vlans, ...interfaces]),
    ...vlans.flatMap(({ own, peer }) => lists('VLANs', own, peer)),
    ...(interfaces.length > 0 ? interfaces : [NO_LIST]).flatMap(({ own, peer }) => lists('VLAN interfaces', own, peer)),
    ...(addresses.length === 0 ? [] : ['', verdict(context, 'L3 gateway', addresses)]),
    ...addresses.flatMap(({ own, peer }) => both(context, 'virtual addresses', own, peer)),
  ]
}

function listText(list: string | null): string {
  return list === null || list === '' ? '-' : vlanLists(list.split(',').map(Number)).join(', ')
}

const NO_LIST = { own: null, peer: null }

function interfaceOne(context: ShowContext, rows: readonly ComparedView[]): readonly string[] {
  const mode = rows.filter(({ name }) => name === 'mode')
  const vlan = rows.filter(({ name }) => name === 'port mode' || name === 'native VLAN')
  return [
    verdict(context, 'LAGG', mode),
    ...mode.flatMap(({ own, peer }) => both(context, 'aggregation mode', aggregation(own), aggregation(peer))),
    '',
    verdict(context, 'VLAN', vlan),
    ...vlan.flatMap(({ name, own, peer }) =>
      name === 'port mode' ? both(context, 'link type', word(own), word(peer)) : both(context, 'PVID', own, peer),
    ),
  ]
}

function interfaceTwo(context: ShowContext, rows: readonly ComparedView[]): readonly string[] {
  const vlan = rows.filter(({ type }) => type === 'vlans')
  return [
    verdict(context, 'VLAN', vlan),
    ...(peerHeard(context) === null
      ? []
      : vlan.map(({ own, peer }) => `Passing PVID and VLANs: ${own === peer ? 'Consistent' : 'Inconsistent'}`)),
  ]
}

function ofInterface(
  context: ShowContext,
  channel: number,
  print: (context: ShowContext, rows: readonly ComparedView[]) => readonly string[],
): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const known = mlagsOf(context).some(({ lag }) => lag.channel === channel)
  return known ? print(context, rowsOf(context, channel)) : ['The interface is not an M-LAG interface.']
}

function rowsOf({ pair }: ShowContext, scope: 'domain' | number): readonly ComparedView[] {
  return pair?.inner?.compared.filter((row) => row.scope === scope) ?? []
}

/** Without a peer nothing is compared. */
function verdict(context: ShowContext, module: string, rows: readonly ComparedView[]): string {
  const word = peerHeard(context) === null ? '-' : rows.some(differs) ? 'Failed' : 'Success'
  return `${module} consistency check: ${word}`
}

function both(context: ShowContext, name: string, own: string | null, peer: string | null): readonly string[] {
  return [`Local ${name}: ${own ?? '-'}`, `Peer ${name}: ${peerHeard(context) === null ? 'N/A' : (peer ?? '-')}`]
}

function word(mode: string | null): string | null {
  return mode === null ? null : `${mode.slice(0, 1).toUpperCase()}${mode.slice(1)}`
}

function nativeOf(vlans: ReturnType<typeof vlansOf>): string {
  return String(vlans.mode === 'access' ? vlans.vlan : vlans.native)
}

function aggregation(mode: string | null): string | null {
  return mode === null ? null : mode === 'on' ? 'Static' : 'Dynamic'
}

function treeState(mode: string | null): string | null {
  return mode === null ? null : mode === 'off' ? 'Disabled' : 'Enabled'
}

/** A device whose spanning tree is off is left in its default mode. */
function treeMode(mode: string | null): string | null {
  return mode === null ? null : mode === 'off' ? 'MSTP' : 'RSTP'
}
