import { lagEnd } from '../../model/network.ts'
import { prefixOf } from '../../model/prefixLength.ts'
import { hashPolicyOf } from '../../model/topology.ts'
import type { ShowCommand } from './console.ts'
import { isFast, type ShowContext, type ShowLag, type ShowMember } from './context.ts'
import { fact } from './columns.ts'
import { activeAggregator, aggregatorId, NO_MAC } from './linuxAggregator.ts'

/**
 * A bond as iproute2, systemd-networkd and NetworkManager tell of it. Interface numbers and queues are not simulated.
 * Sources: iproute2, ip/iplink_bond.c and ip/iplink_bond_slave.c; systemd manual, networkctl(1); NetworkManager manual,
 * nmcli(1) and nm-settings-nmcli(5), for the files that the export writes.
 */
export const LINUX_MANAGER_COMMANDS: readonly ShowCommand[] = [
  {
    syntax: 'ip -d link show <link>',
    help: 'a bond or one of its members, with what the driver knows',
    print: (context, [name]) => ipLink(context, name ?? ''),
    values: ({ lags, ports }) => [...lags.map(({ view }) => view.name), ...ports.map(({ port }) => port.name)],
  },
  {
    syntax: 'networkctl status <link>',
    help: 'a bond as systemd-networkd sees it',
    print: (context, [name]) => networkctl(context, name ?? ''),
    values: bonds,
  },
  {
    syntax: 'nmcli -f all con show <connection>',
    help: 'a bond as NetworkManager sees it',
    print: (context, [name]) => nmcli(context, name ?? ''),
    values: bonds,
  },
]

function bonds({ lags }: ShowContext): readonly string[] {
  return lags.map(({ view }) => view.name)
}

function ipLink(context: ShowContext, name: string): readonly string[] {
  const bond = context.lags.find(({ view }) => view.name === name)
  if (bond !== undefined) {
    return [
      link(name, 'MASTER', bond.view.operational, bond, ''),
      ether(context),
      `    bond ${bondWords(bond).join(' ')}`,
    ]
  }
  const of = context.lags.find(({ members }) => members.some(({ port }) => port.name === name))
  const member = context.ports.find(({ port }) => port.name === name)
  if (member === undefined) return [`Device "${name}" does not exist.`]
  const { carrier } = member.view
  if (of === undefined) {
    return [`${name}: <${flags(carrier, [])}> state ${carrier ? 'UP' : 'DOWN'}`, ether(context)]
  }
  return [
    link(name, 'SLAVE', carrier, of, `master ${of.view.name} `),
    ether(context),
    `    bond_slave ${slaveWords(of, member).join(' ')}`,
  ]
}

function link(name: string, kind: 'MASTER' | 'SLAVE', up: boolean, { lag }: ShowLag, master: string): string {
  return `${name}: <${flags(up, [kind])}> mtu ${lag.bond.mtu} ${master}state ${up ? 'UP' : 'DOWN'}`
}

function flags(up: boolean, kind: readonly string[]): string {
  return [...(up ? [] : ['NO-CARRIER']), 'BROADCAST', 'MULTICAST', ...kind, 'UP', ...(up ? ['LOWER_UP'] : [])].join(',')
}

function ether({ device }: ShowContext): string {
  return `    link/ether ${device.mac} brd ff:ff:ff:ff:ff:ff`
}

function bondWords(of: ShowLag): readonly string[] {
  const { view, lag } = of
  const options = lagEnd(lag)
  const timers = ['miimon 100', 'updelay 0', 'downdelay 0', `xmit_hash_policy ${hashOf(of)}`]
  if (view.mode === 'static') return ['mode balance-xor', ...timers]
  const { id, actor } = activeAggregator(of)
  return [
    'mode 802.3ad',
    ...timers,
    `min_links ${options.lacp?.minLinks ?? 0}`,
    `lacp_active ${view.mode === 'active' ? 'on' : 'off'}`,
    `lacp_rate ${isFast(of) ? 'fast' : 'slow'}`,
    'ad_select stable',
    `ad_aggregator ${id}`,
    `ad_num_ports ${view.distributing.length}`,
    `ad_actor_key ${actor?.key ?? 0}`,
    `ad_partner_key ${view.partnerKey ?? 1}`,
    `ad_partner_mac ${view.partnerSystem ?? NO_MAC}`,
    `ad_actor_sys_prio ${actor?.systemPriority ?? 65_535}`,
  ]
}

function slaveWords(of: ShowLag, member: ShowMember): readonly string[] {
  const { lacp, carrier } = member.view
  const sends = lacp === null || of.view.distributing.includes(member.port.id)
  return [
    `state ${sends ? 'ACTIVE' : 'BACKUP'}`,
    `mii_status ${carrier ? 'UP' : 'DOWN'}`,
    'queue_id 0',
    ...(lacp === null
      ? []
      : [
          `ad_aggregator_id ${aggregatorId(of, member)}`,
          `ad_actor_oper_port_state ${lacp.actor.state}`,
          `ad_partner_oper_port_state ${lacp.partner.state}`,
        ]),
  ]
}

/** Titles end where the longest one of the tool does, `IPv6 Address Generation Mode`. */
function networkctl(context: ShowContext, name: string): readonly string[] {
  const found = context.lags.find(({ view }) => view.name === name)
  if (found === undefined) return [`Interface "${name}" not found.`]
  const { device } = context
  const { view, lag, members } = found
  const up = view.operational
  const address = addressOf(context, found)
  const row = (title: string, value: string) => `${title.padStart(28)}: ${value}`
  const sending = members.filter(({ port }) => view.distributing.includes(port.id))
  const gbps = sending.reduce((sum, { link: { speedGbps } }) => sum + speedGbps, 0)
  const state = !up ? 'no-carrier' : address === null ? 'carrier' : 'routable'
  return [
    `● ${name}`,
    row('NetDev File', `/etc/systemd/network/25-${name}.netdev`),
    row('Network File', `/etc/systemd/network/30-${name}.network`),
    row('State', `${state} (configured)`),
    row('Online state', state === 'routable' ? 'online' : 'offline'),
    row('Type', 'bond'),
    row('Kind', 'bond'),
    row('Driver', 'bonding'),
    row('Hardware Address', device.mac),
    row('MTU', String(lag.bond.mtu)),
    row('Mode', modeOf(found)),
    row('Miimon', '100ms'),
    row('Updelay', '0'),
    row('Downdelay', '0'),
    ...(up ? [row('Speed', `${gbps}Gbps`), row('Duplex', 'full')] : []),
    ...(address === null ? [] : [row('Address', address)]),
  ]
}

/** NetworkManager keeps a bond activated while it has no carrier. */
function nmcli(context: ShowContext, name: string): readonly string[] {
  const found = context.lags.find(({ view }) => view.name === name)
  if (found === undefined) return [`Error: ${name} - no such connection profile.`]
  const address = addressOf(context, found)
  const prefixed = address === null ? null : `${address}/${prefixOf(context.net, context.device.id)}`
  const minLinks = lagEnd(found.lag).lacp?.minLinks
  const options = [
    `mode=${modeOf(found)}`,
    'miimon=100',
    ...(found.view.mode === 'static' ? [] : [`lacp_rate=${isFast(found) ? 'fast' : 'slow'}`]),
    `xmit_hash_policy=${hashOf(found)}`,
    ...(minLinks === undefined ? [] : [`min_links=${minLinks}`]),
  ]
  const row = (key: string, value: string) => fact(40, `${key}:`, value, '')
  return [
    row('connection.id', name),
    row('connection.type', 'bond'),
    row('connection.interface-name', name),
    row('ipv4.method', prefixed === null ? 'disabled' : 'manual'),
    row('ipv4.addresses', prefixed ?? '--'),
    row('bond.options', options.join(',')),
    row('GENERAL.NAME', name),
    row('GENERAL.DEVICES', name),
    row('GENERAL.STATE', 'activated'),
    ...(prefixed === null ? [] : [row('IP4.ADDRESS[1]', prefixed)]),
  ]
}

/** Only the bond that the server sends by has an address. */
function addressOf({ net, device }: ShowContext, { lag }: ShowLag): string | null {
  const sending = net.lagsOf.get(device.id)?.[0]
  return device.kind === 'host' && sending?.bond.id === lag.bond.id ? device.ipv4 : null
}

function modeOf({ view }: ShowLag): '802.3ad' | 'balance-xor' {
  return view.mode === 'static' ? 'balance-xor' : '802.3ad'
}

/** A server has no symmetric hash; its bond is written with the ports in it. */
function hashOf({ lag }: ShowLag): string {
  const policy = hashPolicyOf(lagEnd(lag), 'host')
  return policy === 'symmetric' ? 'layer3+4' : policy
}
