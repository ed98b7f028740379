import type { Console } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  keepaliveAddresses,
  mlagsOf,
  peerHeard,
  peerLegUp,
  rolePriorities,
  secondsOf,
  type ShowContext,
} from '../show/context.ts'
import { pairHistory, runTime } from '../show/history.ts'
import { columns } from '../show/columns.ts'
import { linuxBond, linuxLinks } from '../show/linuxBond.ts'
import { CLAGCTL_COMMANDS } from './showClagctl.ts'
import { linkLocal, nameOf, NOT_CONFIGURED, vrfOf } from './showWords.ts'

/**
 * First-aid commands of an MLAG peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: NVIDIA Cumulus Linux 5.15 User Guide, Multi-Chassis Link Aggregation; NVUE Command Reference;
 * Linux kernel, drivers/net/bonding/bond_procfs.c.
 */
export const nvidiaCumulusConsole: Console = {
  prompt: (name) => `cumulus@${name}:mgmt:~$ `,
  unknown: 'command not found',
  ambiguous: 'Ambiguous command',
  pipes: ['grep', 'head', 'tail', 'wc'],
  commands: [
    ...CLAGCTL_COMMANDS,
    { syntax: 'nv show mlag', help: 'role, peer and backup', print: show },
    { syntax: 'nv show mlag backup', help: 'backup address and its VRF', print: backup },
    {
      syntax: 'nv show mlag consistency-checker global',
      help: 'parameters of the pair, here and at the peer',
      print: (context) => consistency(context, 'domain'),
    },
    {
      syntax: 'nv show interface <bond> bond mlag consistency-checker',
      help: 'parameters of one bond, here and at the peer',
      print: (context, [name]) => consistency(context, Number(/\d+$/.exec(name ?? '')?.[0])),
      values: (context) => mlagsOf(context).map(nameOf),
    },
    {
      syntax: 'nv show interface <bond> bond mlag',
      help: 'one MLAG bond',
      print: (context, [name]) => bondMlag(context, Number(/\d+$/.exec(name ?? '')?.[0])),
      values: (context) => mlagsOf(context).map(nameOf),
    },
    {
      syntax: 'tail /var/log/clagd.log',
      help: 'what clagd decided lately',
      print: (context) =>
        pairHistory(context, 10)
          .toReversed()
          .map(({ at, text }) => `${runTime(at)} ${context.device.name} clagd: ${text}`),
    },
    {
      syntax: 'cat <file>',
      help: 'state of a bond: /proc/net/bonding/bond1',
      print: ({ lags, device }, [file]) => {
        const found = lags.find((lag) => `${FOLDER}${nameOf(lag)}` === file)
        return found === undefined ? [`cat: ${file}: No such file or directory`] : linuxBond(found, device.mac)
      },
      values: ({ lags }) => lags.map((lag) => `${FOLDER}${nameOf(lag)}`),
    },
    { syntax: 'ip -br link', help: 'links and whether they carry', print: linuxLinks },
  ],
}

function show(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const [own, peer] = rolePriorities(context)
  const [, backup] = keepaliveAddresses(context)
  const widths = [16, 25]
  const row = (name: string, operational: string | number, applied: string | number = '') =>
    columns(widths, [name, operational, applied])
  return [
    row('', 'operational', 'applied'),
    row('-'.repeat(14), '-'.repeat(23), '-'.repeat(17)),
    row('enable', 'on', 'on'),
    row('mac-address', pair.domain.systemMac, pair.domain.systemMac),
    row('peer-ip', linkLocal(pair.peer.mac), 'linklocal'),
    row('priority', own, own),
    row('init-delay', secondsOf(context, 'member-restore-ms'), secondsOf(context, 'member-restore-ms')),
    ...(hasKeepalive(context)
      ? [row('[backup]', backup, backup), row('backup-active', pair.own.keepalive === 'alive' ? 'True' : 'False')]
      : []),
    row('local-id', device.mac),
    row('local-role', pair.own.role),
    row('peer-alive', other === null ? 'False' : 'True'),
    ...(other === null
      ? []
      : [row('peer-id', pair.peer.mac), row('peer-priority', peer), row('peer-role', other.role)]),
    row('peer-interface', 'peerlink.4094'),
  ]
}

function bondMlag(context: ShowContext, channel: number): readonly string[] {
  const found = mlagsOf(context).find(({ lag }) => lag.channel === channel)
  if (found === undefined) return ['Error: The requested item does not exist.']
  const peer = peerLegUp(context, channel) === true
  const row = (name: string, operational: string | number, applied: string | number = '') =>
    columns([14, 13], [name, operational, applied])
  return [
    row('', 'operational', 'applied'),
    row('-'.repeat(14), '-'.repeat(13), '-'.repeat(7)),
    row('enable', 'on', 'on'),
    row('id', channel, channel),
    ...(peer ? [row('peer-interface', nameOf(found))] : []),
    row('status', found.view.operational && peer ? 'dual' : 'single'),
  ]
}

function backup(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const [, address] = keepaliveAddresses(context)
  if (!hasKeepalive(context)) return ['No Data']
  const widths = [Math.max(10, address.length) + 1]
  return [
    columns(widths, ['', 'vrf']),
    columns(widths, ['-'.repeat(Math.max(10, address.length)), '-'.repeat(Math.max(3, vrfOf(context).length))]),
    columns(widths, [address, vrfOf(context)]),
  ]
}

function consistency({ pair, profile }: ShowContext, scope: 'domain' | number): readonly string[] {
  // MLAG has no domain number here.
  const rows = pair?.inner?.compared.filter((row) => row.scope === scope && row.name !== profile?.words.domain) ?? []
  const heard = pair?.inner?.adjacent === true
  const widths = [22, 24, 24, 10]
  if (rows.length === 0) return NOT_CONFIGURED
  return [
    columns(widths, ['Parameter', 'LocalValue', 'PeerValue', 'Conflict', 'Summary']),
    columns(widths, ['-'.repeat(20), '-'.repeat(22), '-'.repeat(22), '-'.repeat(8), '-'.repeat(7)]),
    ...rows.map((row) =>
      columns(widths, [
        PARAMETERS[row.name] ?? row.name,
        row.own ?? '-',
        (heard ? row.peer : null) ?? '-',
        heard && differs(row) ? 'yes' : '-',
        '',
      ]),
    ),
  ]
}

/** As the checker calls them. Source: Cumulus Linux 5.15 User Guide, MLAG, consistency checks. */
const PARAMETERS: Readonly<Record<string, string>> = {
  'STP mode': 'bridge-stp-mode',
  'STP priority': 'bridge-priority',
  'LACP system': 'system-mac',
  VLANs: 'peerlink-vlans',
  'native VLAN': 'native-vlan',
  MTU: 'mtu',
  'allowed VLANs': 'vlan-id',
}
const FOLDER = '/proc/net/bonding/'
