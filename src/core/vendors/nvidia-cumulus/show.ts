import type { Console } from '../show/console.ts'
import {
  differs,
  hasKeepalive,
  keepaliveAddresses,
  mlagsOf,
  peerHeard,
  peerLag,
  rolePriorities,
  secondsOf,
  type ShowContext,
  type ShowLag,
} from '../show/context.ts'
import { columns } from '../show/columns.ts'
import { linuxBond, linuxLinks } from '../show/linuxBond.ts'

/**
 * First-aid commands of an MLAG peer. Lines whose value the simulation does not have are left out.
 * Source for the layouts: NVIDIA Cumulus Linux 5.15 User Guide, Multi-Chassis Link Aggregation; NVUE Command Reference;
 * Linux kernel, drivers/net/bonding/bond_procfs.c.
 */
export const nvidiaCumulusConsole: Console = {
  prompt: (name) => `cumulus@${name}:mgmt:~$ `,
  unknown: 'command not found',
  ambiguous: 'Ambiguous command',
  commands: [
    { syntax: 'clagctl', help: 'the peers and every MLAG bond', print: clagctl },
    { syntax: 'nv show mlag', help: 'role, peer and backup', print: show },
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
      syntax: 'cat <file>',
      help: 'state of a bond: /proc/net/bonding/bond1',
      print: ({ lags }, [file]) => {
        const found = lags.find((lag) => `${FOLDER}${nameOf(lag)}` === file)
        return found === undefined ? [`cat: ${file}: No such file or directory`] : linuxBond(found)
      },
      values: ({ lags }) => lags.map((lag) => `${FOLDER}${nameOf(lag)}`),
    },
    { syntax: 'ip -br link', help: 'links and whether they carry', print: linuxLinks },
  ],
}

function clagctl(context: ShowContext): readonly string[] {
  const { pair, device } = context
  if (pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const [own, peer] = rolePriorities(context)
  const [, backup] = keepaliveAddresses(context)
  const row = (name: string, value: string) => `${name.padStart(30)} ${value}`
  const widths = [16, 18, 9, 22]
  return [
    other === null ? 'The peer is not alive' : 'The peer is alive',
    row('Our Priority, ID, and Role:', `${own} ${device.mac} ${pair.own.role}`),
    ...(other === null ? [] : [row('Peer Priority, ID, and Role:', `${peer} ${pair.peer.mac} ${other.role}`)]),
    row('Peer Interface and IP:', `peerlink.4094 ${linkLocal(pair.peer.mac)} (linklocal)`),
    ...(hasKeepalive(context)
      ? [
          row(
            'Backup IP:',
            `${backup} vrf ${vrfOf(context)} (${pair.own.keepalive === 'alive' ? 'active' : 'inactive'})`,
          ),
        ]
      : []),
    row('System MAC:', pair.domain.systemMac),
    '',
    'CLAG Interfaces',
    columns(widths, ['Our Interface', 'Peer Interface', 'CLAG Id', 'Conflicts', 'Proto-Down Reason']),
    columns(widths, ['-'.repeat(16), '-'.repeat(16), '-'.repeat(7), '-'.repeat(20), '-'.repeat(17)]),
    ...mlagsOf(context).map((lag) =>
      columns(widths, [
        nameOf(lag).padStart(16),
        peerLag(context, lag.lag.channel) === null ? '-' : nameOf(lag),
        lag.lag.channel,
        conflictsOf(context, lag),
        pair.inner?.members?.text ?? '-',
      ]),
    ),
  ]
}

function conflictsOf({ pair }: ShowContext, { lag }: ShowLag): string {
  const rows = pair?.inner?.adjacent === true ? pair.inner.compared.filter(differs) : []
  const names = rows.filter(({ scope }) => scope === lag.channel).map(({ name }) => name)
  return names.length === 0 ? '-' : names.join(', ')
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
        row.name,
        row.own ?? '-',
        (heard ? row.peer : null) ?? '-',
        heard && differs(row) ? 'yes' : '-',
        '',
      ]),
    ),
  ]
}

function nameOf({ lag }: ShowLag): string {
  return lag.role === 'peer-link' ? 'peerlink' : `bond${lag.channel}`
}

function vrfOf({ pair }: ShowContext): string {
  const vrf = pair?.domain.keepalive.vrf ?? 'default'
  return vrf === 'management' ? 'mgmt' : vrf
}

/** Address of an interface with this MAC address. Source: RFC 4291, appendix A. */
function linkLocal(mac: string): string {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac.split(':').map((octet) => Number.parseInt(octet, 16))
  const groups = [((a ^ 0x02) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f]
  return `fe80::${groups.map((group) => group.toString(16)).join(':')}`
}

const FOLDER = '/proc/net/bonding/'
const NOT_CONFIGURED = ['MLAG is not configured.']
