import { lagEnd } from '../../model/network.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import { DEFAULT_MTU, foreignPorts } from '../shared.ts'
import type { SwitchPlan } from '../switchPlan.ts'

/** What is drawn and RouterOS cannot take as it is, or what its page on MLAG has no property for. */
export function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, cables, pair, mtus } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  add(device.id, 'Names of VLANs are not written.')
  const other = mtus.filter((mtu) => mtu !== DEFAULT_MTU)
  if (other.length > 0) add(device.id, `MTU ${other.join(' and ')} is drawn and not written.`)
  if (pair?.keepalive) {
    add(pair.keepalive.link.id, 'RouterOS has no keepalive beside ICCP on the peer port; the drawn cable is not used.')
  }
  const plain = lags.some(({ lag }) => lag.role !== 'mlag' && lagEnd(lag).mode !== 'static')
  if (plain && device.lacpSystemPriority !== SYSTEM_PRIORITY) {
    add(device.id, `LACP system priority is ${SYSTEM_PRIORITY}, not ${device.lacpSystemPriority} as drawn.`)
  }
  for (const { lag } of lags) {
    const { mode } = lagEnd(lag)
    const name = `bond${lag.channel}`
    if (mode !== 'active') add(lag.bond.id, `${name} is drawn ${mode}; only active LACP is written.`)
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers) add(link.id, 'RouterOS takes no single-homed port down with the bonds.')
  }
  const own = /^(sfp-sfpplus([1-9]|1\d|2[0-4])|ether([1-9]|[1-4]\d)|q?sfp(plus|28)?\d+-\d+|sfp28-\d+)$/
  return [...foreignPorts(plan, own, 'RouterOS'), ...notes]
}

const SYSTEM_PRIORITY = 65_535
