import { lagEnd } from '../../model/network.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import type { SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import { ETHERNET_HEADER, HOLD_AFTER_INIT, MAX_MTU, overKeepalive, seconds } from './common.ts'

/** What is drawn and Junos cannot take as it is. */
export function platformNotes({ device, pair, runs, lags, cables, vlans, mtus }: SwitchPlan): readonly ExportNote[] {
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
  if (keepalive?.port.kind === 'front' && keepalive.vrf !== 'default') {
    const instance = word(keepalive.vrf)
    add(
      keepalive.link.id,
      `${word(keepalive.port.name)} stays in the default routing instance, not in ${instance} as drawn.`,
    )
  }
  if (!beside && keepalive?.port.kind === 'front') {
    add(keepalive.link.id, 'Backup liveness is documented over the management port; a front port is drawn.')
  }
  const [hold, init] = [
    seconds(runs.numbers['session-hold-ms']?.value),
    seconds(runs.numbers['reload-member-ms']?.value),
  ]
  if (hold < init + HOLD_AFTER_INIT) {
    add(
      domain.id,
      `The session-establishment-hold-time of ${hold} s should be 100 s more than the init-delay-time of ${init} s.`,
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
