import type { FidelityRow } from './row.ts'

const PAGE = 'MikroTik RouterOS documentation, Multi-chassis Link Aggregation Group'

/** MLAG at its defaults. Its page describes little of what happens after a failure, so nearly all rows are assumed. */
export const MIKROTIK_ROUTEROS_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of a bond down', 'Its addresses move to the peer port, the other leg carries'),
  assumed('2', 'All legs of a bond down', 'That host is cut off, no other flow notices'),
  assumed(
    '3',
    'Peer port down, keepalive alive',
    'Cannot happen',
    'Heartbeats run over the peer port; the platform has no second path.',
  ),
  row('4', 'ICCP silent for three heartbeats, peer port up', 'A log; nothing is lost'),
  assumed(
    '5',
    'Peer port down',
    'Both forward with the system they have, or the secondary takes that of its own bridge: a choice',
  ),
  assumed(
    '6',
    'Keepalive first, then the peer port',
    'The same as a lost peer port',
    'Heartbeats run over the peer port; the platform has no second path.',
  ),
  assumed('7', 'Primary dies', 'The secondary becomes primary and keeps the system that partners know'),
  assumed('8', 'Secondary dies', 'The primary carries on'),
  assumed('9', 'The primary returns', 'It is primary again by its priority, at once: there is no delay'),
  assumed('10', 'Control plane of one peer hangs', 'Partners leave when LACP times out'),
  assumed('11', 'Spanning tree differs', 'Nothing is suspended'),
  assumed('12', 'mlag-id of one bond differs', 'That bond is not in step; partners still see one system'),
  assumed('13', 'VLAN missing on one peer', 'VLAN filtering drops its frames on that leg'),
  assumed('14', 'Domain ids differ', 'Cannot happen', 'The platform has no domain id.'),
  assumed('15', 'Single-homed port on the secondary, peer port down', 'Stays up and is cut off from the other peer'),
]

function row(number: string, title: string, expected: string): FidelityRow {
  return { row: number, title, source: PAGE, confidence: 'documented', expected, asserted: true }
}

function assumed(
  number: string,
  title: string,
  expected: string,
  reason = 'The page does not describe it.',
): FidelityRow {
  return { row: number, title, source: PAGE, confidence: 'assumed', expected, asserted: false, reason }
}
