import { lagEnd } from '../../model/network.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import type { SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'

/** VRP8 before and since V300; the DFS group is configured differently. */
export type Dialect = 'V300' | 'V200'

/** MTUs that bridged ports pass without a statement: frames of up to 9216 bytes. */
export const STANDARD_MTUS: readonly number[] = [1_500, 9_216]

/** An edge port of this switch asks that a BPDU takes it down. */
export function guardsBpdus(plan: SwitchPlan): boolean {
  return ends(plan).some(({ edge, stp }) => edge && stp.guard === 'bpdu')
}

/** What VRP8 cannot take as drawn, and what the user has to see to. */
export function platformNotes(plan: SwitchPlan, dialect: Dialect, protects: boolean): readonly ExportNote[] {
  const { device, pair, lags, cables, mtus, runs, routing } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^\d*GE\d+(\/\d+){1,3}(:\d+)?$/.test(name)).map(word)
  if (foreign.length > 0) add(device.id, `Not port names of VRP8, kept as drawn: ${foreign.join(', ')}.`)
  const impossible = mtus.filter((mtu) => !STANDARD_MTUS.includes(mtu) && (mtu < 1_518 || mtu > 9_500))
  if (impossible.length > 0) {
    add(device.id, `jumboframe enable takes 1518 to 9500 bytes on most models; ${impossible.join(' and ')} is drawn.`)
  }
  for (const { lag } of lags) {
    const { mode } = lagEnd(lag)
    if (mode === 'passive') add(lag.bond.id, 'LACP of VRP8 is always active; passive is drawn.')
    if (lag.role === 'peer-link' && lag.bond.vlans.mode === 'access') {
      add(lag.bond.id, 'A peer-link takes no VLAN statements and carries tagged frames.')
    }
    if (lag.role === 'peer-link' && lag.bond.vlans.mode === 'trunk' && lag.bond.vlans.native !== 1) {
      add(lag.bond.id, 'The untagged VLAN of a peer-link is 1; it cannot be set.')
    }
  }
  for (const { id, edge, stp, what } of ends(plan)) {
    if (stp.guard === 'bpdu' && !edge) add(id, `BPDU protection acts on edge ports only; ${what} is none.`)
    if (protects && edge && stp.guard !== 'bpdu') {
      add(id, `BPDU protection is of the whole switch; it guards the edge port ${what} as well.`)
    }
  }
  if (!pair) return notes
  const { domain } = pair
  if (dialect === 'V300') {
    add(domain.id, 'Replace the password of the DFS group: 8 to 16 characters, the same on both peers.')
  } else {
    add(
      domain.id,
      'For V200R019; DAD timeout, DAD delay, DAD hold time, error-down delay and LACP system-id switch-delay are left at their defaults.',
    )
    if (runs.switches['uplinks-decide']?.value === true && routing.uplinks.length > 0) {
      add(domain.id, 'uplink-port enable is known of V300 only; on V200 the uplinks do not decide.')
    }
  }
  if (plan.runs.switches['split-own-system']?.value && plan.runs.choices['pair-system'].value === 'configured') {
    add(
      domain.id,
      'The LACP system-id switch-delay changes nothing here: both devices have the same system configured, which is what each would go back to.',
    )
  }
  if (pair.keepalive) {
    add(
      domain.id,
      'See that display dfs-group 1 heartbeat says OK on both peers before the part behind the first commit.',
    )
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers && plan.runs.choices['orphan-hold'].value === 'all') {
      add(link.id, 'All single-homed ports go error-down with the members, not only this one.')
    }
  }
  return notes
}

function ends({ lags, cables }: SwitchPlan) {
  return [
    ...lags
      .filter(({ lag }) => lag.role !== 'peer-link')
      .map(({ lag, stp }) => ({ id: lag.bond.id, stp, edge: stp.edge, what: `Eth-Trunk${lag.channel}` })),
    ...cables.map(({ link, port, stp }) => ({ id: link.id, stp, edge: stp.edge, what: word(port.name) })),
  ]
}
