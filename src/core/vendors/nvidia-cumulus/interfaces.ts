import { lagEnd } from '../../model/network.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd } from '../../model/topology.ts'
import { globals, type Block, type DrawnId } from '../exporter.ts'
import { seconds } from '../shared.ts'
import {
  portOn,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { vlanLists, word } from '../text.ts'
import { clagdTimers } from './clagdTimers.ts'
import { bondName, bondTitle, bridgeVlans, ownVlans, untaggedOf } from './nvue.ts'
import { nvidiaCumulusProfile } from './profile.ts'
import { routingStanzas } from './routing.ts'

/** `/etc/network/interfaces` of a switch on which NVUE does not write that file. */
export function interfacesFile(plan: SwitchPlan): readonly Block[] {
  const { pair } = plan
  return [
    // With a default route it comes last, when the uplinks are up.
    plan.routing.uplinks.length === 0 ? globals(plan.device.id, ['auto lo', 'iface lo inet loopback']) : [],
    ...(pair?.keepalive ? backupPort(pair.keepalive) : []),
    ...plan.lags.flatMap((lag) => bond(plan, lag)),
    ...plan.cables.map((one) => cable(plan, one)),
    bridge(plan),
    ...(pair ? [clagd(plan, pair)] : []),
    ...routingStanzas(plan),
  ]
}

function bond(plan: SwitchPlan, of: LagPlan): readonly Block[] {
  const { lag, members, stp } = of
  const { rate, lacp = {} } = lagEnd(lag)
  return [
    ...members.map(({ port, link, towards }) => stanza(link.id, portOn(nvidiaCumulusProfile, port), alias(towards))),
    [
      { text: `# ${bondTitle(of)}`, from: lag.bond.id },
      ...stanza(lag.bond.id, bondName(lag), [
        `mtu ${lag.bond.mtu}`,
        ...(members.length === 0
          ? []
          : [`bond-slaves ${members.map(({ port }) => portOn(nvidiaCumulusProfile, port)).join(' ')}`]),
        'bond-mode 802.3ad',
        `bond-lacp-rate ${rate === 'fast' ? 1 : 0}`,
        `bond-min-links ${lacp.minLinks ?? 1}`,
        'bond-miimon 100',
        `bond-lacp-bypass-allow ${lacp.fallback === 'individual' ? 'yes' : 'no'}`,
        ...(lag.role === 'mlag' ? [`clag-id ${lag.channel}`] : []),
        ...bridgePort(plan, { vlans: lag.bond.vlans, lag }),
        ...(lag.role === 'peer-link' ? [] : treeOf(stp)),
      ]),
    ],
  ]
}

function cable(plan: SwitchPlan, { port, link, towards, stp }: CablePlan): Block {
  const name = portOn(nvidiaCumulusProfile, port)
  return [
    { text: `# ${name}: ${towards}`, from: link.id },
    ...stanza(link.id, name, [
      ...alias(towards),
      `mtu ${link.mtu}`,
      ...bridgePort(plan, { vlans: link.vlans, lag: null }),
      ...treeOf(stp),
    ]),
  ]
}

function bridgePort(plan: SwitchPlan, trunk: Parameters<typeof untaggedOf>[1]): readonly string[] {
  const { vlans } = trunk
  const own = spaced(ownVlans(plan, vlans))
  const untagged = untaggedOf(plan, trunk)
  return [
    ...(vlans.mode === 'access' ? [`bridge-access ${vlans.vlan}`] : []),
    ...(own === '' ? [] : [`bridge-vids ${own}`]),
    ...(untagged === 'none' ? ['bridge-allow-untagged no'] : []),
    ...(typeof untagged === 'number' ? [`bridge-pvid ${untagged}`] : []),
  ]
}

function treeOf({ edge, guard, cost }: SpanningTreeEnd): readonly string[] {
  return [
    ...(cost === undefined ? [] : [`mstpctl-portpathcost ${cost}`]),
    ...(edge ? ['mstpctl-portadminedge yes'] : []),
    ...(guard === 'bpdu' ? ['mstpctl-bpduguard yes'] : []),
    ...(guard === 'root' ? ['mstpctl-portrestrrole yes'] : []),
  ]
}

function bridge(plan: SwitchPlan): Block {
  const { device, lags, cables } = plan
  const ports = [
    ...lags.map(({ lag }) => bondName(lag)),
    ...cables.map(({ port }) => portOn(nvidiaCumulusProfile, port)),
  ]
  const vlans = spaced(bridgeVlans(plan))
  const { enabled, priority } = device.stp
  return stanza(device.id, 'br_default', [
    ...(ports.length === 0 ? [] : [`bridge-ports ${ports.join(' ')}`]),
    'bridge-vlan-aware yes',
    ...(vlans === '' ? [] : [`bridge-vids ${vlans}`]),
    'bridge-pvid 1',
    ...(enabled && priority !== DEFAULT_SPANNING_TREE.priority ? [`mstpctl-treeprio ${priority}`] : []),
  ])
}

function spaced(vlans: readonly number[]): string {
  return vlans.length === 0 ? '' : vlanLists(vlans, Number.POSITIVE_INFINITY).join('').replaceAll(',', ' ')
}

/** The management port is in the VRF `mgmt`, which is a stanza of its own. */
function backupPort({ port, link, own, prefixLength, towards }: KeepalivePlan): readonly Block[] {
  const management = port.kind === 'management'
  return [
    ...(management ? [stanza(link.id, 'mgmt', ['address 127.0.0.1/8', 'vrf-table auto'])] : []),
    stanza(link.id, portOn(nvidiaCumulusProfile, port), [
      ...alias(`backup link: ${towards}`),
      `address ${word(own)}/${prefixLength}`,
      ...(management ? ['vrf mgmt'] : []),
    ]),
  ]
}

function clagd({ runs }: SwitchPlan, { domain, keepalive, preferred }: PairPlan): Block {
  const { numbers } = runs
  const vrf = keepalive?.port.kind === 'management' ? ' vrf mgmt' : ''
  return stanza(domain.id, 'peerlink.4094', [
    'clagd-peer-ip linklocal',
    ...(keepalive ? [`clagd-backup-ip ${word(keepalive.peer)}${vrf}`] : []),
    `clagd-sys-mac ${domain.systemMac}`,
    `clagd-priority ${numbers[preferred ? 'role-priority-preferred' : 'role-priority-other']?.value ?? 0}`,
    `clagd-args --initDelay ${seconds(numbers['member-restore-ms']?.value)}${clagdTimers(runs)}`,
  ])
}

function stanza(from: DrawnId, name: string, body: readonly string[]): Block {
  return globals(from, [`auto ${name}`, `iface ${name}`, ...body.map((text) => `    ${text}`)])
}

function alias(towards: string): readonly string[] {
  return towards === '' ? [] : [`alias ${towards}`]
}
