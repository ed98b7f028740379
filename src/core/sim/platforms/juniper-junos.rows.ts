import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'Juniper, Multichassis Link Aggregation User Guide'
const PRACTICES = `${GUIDE}, best practices and usage notes: ICCP and ICL failures`
const CHECK = `${GUIDE}, configuration consistency check`

/** MC-LAG with ICCP over the ICL and backup liveness over management, or with ICCP on a path of its own where said. */
export const JUNIPER_JUNOS_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of an MC-AE down', GUIDE, 'Partner keeps the other leg; flows move within a second'),
  row('2', 'All legs of a bond down', GUIDE, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'ICL down, ICCP up on its own path',
    PRACTICES,
    'After the ICL-down-delay of 1 s the links of the standby leave the bundle, those of the active stay',
  ),
  row(
    '3b',
    'ICL down where ICCP rides on it, backup liveness answered',
    PRACTICES,
    'The standby falls back to its own LACP system: its links leave the bundle',
  ),
  row(
    '4',
    'ICCP down, ICL up, no backup liveness',
    PRACTICES,
    'The standby falls back to its own LACP system; the active keeps the pair’s',
  ),
  assumed(
    '4b',
    'ICCP down on its own path, backup liveness answered',
    'The standby falls back to its own LACP system, as in 3b; whether the active does too is worded ambiguously',
    'A pair has one keepalive path in a design: with ICCP on it, none is left for backup liveness.',
  ),
  row(
    '4c',
    'ICCP down, backup liveness not answered',
    PRACTICES,
    'The standby keeps the LACP system; partners see no change',
  ),
  row(
    '5',
    'ICCP down, then the ICL',
    PRACTICES,
    'The standby is out of the bundle already; nothing more changes there',
  ),
  assumed(
    '6',
    'Backup liveness first, then ICCP and ICL',
    'Both forward with one LACP system: split brain',
    'The table says it for a dead peer; that both live is inferred.',
  ),
  row(
    '7',
    'Active peer powered off',
    PRACTICES,
    'With backup liveness the LACP system stays and flows move within a second; without it the standby falls back and partners bundle anew',
  ),
  row('8', 'Standby peer powered off', GUIDE, 'The active carries on; flows move within a second'),
  row(
    '9',
    'A peer returns',
    `${GUIDE}, statement mc-ae`,
    'Its members wait the init-delay-time of 240 s; nothing breaks again',
  ),
  assumed(
    '10',
    'Control plane of one peer hangs',
    'BFD ends ICCP after 3 s; LACP of partners gives the hung legs up',
    'Inferred from the timers of BFD and LACP.',
  ),
  row(
    '11',
    'A mandatory parameter of all MC-AEs differs',
    CHECK,
    'Every MC-AE goes down on both peers until it is equal',
  ),
  row('12', 'A mandatory parameter of one MC-AE differs', CHECK, 'That MC-AE goes down on both peers, no other does'),
  row('13', 'VLAN missing on one peer', CHECK, 'The link stays bundled; that VLAN is not forwarded on it'),
  row('14', 'Redundancy groups differ', GUIDE, 'ICCP does not come up for the group'),
  assumed(
    '15',
    'Single-homed host on the standby, ICL down',
    'Its port stays up; hosts behind the other peer are out of reach',
    'Inferred: no statement takes such a port down.',
  ),
  ...uplinkRows({
    lost: 'Juniper Junos, Uplink Failure Detection',
    confidence: 'documented',
    tracking: { words: 'uplink failure detection', source: 'Juniper Junos, Uplink Failure Detection' },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: PRACTICES, confidence: 'assumed', expected, asserted: false, reason }
}
