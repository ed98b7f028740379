import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const DRNI = 'IEEE 802.1AX-2020, clause 9 (DRNI)'

/** Two systems as the standard pairs them, the pair announcing the lower System ID; there is no keepalive. */
export const GENERIC_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of a LAG down', 'The other leg carries, over the peer-link if need be'),
  row('2', 'All legs of a LAG down', 'That host is cut off, no other flow notices'),
  row(
    '3',
    'Peer-link down, both systems alive',
    'Both are solo: the higher System ID announces its own, partners stay with the lower; paired again they announce one',
  ),
  row('3b', 'Peer-link silent', 'The same when DRCP is not heard for its time-out'),
  row('7', 'The system with the lower System ID dies', 'The other announces its own; partners select it anew'),
  row('8', 'The system with the higher System ID dies', 'Partners keep the leg of the other'),
  row('9', 'The lower System ID returns', 'Both announce it again, without a delay'),
  assumed('10', 'Control plane of one system hangs', 'Partners leave when LACP times out', 'Follows from LACP.'),
  assumed(
    '11',
    'Aggregator System ID or key differ',
    'The systems do not pair',
    'The check is part of DRCP, whose frames are not simulated.',
  ),
  assumed('13', 'VLAN missing on one system', 'Its frames are lost on that leg', 'VLANs are left to management.'),
  ...uplinkRows({
    lost: 'Inferred from static routing: the standard says nothing of uplinks',
    confidence: 'assumed',
    tracking: { words: 'tracking', source: 'Inferred: the standard says nothing of uplinks' },
  }),
]

function row(number: string, title: string, expected: string): FidelityRow {
  return { row: number, title, source: DRNI, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: DRNI, confidence: 'assumed', expected, asserted: false, reason }
}
