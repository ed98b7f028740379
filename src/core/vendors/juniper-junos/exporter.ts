import type { DeviceId } from '../../model/ids.ts'
import type { Network } from '../../model/network.ts'
import { layOut, type Block, type ConfigLine, type Exporter, type ExportNote } from '../exporter.ts'
import { planSwitch, type SwitchPlan } from '../switchPlan.ts'
import { fileStem, freeText, word } from '../text.ts'
import { overKeepalive, seconds, vlanName, type Group } from './common.ts'
import { cableGroup, lagGroup } from './interfaces.ts'
import { platformNotes } from './notes.ts'
import { pairGroups } from './pair.ts'
import { juniperJunosProfile } from './profile.ts'
import { routingGroups } from './routing.ts'
import { spanningTree } from './spanningTree.ts'
import { below, hierarchy, setCommand } from './statements.ts'

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

function written(net: Network, device: DeviceId) {
  const plan = planSwitch(net, device, juniperJunosProfile)
  const notes = [...plan.notes, ...platformNotes(plan)]
  const groups: readonly Group[] = [
    [...below(device, ['system'], [`host-name ${word(plan.device.name)}`]), ...chassis(plan)],
    vlans(plan),
    ...plan.lags.map((lag) => lagGroup(plan, lag)),
    ...plan.cables.map((cable) => cableGroup(plan, cable)),
    ...(plan.pair ? pairGroups(plan, plan.pair) : []),
    ...routingGroups(plan),
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
