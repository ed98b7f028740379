import { lagEnd, type Network } from '../../model/network.ts'
import type { DeviceId } from '../../model/ids.ts'
import type { NumberKey } from '../../model/profile.ts'
import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd, type VlanMembership } from '../../model/topology.ts'
import { layOut, type Block, type ConfigLine, type DrawnId, type Exporter, type ExportNote } from '../exporter.ts'
import {
  planSwitch,
  portOn,
  vlanIds,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { fileStem, freeText, word } from '../text.ts'
import { juniperJunosProfile } from './profile.ts'
import { below, hierarchy, setCommand, type Statement } from './statements.ts'

/**
 * Junos 17.3+ of a QFX or EX switch with ELS, as `set` commands and in braces; one `commit`, so the order is for
 * readers. Source: Juniper, "Multichassis Link Aggregation User Guide". Where each statement was seen in use:
 * - `protocols iccp` with `local-ip-addr`, `peer`, `redundancy-group-id-list`, `backup-liveness-detection`,
 *   `liveness-detection`, `multi-chassis-protection`, `mc-ae`, `system-id`, `admin-key`: a published QFX and MX lab; the
 *   guide's examples;
 * - `init-delay-time`, `session-establishment-hold-time`, `service-id`, `rstp … edge`: batfish, Juniper test
 *   configurations with MC-LAG groups;
 * - `icl-down-delay`, `events iccp-peer-down prefer-status-control-active`, `bpdu-block`, `no-root-port`:
 *   jeremmfr/terraform-provider-junos; Juniper YANG models 23.4R1;
 * - `consistency-check comparison-delay-time`, `rstp system-identifier`: Juniper YANG models 23.4R1;
 * - `native-vlan-id`, `hold-time`, `mtu`, `global-mac-table-aging-time`: Juniper, Interfaces and Ethernet Switching User
 *   Guides; public configurations.
 */
export const juniperJunosExporter: Exporter = {
  vendor: 'juniper-junos',
  format: 'set commands',
  comment: '#',
  fileName: (deviceName) => `${fileStem(deviceName)}.set`,
  render(net, device) {
    const { heading, notes, groups } = written(net, device)
    return { lines: layOut([heading, ...groups.map((group) => group.map(setCommand))], ''), notes }
  },
  variants: [
    {
      format: 'the same in braces, for load merge',
      comment: '#',
      fileName: (deviceName) => `${fileStem(deviceName)}.conf`,
      render(net, device) {
        const { heading, notes, groups } = written(net, device)
        return { lines: layOut([heading, hierarchy(groups.flat())], ''), notes }
      },
    },
  ],
}

type Group = readonly Statement[]

function written(net: Network, device: DeviceId) {
  const plan = planSwitch(net, device, juniperJunosProfile)
  const notes = [...plan.notes, ...platformNotes(plan)]
  const groups: readonly Group[] = [
    [...below(device, ['system'], [`host-name ${word(plan.device.name)}`]), ...chassis(plan)],
    vlans(plan),
    ...plan.lags.map((lag) => lagGroup(plan, lag)),
    ...plan.cables.map((cable) => cableGroup(plan, cable)),
    ...(plan.pair ? pairGroups(plan, plan.pair) : []),
    spanningTree(plan),
  ]
  return { heading: heading(plan, notes), notes, groups }
}

function heading({ device }: SwitchPlan, notes: readonly ExportNote[]): Block {
  const label = freeText(device.label)
  const title: ConfigLine = {
    text: `# ${word(device.name)}${label === '' ? '' : ` (${label})`}, Juniper Junos`,
    from: device.id,
  }
  return [title, ...notes.map(({ text, from }) => ({ text: `# Note: ${text}`, from }))]
}

function chassis({ lags, pair, runs }: SwitchPlan): Group {
  const count = Math.max(0, ...lags.map(({ lag }) => lag.channel + 1))
  return [
    // Without it no ae interface exists.
    ...(count > 0 ? below(null, ['chassis', 'aggregated-devices', 'ethernet'], [`device-count ${count}`]) : []),
    ...(pair
      ? below(
          pair.domain.id,
          ['protocols', 'l2-learning'],
          [`global-mac-table-aging-time ${seconds(runs.numbers['mac-ageing-ms']?.value)}`],
        )
      : []),
  ]
}

function vlans({ vlans, pair, runs }: SwitchPlan): Group {
  const own = pair && !overKeepalive(runs) ? pair.peering.vlan : null
  return [
    ...vlans
      .filter(({ id }) => id !== own)
      .flatMap(({ id, name }) =>
        below(
          null,
          ['vlans', vlanName(id)],
          [`vlan-id ${id}`, ...(name === '' || id === 1 ? [] : [`description ${word(name)}`])],
        ),
      ),
    ...(pair && own !== null
      ? below(
          pair.domain.id,
          ['vlans', vlanName(own)],
          [`vlan-id ${own}`, 'description ICCP', `l3-interface irb.${own}`],
        )
      : []),
  ]
}

function lagGroup(plan: SwitchPlan, { lag, towards, members }: LagPlan): Group {
  const { bond, channel, role } = lag
  const { pair, runs } = plan
  const { mode, rate } = lagEnd(lag)
  const ae = `ae${channel}`
  const iccp = pair && role === 'peer-link' && !overKeepalive(runs) ? [pair.peering.vlan] : []
  const title = role === 'peer-link' ? 'ICL' : role === 'mlag' ? `MC-AE ${channel}` : 'LAG'
  const mlag = role === 'mlag' && pair ? pair : null
  const priority = mlag ? runs.numbers['system-priority']?.value : plan.device.lacpSystemPriority
  return [
    ...members.flatMap(({ port, link, towards: other }) =>
      below(
        link.id,
        ['interfaces', portOn(juniperJunosProfile, port)],
        [`description "${other}"`, ...holdTime(plan), ['ether-options', `802.3ad ${ae}`]],
      ),
    ),
    ...below(
      bond.id,
      ['interfaces', ae],
      [
        `description "${title}: ${towards}"`,
        ...mtu(bond.mtu),
        ...native(bond.vlans),
        ['aggregated-ether-options', 'minimum-links 1'],
        ...(mode === 'static'
          ? []
          : [mode, `periodic ${rate}`, `system-priority ${priority}`, ...(mlag ? identity(mlag, channel) : [])].map(
              (text) => ['aggregated-ether-options', 'lacp', text],
            )),
        ...(mlag ? mcAe(plan, mlag, channel).map((texts) => ['aggregated-ether-options', 'mc-ae', ...texts]) : []),
        ...switching(bond.vlans, iccp),
      ],
    ),
  ]
}

function identity({ domain }: PairPlan, channel: number): readonly string[] {
  return [`system-id ${word(domain.systemMac)}`, `admin-key ${channel}`]
}

function mcAe({ runs }: SwitchPlan, { domain, preferred }: PairPlan, channel: number): readonly (readonly string[])[] {
  return [
    [`mc-ae-id ${channel}`],
    [`redundancy-group ${domain.number}`],
    [`chassis-id ${preferred ? 0 : 1}`],
    ['mode active-active'],
    [`status-control ${preferred ? 'active' : 'standby'}`],
    [`init-delay-time ${seconds(runs.numbers['reload-member-ms']?.value)}`],
    ...(preferred ? [['events', 'iccp-peer-down', 'prefer-status-control-active']] : []),
  ]
}

function cableGroup(plan: SwitchPlan, { port, link, towards }: CablePlan): Group {
  return below(
    link.id,
    ['interfaces', portOn(juniperJunosProfile, port)],
    [
      `description "${towards}"`,
      ...holdTime(plan),
      ...mtu(link.mtu),
      ...native(link.vlans),
      ...switching(link.vlans, []),
    ],
  )
}

function pairGroups(plan: SwitchPlan, pair: PairPlan): readonly Group[] {
  const { lags, runs } = plan
  const { domain, keepalive, peering } = pair
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  const beside = overKeepalive(runs)
  const session = beside ? keepalive : peering
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  const hold = `session-establishment-hold-time ${sessionHold(value('reload-member-ms'))}`
  return [
    [
      ...(keepalive ? keepaliveInterface(plan, keepalive) : []),
      ...(beside ? [] : below(domain.id, ['interfaces', 'irb', `unit ${peering.vlan}`], [addressOf(peering)])),
    ],
    session
      ? [
          ...below(domain.id, ['protocols', 'iccp'], [`local-ip-addr ${word(session.own)}`]),
          ...below(
            domain.id,
            ['protocols', 'iccp', `peer ${word(session.peer)}`],
            [
              hold,
              `redundancy-group-id-list ${domain.number}`,
              ...(keepalive && !beside
                ? [['backup-liveness-detection', `backup-peer-ip ${word(keepalive.peer)}`]]
                : []),
              ['liveness-detection', `minimum-interval ${value('heartbeat-interval-ms')}`],
              ['liveness-detection', `multiplier ${value('heartbeat-timeout-multiplier')}`],
            ],
          ),
          ...(peerLink
            ? below(
                domain.id,
                ['multi-chassis', `multi-chassis-protection ${word(session.peer)}`],
                [
                  `interface ae${peerLink.lag.channel}`,
                  ...(beside ? [`icl-down-delay ${seconds(value('peer-link-down-delay-ms'))}`] : []),
                ],
              )
            : []),
          ...below(domain.id, ['multi-chassis', 'mc-lag', 'consistency-check'], ['comparison-delay-time 5']),
          ...below(domain.id, ['switch-options'], [`service-id ${domain.number}`]),
        ]
      : [],
  ]
}

function keepaliveInterface(plan: SwitchPlan, keepalive: KeepalivePlan): Group {
  const { port, link, towards } = keepalive
  const title = overKeepalive(plan.runs) ? 'ICCP' : 'backup liveness'
  return below(
    link.id,
    ['interfaces', portOn(juniperJunosProfile, port)],
    [
      `description "${title}: ${towards}"`,
      ...(port.kind === 'front' ? holdTime(plan) : []),
      ['unit 0', ...addressOf(keepalive)],
    ],
  )
}

function spanningTree({ device, pair, lags, cables }: SwitchPlan): Group {
  const { enabled, priority } = device.stp
  if (!enabled) return below(device.id, ['protocols', 'rstp'], ['disable'])
  const ends: readonly (readonly [DrawnId, string, SpanningTreeEnd | null])[] = [
    ...lags.map(({ lag, stp }) => [lag.bond.id, `ae${lag.channel}`, lag.role === 'peer-link' ? null : stp] as const),
    ...cables.map(({ link, port, stp }) => [link.id, portOn(juniperJunosProfile, port), stp] as const),
  ]
  return [
    ...below(
      device.id,
      ['protocols', 'rstp'],
      [
        ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`bridge-priority ${thousands(priority)}`]),
        // Both peers are one bridge to others.
        ...(pair ? [`system-identifier ${word(pair.domain.systemMac)}`] : []),
      ],
    ),
    ...ends.flatMap(([from, name, stp]) => [
      ...rstpInterface(stp).map((text): Statement => {
        const path = ['protocols', 'rstp', `interface ${name}`]
        return { path: text === '' ? path : [...path, text], from }
      }),
      ...(stp?.guard === 'bpdu'
        ? below(from, ['protocols', 'layer2-control', 'bpdu-block'], [`interface ${name}`])
        : []),
    ]),
  ]
}

/** Null: the ICL, which spanning tree must not block. */
function rstpInterface(stp: SpanningTreeEnd | null): readonly string[] {
  if (stp === null) return ['disable']
  const own = [...(stp.edge ? ['edge'] : []), ...(stp.guard === 'root' ? ['no-root-port'] : [])]
  return own.length > 0 ? own : ['']
}

function switching(vlans: VlanMembership, more: readonly number[]): readonly (readonly string[])[] {
  const trunk = vlans.mode === 'trunk' || more.length > 0
  const ids = [...new Set([...vlanIds(vlans), ...more])].sort((a, b) => a - b)
  const level = ['unit 0', 'family ethernet-switching']
  return [
    [...level, `interface-mode ${trunk ? 'trunk' : 'access'}`],
    ...ids.map((id) => [...level, 'vlan', `members ${vlanName(id)}`]),
  ]
}

/** Untagged frames of a trunk. The VLAN must be a member as well. */
function native(vlans: VlanMembership): readonly string[] {
  return vlans.mode === 'trunk' ? [`native-vlan-id ${vlans.native}`] : []
}

function addressOf({ own, prefixLength }: { readonly own: string; readonly prefixLength: number }): readonly string[] {
  return ['family inet', `address ${word(own)}/${prefixLength}`]
}

/** The media MTU of Junos counts the Ethernet header. */
function mtu(bytes: number): readonly string[] {
  return bytes === DEFAULT_MTU ? [] : [`mtu ${Math.min(bytes + ETHERNET_HEADER, MAX_MTU)}`]
}

function holdTime({ runs }: SwitchPlan): readonly string[] {
  const own = runs.numbers['link-debounce-ms']
  return own?.set ? [`hold-time up 0 down ${own.value}`] : []
}

function platformNotes({ device, pair, runs, lags, cables, vlans, mtus }: SwitchPlan): readonly ExportNote[] {
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^(ge|xe|et)-\d+\/\d+\/\d+(:\d+)?$/.test(name)).map(word)
  if (foreign.length > 0) add(device.id, `Not port names of Junos, kept as drawn: ${foreign.join(', ')}.`)
  const large = mtus.filter((bytes) => bytes + ETHERNET_HEADER > MAX_MTU)
  if (large.length > 0) {
    const most = MAX_MTU - ETHERNET_HEADER
    add(
      device.id,
      `Junos counts the Ethernet header and takes ${MAX_MTU} bytes: of the drawn MTU ${large.join(', ')} pass ${most}.`,
    )
  }
  if (!pair) return notes
  const { domain, keepalive, peering } = pair
  const beside = overKeepalive(runs)
  if (beside && !keepalive) add(domain.id, 'ICCP is to run over the keepalive cable, and none is drawn.')
  if (beside) add(domain.id, 'ICCP runs over the keepalive cable, so backup liveness is not configured.')
  if (!beside && vlans.some(({ id }) => id === peering.vlan)) {
    add(domain.id, `VLAN ${peering.vlan} is the pair's own and cannot carry hosts as drawn.`)
  }
  if (!beside && keepalive?.port.kind === 'front') {
    add(keepalive.link.id, 'Backup liveness is documented over the management port; a front port is drawn.')
  }
  const wanted = seconds(runs.numbers['reload-member-ms']?.value) + HOLD_AFTER_INIT
  if (wanted > MAX_HOLD) {
    add(
      domain.id,
      `The session hold time should be ${wanted} s, 100 s above the init-delay-time; ${MAX_HOLD} is the most.`,
    )
  }
  for (const { lag } of lags) {
    if (lag.role === 'mlag' && lagEnd(lag).mode === 'static') {
      add(lag.bond.id, `ae${lag.channel} is written without LACP; MC-LAG is documented with it only.`)
    }
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers) add(link.id, 'Junos takes no single-homed port down with the MC-AEs.')
  }
  return notes
}

function overKeepalive({ choices }: SwitchPlan['runs']): boolean {
  return choices['session-path'].value === 'keepalive-path'
}

/** At least 100 s above the init-delay-time, within what the statement takes. */
function sessionHold(initDelayMs: number): number {
  return Math.min(MAX_HOLD, Math.max(DEFAULT_HOLD, seconds(initDelayMs) + HOLD_AFTER_INIT))
}

/** VLAN 1 has a name already. */
function vlanName(id: number): string {
  return id === 1 ? 'default' : `v${id}`
}

function thousands(priority: number): string {
  return priority === 0 ? '0' : `${priority / 1_024}k`
}

function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

const DEFAULT_MTU = 1_500
const ETHERNET_HEADER = 14
const MAX_MTU = 9_216
const DEFAULT_HOLD = 300
const MAX_HOLD = 600
const HOLD_AFTER_INIT = 100
