import { lagEnd } from '../../model/network.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import { foreignPorts, trunksOfAll } from '../shared.ts'
import type { SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import { bondName } from './nvue.ts'
import { nvidiaCumulusProfile } from './profile.ts'

/** What is drawn and Cumulus Linux cannot take as it is. */
export function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, cables, vlans } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  if (vlans.some(({ name }) => name !== '')) add(device.id, 'Names of VLANs are not written.')
  if (vlans.some(({ id }) => id === CLAGD_VLAN)) add(device.id, 'VLAN 4094 belongs to clagd and must not be bridged.')
  if (!device.stp.enabled) add(device.id, 'Spanning tree is drawn off; no statement for that is written.')
  const plain = lags.some(({ lag }) => lag.role !== 'mlag' && lagEnd(lag).mode !== 'static')
  if (plain && device.lacpSystemPriority !== SYSTEM_PRIORITY) {
    add(device.id, `LACP system priority stays ${SYSTEM_PRIORITY}, not ${device.lacpSystemPriority} as drawn.`)
  }
  if (plan.routing.tracked) {
    const names = plan.routing.uplinks.map(({ port }) => word(port.name)).join(' and ')
    add(
      device.id,
      `Tracking is done by ifplugd, which is told of ${names} and the bonds in /etc/default/ifplugd, not here.`,
    )
  }
  for (const { lag } of lags) {
    const name = bondName(lag)
    const { mode } = lagEnd(lag)
    if (mode !== 'active') add(lag.bond.id, `${name} is drawn ${mode}; only active LACP is written.`)
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers) {
      add(link.id, 'Cumulus Linux takes no single-homed port down with the bonds.')
    }
  }
  return [
    ...foreignPorts(plan, /^swp\d+(s\d+)?$/, 'Cumulus Linux'),
    ...trunksOfAll(plan, nvidiaCumulusProfile),
    ...notes,
    ...pairNotes(plan),
  ]
}

/** What NVUE has no attribute for, though /etc/network/interfaces has a line. */
export function nvueNotes({ lags }: SwitchPlan): readonly ExportNote[] {
  return lags.flatMap(({ lag }) => {
    const { mode, lacp = {} } = lagEnd(lag)
    const least = lacp.minLinks ?? 1
    if (mode === 'static' || least <= 1) return []
    const text = `NVUE has no least number of members: bond-min-links ${least} of ${bondName(lag)} needs a snippet.`
    return [{ text, from: lag.bond.id }]
  })
}

function pairNotes({ pair }: SwitchPlan): readonly ExportNote[] {
  if (!pair) return []
  const { domain, keepalive } = pair
  const notes: ExportNote[] = []
  if (!domain.systemMac.startsWith('44:38:39:ff:')) {
    notes.push({ text: 'The system MAC of a pair belongs in 44:38:39:ff:00:00 to 44:38:39:ff:ff:ff.', from: domain.id })
  }
  if (keepalive?.port.kind === 'front' && keepalive.vrf !== 'default') {
    const text = `${word(keepalive.port.name)} stays in the default VRF, not in ${word(keepalive.vrf)} as drawn.`
    notes.push({ text, from: keepalive.link.id })
  }
  return notes
}

const CLAGD_VLAN = 4_094
const SYSTEM_PRIORITY = 65_535
