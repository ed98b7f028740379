import { lagEnd } from '../../model/network.ts'
import type { NumberKey } from '../../model/profileKeys.ts'
import {
  DEFAULT_SPANNING_TREE,
  type LacpOptions,
  type Port,
  type SpanningTreeEnd,
  type VlanMembership,
} from '../../model/topology.ts'
import { block, globals, layOut, type Block, type Exporter } from '../exporter.ts'
import { DEFAULT_MTU, heading, seconds } from '../shared.ts'
import {
  planSwitch,
  portOn,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { fileStem, freeText, vlanLists, word } from '../text.ts'
import { platformNotes } from './notes.ts'
import { dellOs10Profile } from './profile.ts'
import { routingBlocks } from './routing.ts'

/**
 * OS10 10.5 configuration of one switch: the ports of the VLTi without switchport before `vlt-domain` names them, a
 * port-channel before its members. The VLTi itself, port-channel1000, is made by the switches.
 * Source: Dell SmartFabric OS10 User Guide, Virtual Link Trunking; Cray-HPE/canu, OS10 templates, for the order;
 * `seen.ts` says where each statement was seen.
 */
export const dellOs10Exporter: Exporter = {
  vendor: 'dell-os10',
  comment: '!',
  fileName: (deviceName) => `${fileStem(deviceName)}.cfg`,
  render(net, device) {
    const plan = planSwitch(net, device, dellOs10Profile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes, '!', 'Dell SmartFabric OS10'),
      globals(device, [`hostname ${word(plan.device.name)}`]),
      globals(device, spanningTree(plan)),
      globals(device, systemPriority(plan)),
      ...(plan.pair?.keepalive ? [backupPort(plan.pair.keepalive)] : []),
      ...vlans(plan),
      ...plan.lags.filter(({ lag }) => lag.role === 'peer-link').flatMap(vltiPorts),
      ...(plan.pair ? [vltDomain(plan, plan.pair)] : []),
      ...plan.lags.filter(({ lag }) => lag.role !== 'peer-link').flatMap(lagBlocks),
      ...plan.cables.map(cableBlock),
      ...routingBlocks(plan),
    ]
    return { lines: layOut(blocks, '!'), notes }
  },
}

function spanningTree({ device: { stp } }: SwitchPlan): readonly string[] {
  if (!stp.enabled) return ['spanning-tree disable']
  const own = stp.priority !== DEFAULT_SPANNING_TREE.priority
  return ['spanning-tree mode rstp', ...(own ? [`spanning-tree rstp priority ${stp.priority}`] : [])]
}

function systemPriority({ device, pair, runs, usesLacp }: SwitchPlan): readonly string[] {
  const priority = pair ? runs.numbers['system-priority']?.value : Math.max(1, device.lacpSystemPriority)
  return (usesLacp || pair) && priority !== undefined ? [`lacp system-priority ${priority}`] : []
}

/** The port of VLAN 1 is there already. */
function vlans({ vlans }: SwitchPlan): readonly Block[] {
  return vlans
    .filter(({ id }) => id !== 1)
    .map(({ id, name }) => {
      const described = freeText(name)
      return block(INDENT, null, `interface vlan${id}`, [
        ...(described === '' ? [] : [`description ${described}`]),
        'no shutdown',
      ])
    })
}

function backupPort({ port, link, own, prefixLength, towards }: KeepalivePlan): Block {
  const front = port.kind === 'front'
  return block(INDENT, link.id, `interface ${portOn(dellOs10Profile, port)}`, [
    ...(front ? [`description VLT backup link: ${towards}`] : []),
    'no shutdown',
    front ? 'no switchport' : 'no ip address dhcp',
    `ip address ${word(own)}/${prefixLength}`,
  ])
}

function vltiPorts({ lag, members }: LagPlan): readonly Block[] {
  return members.map(({ port, link, towards }) =>
    block(INDENT, link.id, `interface ${portOn(dellOs10Profile, port)}`, [
      `description VLTi: ${towards}`,
      'no shutdown',
      'no switchport',
      ...mtuOf(lag.bond.mtu),
    ]),
  )
}

function vltDomain({ runs, lags }: SwitchPlan, { domain, keepalive, preferred }: PairPlan): Block {
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  const vlti = lags.find(({ lag }) => lag.role === 'peer-link')
  const vrf = keepalive?.port.kind === 'management' ? ' vrf management' : ''
  return block(INDENT, domain.id, `vlt-domain ${domain.number}`, [
    ...(keepalive
      ? [`backup destination ${word(keepalive.peer)}${vrf} interval ${seconds(value('keepalive-interval-ms'))}`]
      : []),
    `delay-restore ${seconds(value('member-restore-ms'))}`,
    ...discovered((vlti?.members ?? []).map(({ port }) => port)).map((ports) => `discovery-interface ${ports}`),
    `primary-priority ${value(preferred ? 'role-priority-preferred' : 'role-priority-other')}`,
    `vlt-mac ${domain.systemMac}`,
    ...(runs.switches['peer-gateway']?.value === true ? ['peer-routing'] : []),
  ])
}

/** Neighbouring ports of a slot as one range, any other by itself. */
function discovered(ports: readonly Port[]): readonly string[] {
  const found: { readonly first: string; last: string; next: string }[] = []
  for (const { name } of ports) {
    const [, stem = name, number = ''] = /^ethernet(.*\/)(\d+)$/.exec(name) ?? []
    const open = found.at(-1)
    const next = `${stem}${Number(number) + 1}`
    if (open?.next === `${stem}${number}`) Object.assign(open, { last: `-${word(open.next)}`, next })
    else found.push({ first: word(name), last: '', next })
  }
  return found.map(({ first, last }) => first + last)
}

function lagBlocks({ lag, stp, towards, members }: LagPlan): readonly Block[] {
  const { bond, channel, role } = lag
  const { mode, rate, lacp = {} } = lagEnd(lag)
  const title = role === 'mlag' ? `VLT ${channel}` : 'port-channel'
  return [
    block(INDENT, bond.id, `interface port-channel${channel}`, [
      `description ${title}: ${towards}`,
      'no shutdown',
      ...switchport(bond.vlans),
      ...mtuOf(bond.mtu),
      ...(role === 'mlag' ? [`vlt-port-channel ${channel}`] : []),
      ...(mode === 'static' ? [] : lacpOptions(lacp)),
      ...stpPort(stp),
    ]),
    ...members.map(({ port, link, towards: other }) =>
      block(INDENT, link.id, `interface ${portOn(dellOs10Profile, port)}`, [
        `description ${other}`,
        'no shutdown',
        `channel-group ${channel} mode ${mode === 'static' ? 'on' : mode}`,
        'no switchport',
        ...mtuOf(bond.mtu),
        ...(mode === 'static' ? [] : [`lacp rate ${rate === 'fast' ? 'fast' : 'normal'}`]),
      ]),
    ),
  ]
}

function lacpOptions({ minLinks, maxBundle, fallback, fallbackAfterS }: LacpOptions): readonly string[] {
  return [
    ...(minLinks === undefined ? [] : [`minimum-links ${minLinks}`]),
    ...(maxBundle === undefined ? [] : [`lacp max-bundle ${maxBundle}`]),
    ...(fallback === 'static'
      ? [
          'lacp fallback enable',
          `lacp fallback timeout ${fallbackAfterS ?? dellOs10Profile.fallback?.afterS?.value ?? 0}`,
        ]
      : []),
  ]
}

function cableBlock({ port, link, towards, stp, orphan }: CablePlan): Block {
  return block(INDENT, link.id, `interface ${portOn(dellOs10Profile, port)}`, [
    `description ${towards}`,
    'no shutdown',
    ...switchport(link.vlans),
    ...mtuOf(link.mtu),
    ...(orphan && link.suspendWithMembers ? ['vlt delay-restore orphan-port enable'] : []),
    ...stpPort(stp),
  ])
}

/** A trunk's untagged VLAN is its access VLAN and not in the list of allowed ones. */
function switchport(vlans: VlanMembership): readonly string[] {
  if (vlans.mode === 'access') return ['switchport mode access', `switchport access vlan ${vlans.vlan}`]
  const tagged = vlans.allowed.filter((id) => id !== vlans.native)
  return [
    'switchport mode trunk',
    `switchport access vlan ${vlans.native}`,
    ...(tagged.length === 0 ? [] : vlanLists(tagged).map((list) => `switchport trunk allowed vlan ${list}`)),
  ]
}

function stpPort({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`spanning-tree rstp cost ${cost}`]),
    ...(edge ? ['spanning-tree port type edge'] : []),
    ...(guard === 'bpdu' ? ['spanning-tree bpduguard enable'] : []),
    ...(guard === 'root' ? ['spanning-tree guard root'] : []),
  ]
}

function mtuOf(bytes: number): readonly string[] {
  return bytes === DEFAULT_MTU ? [] : [`mtu ${bytes}`]
}

const INDENT = ' '
