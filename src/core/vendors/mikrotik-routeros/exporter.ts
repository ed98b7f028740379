import { lagEnd } from '../../model/network.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd, type VlanMembership } from '../../model/topology.ts'
import {
  globals,
  layOut,
  type Block,
  type ConfigLine,
  type DrawnId,
  type Exporter,
  type ExportFormat,
} from '../exporter.ts'
import { heading, seconds } from '../shared.ts'
import { carriedVlans, planSwitch, portOn, untaggedVlan, type LagPlan, type SwitchPlan } from '../switchPlan.ts'
import { fileStem, freeText, word } from '../text.ts'
import { platformNotes } from './notes.ts'
import { mikrotikRouterosProfile } from './profile.ts'
import { routingBlocks } from './routing.ts'

/**
 * RouterOS commands of one switch for 7.22 and later, where MLAG is set on the bridge, and for earlier releases, which
 * have a menu for it. Bonds before the bridge that names one of them as its peer port, ports before their VLANs.
 * Source: MikroTik RouterOS documentation, Multi-chassis Link Aggregation Group, and its earlier versions; its pages on
 * bridging for `protocol-mode`, `bpdu-guard` and `restricted-role`, on the identity for the name.
 */
export const mikrotikRouterosExporter: Exporter = {
  vendor: 'mikrotik-routeros',
  ...format('bridge'),
  format: 'RouterOS 7.22 and later',
  variants: [{ ...format('menu'), format: 'the same for RouterOS 7.21 and earlier' }],
}

/** Where MLAG is set: on the bridge since 7.22, in a menu of its own before. */
type MlagAt = 'bridge' | 'menu'

function format(at: MlagAt): ExportFormat {
  return {
    comment: '#',
    fileName: (deviceName) => `${fileStem(deviceName)}${at === 'menu' ? '.7.21' : ''}.rsc`,
    render(net, device) {
      const plan = planSwitch(net, device, mikrotikRouterosProfile)
      const notes = [...plan.notes, ...platformNotes(plan)]
      const blocks = [
        heading(plan, notes, '#', 'MikroTik RouterOS'),
        menu('/system identity', [{ text: `set name=${word(plan.device.name)}`, from: device }]),
        bonds(plan),
        bridge(plan, at),
        bridgePorts(plan),
        bridgeVlans(plan),
        at === 'menu' ? mlagMenu(plan) : [],
        ...routingBlocks(plan, BRIDGE),
      ]
      return { lines: layOut(blocks, ''), notes }
    },
  }
}

export function bondName({ channel }: LagPlan['lag']): string {
  return `bond${channel}`
}

/** What the bridge forwards between: bonds and single ports. */
interface Bridged {
  readonly name: string
  readonly vlans: VlanMembership
  readonly stp: SpanningTreeEnd
  readonly peerPort: boolean
  readonly from: DrawnId
}

function bridged({ lags, cables }: SwitchPlan): readonly Bridged[] {
  return [
    ...lags.map(({ lag, stp }) => {
      const peerPort = lag.role === 'peer-link'
      return { name: bondName(lag), vlans: lag.bond.vlans, stp, peerPort, from: lag.bond.id }
    }),
    ...cables.map(({ port, link, stp }) => ({
      name: portOn(mikrotikRouterosProfile, port),
      vlans: link.vlans,
      stp,
      peerPort: false,
      from: link.id,
    })),
  ]
}

function bonds({ lags }: SwitchPlan): Block {
  const lines = lags.flatMap(({ lag, towards, members }): readonly ConfigLine[] => {
    const { bond, role, channel } = lag
    const slaves = members.map(({ port }) => portOn(mikrotikRouterosProfile, port)).join(',')
    const fast = lagEnd(lag).rate === 'fast' ? ' lacp-rate=1sec' : ''
    const title = role === 'peer-link' ? 'peer port' : role === 'mlag' ? `MLAG ${channel}` : bondName(lag)
    if (slaves === '') return []
    return [
      { text: `# ${title}: ${freeText(towards)}`, from: bond.id },
      {
        text: `add ${role === 'mlag' ? `mlag-id=${channel} ` : ''}mode=802.3ad name=${bondName(lag)} slaves=${slaves}${fast}`,
        from: bond.id,
      },
    ]
  })
  return menu('/interface bonding', lines)
}

function bridge(plan: SwitchPlan, at: MlagAt): Block {
  const { enabled, priority } = plan.device.stp
  const own = enabled && priority !== DEFAULT_SPANNING_TREE.priority
  const from = plan.pair?.domain.id ?? plan.device.id
  const mlag = at === 'bridge' ? mlagOf(plan).map(([key, value]) => ` mlag-${key}=${value}`) : []
  const off = enabled ? '' : ' protocol-mode=none'
  const tree = own ? ` priority=0x${priority.toString(16).toUpperCase()}` : ''
  return menu('/interface bridge', [
    { text: `add name=${BRIDGE}${tree}${off} vlan-filtering=yes${mlag.join('')}`, from },
  ])
}

function mlagMenu(plan: SwitchPlan): Block {
  const mlag = mlagOf(plan).map(([key, value]) => ` ${key}=${value}`)
  if (!plan.pair || mlag.length === 0) return []
  return menu('/interface bridge mlag', [{ text: `set bridge=${BRIDGE}${mlag.join('')}`, from: plan.pair.domain.id }])
}

function mlagOf({ pair, lags, runs }: SwitchPlan): readonly (readonly [string, string])[] {
  const peerPort = lags.find(({ lag }) => lag.role === 'peer-link')
  if (!pair || !peerPort) return []
  const priority = runs.numbers[pair.preferred ? 'role-priority-preferred' : 'role-priority-other']?.value ?? 0
  return [
    ['peer-port', bondName(peerPort.lag)],
    ['priority', `${priority}`],
    ['heartbeat', `${seconds(runs.numbers['heartbeat-interval-ms']?.value)}s`],
  ]
}

function bridgePorts(plan: SwitchPlan): Block {
  return menu(
    '/interface bridge port',
    bridged(plan).map(({ name, vlans, stp, peerPort, from }) => {
      const untagged = peerPort ? null : untaggedVlan(vlans)
      const tagged = untagged === null ? ' frame-types=admit-only-vlan-tagged' : ''
      const pvid = untagged === null || untagged === 1 ? '' : ` pvid=${untagged}`
      return { text: `add bridge=${BRIDGE} interface=${name}${tagged}${pvid}${peerPort ? '' : treeOf(stp)}`, from }
    }),
  )
}

/** A restricted role keeps a port from becoming a root port. */
function treeOf({ edge, guard, cost }: SpanningTreeEnd): string {
  const guarded = { none: '', bpdu: ' bpdu-guard=yes', root: ' restricted-role=yes' }
  return `${edge ? ' edge=yes' : ''}${guarded[guard]}${cost === undefined ? '' : ` path-cost=${cost}`}`
}

/** The peer port is tagged in each of its VLANs. */
function bridgeVlans(plan: SwitchPlan): Block {
  const ports = bridged(plan)
  const others = ports.filter(({ peerPort }) => !peerPort)
  const used = plan.vlans.filter(({ id }) => id !== 1 || others.some(({ vlans }) => carriedVlans(vlans).includes(1)))
  const lines = used.map(({ id }): ConfigLine => {
    const untagged = others.filter(({ vlans }) => untaggedVlan(vlans) === id)
    const tagged = ports.filter((port) => carriedVlans(port.vlans).includes(id) && !untagged.includes(port))
    // What the switch itself sends in a VLAN leaves by the bridge.
    const own = plan.routing.backup?.vlan === id ? `${BRIDGE},` : ''
    const names = (list: readonly Bridged[]) => list.map(({ name }) => name).join(',')
    return {
      text:
        `add bridge=${BRIDGE}${tagged.length === 0 ? '' : ` tagged=${own}${names(tagged)}`}` +
        `${untagged.length === 0 ? '' : ` untagged=${names(untagged)}`} vlan-ids=${id}`,
      from: null,
    }
  })
  return menu('/interface bridge vlan', lines)
}

function menu(path: string, lines: readonly ConfigLine[]): Block {
  return lines.length === 0 ? [] : [...globals(null, [path]), ...lines]
}

const BRIDGE = 'bridge1'
