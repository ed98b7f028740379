import { accessVlanOf, lagEnd } from '../../model/network.ts'
import { prefixOf } from '../../model/prefixLength.ts'
import type { ChurnState } from '../../model/protocolView.ts'
import { hashPolicyOf, type HashPolicy } from '../../model/topology.ts'
import type { Console } from './console.ts'
import { activeAggregator, aggregatorId, NO_MAC } from './linuxAggregator.ts'
import { LINUX_MANAGER_COMMANDS } from './linuxManagers.ts'
import { isFast, type ShowContext, type ShowLag, type ShowMember } from './context.ts'

const HASH_WORDS: Readonly<Record<HashPolicy, string>> = {
  layer2: 'layer2 (0)',
  'layer2+3': 'layer2+3 (2)',
  'layer3+4': 'layer3+4 (1)',
  symmetric: 'unknown',
}

/**
 * What a bonded Linux server says of its bond. The simulation's servers run with the driver's defaults.
 * Source: Linux kernel documentation, "Linux Ethernet Bonding Driver HOWTO"; drivers/net/bonding/bond_procfs.c.
 */
export const linuxConsole: Console = {
  prompt: (name) => `root@${name}:~# `,
  unknown: 'command not found',
  ambiguous: 'ambiguous',
  pipes: ['grep', 'head', 'tail', 'wc'],
  commands: [
    {
      syntax: 'cat <file>',
      help: 'state of a bond: /proc/net/bonding/bond0',
      print: (context, [file]) => readFile(context, file ?? ''),
      values: ({ lags }) => lags.map(({ view }) => `${FOLDER}${view.name}`),
    },
    ...LINUX_MANAGER_COMMANDS,
    { syntax: 'ip -br link', help: 'links and whether they carry', print: linuxLinks },
    { syntax: 'ip -br addr', help: 'addresses', print: addresses },
  ],
}

function readFile({ lags, device }: ShowContext, file: string): readonly string[] {
  const found = lags.find(({ view }) => `${FOLDER}${view.name}` === file)
  return found === undefined ? [`cat: ${file}: No such file or directory`] : linuxBond(found, device.mac)
}

/** `/proc/net/bonding` of one bond. */
export function linuxBond(found: ShowLag, mac: string): readonly string[] {
  const { view, members } = found
  const lacp = view.mode !== 'static'
  return [
    'Ethernet Channel Bonding Driver',
    '',
    `Bonding Mode: ${lacp ? 'IEEE 802.3ad Dynamic link aggregation' : 'load balancing (xor)'}`,
    `Transmit Hash Policy: ${HASH_WORDS[hashPolicyOf(lagEnd(found.lag), 'host')]}`,
    `MII Status: ${view.operational ? 'up' : 'down'}`,
    'MII Polling Interval (ms): 100',
    'Up Delay (ms): 0',
    'Down Delay (ms): 0',
    'Peer Notification Delay (ms): 0',
    ...(lacp ? ['', ...aggregator(found)] : []),
    ...members.flatMap((member) => ['', ...slave(found, member, mac)]),
  ]
}

function aggregator(lag: ShowLag): readonly string[] {
  const { id, actor } = activeAggregator(lag)
  return [
    '802.3ad info',
    `LACP active: ${lag.view.mode === 'active' ? 'on' : 'off'}`,
    `LACP rate: ${isFast(lag) ? 'fast' : 'slow'}`,
    `Min links: ${lagEnd(lag.lag).lacp?.minLinks ?? 0}`,
    'Aggregator selection policy (ad_select): stable',
    `System priority: ${actor?.systemPriority ?? 65_535}`,
    `System MAC address: ${actor?.system ?? NO_MAC}`,
    'Active Aggregator Info:',
    `\tAggregator ID: ${id}`,
    `\tNumber of ports: ${lag.view.distributing.length}`,
    `\tActor Key: ${actor?.key ?? 0}`,
    `\tPartner Key: ${lag.view.partnerKey ?? 1}`,
    `\tPartner Mac Address: ${lag.view.partnerSystem ?? NO_MAC}`,
  ]
}

const CHURN_WORDS: Readonly<Record<ChurnState, string>> = {
  'no-churn': 'none',
  monitor: 'monitoring',
  churn: 'churned',
}

function slave(lag: ShowLag, member: ShowMember, bondMac: string): readonly string[] {
  const { port, link, view } = member
  const { lacp } = view
  const head = [
    `Slave Interface: ${port.name}`,
    `MII Status: ${view.carrier ? 'up' : 'down'}`,
    `Speed: ${view.carrier ? `${link.speedGbps * 1_000} Mbps` : 'Unknown'}`,
    `Duplex: ${view.carrier ? 'full' : 'Unknown'}`,
    `Link Failure Count: ${view.carrierLosses}`,
    `Permanent HW addr: ${ownAddress(lag, member, bondMac)}`,
    'Slave queue ID: 0',
  ]
  if (lacp === null) return head
  const { actor, partner, churn } = lacp
  return [
    ...head,
    `Aggregator ID: ${aggregatorId(lag, member)}`,
    `Actor Churn State: ${CHURN_WORDS[churn.actor]}`,
    `Partner Churn State: ${CHURN_WORDS[churn.partner]}`,
    `Actor Churned Count: ${churn.actorCount}`,
    `Partner Churned Count: ${churn.partnerCount}`,
    'details actor lacp pdu:',
    `    system priority: ${actor.systemPriority}`,
    `    system mac address: ${actor.system}`,
    `    port key: ${actor.key}`,
    `    port priority: ${actor.portPriority}`,
    `    port number: ${actor.port}`,
    `    port state: ${actor.state}`,
    'details partner lacp pdu:',
    `    system priority: ${partner.systemPriority}`,
    `    system mac address: ${partner.system}`,
    `    oper key: ${partner.key}`,
    `    port priority: ${partner.portPriority}`,
    `    port number: ${partner.port}`,
    `    port state: ${partner.state}`,
  ]
}

/** A bond takes the address of its first member; ports of one card are numbered from it. */
function ownAddress({ members }: ShowLag, member: ShowMember, bondMac: string): string {
  const [head, last] = [bondMac.slice(0, -2), bondMac.slice(-2)]
  const octet = (Number.parseInt(last, 16) + members.indexOf(member)) & 0xff
  return head + octet.toString(16).padStart(2, '0')
}

/** `ip -br link`. */
export function linuxLinks({ ports, device, lags }: ShowContext): readonly string[] {
  const row = (name: string, up: boolean) =>
    `${name.padEnd(16)} ${(up ? 'UP' : 'DOWN').padEnd(14)} ${device.mac} <${up ? 'UP,LOWER_UP' : 'NO-CARRIER,UP'}>`
  return [
    ...ports.map(({ port, view }) => row(port.name, view.carrier)),
    ...lags.map(({ view }) => row(view.name, view.operational)),
  ]
}

function addresses({ net, device, lags, ports }: ShowContext): readonly string[] {
  if (device.kind !== 'host') return []
  const sending = net.lagsOf.get(device.id)?.[0]
  const bond = lags.find(({ lag }) => lag.bond.id === sending?.bond.id)
  const name = bond?.view.name ?? net.portsOf.get(device.id)?.[0]?.name ?? 'eth0'
  const up = bond?.view.operational ?? ports.some(({ port, view }) => port.name === name && view.carrier)
  const vlan = accessVlanOf(net, device.id)
  return [
    `${name.padEnd(16)} ${(up ? 'UP' : 'DOWN').padEnd(14)} ${device.ipv4}/${prefixOf(net, device.id)}${vlan === null ? '' : `   # VLAN ${vlan}`}`,
  ]
}

const FOLDER = '/proc/net/bonding/'
