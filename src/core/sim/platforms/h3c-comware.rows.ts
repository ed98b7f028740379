import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'H3C Layer 2 LAN Switching Configuration Guide (Comware 7, 2024), Configuring M-LAG'
const FAILURES = `${GUIDE}, M-LAG failure handling mechanisms`
const BOTH = `${GUIDE}, Mechanisms to handle concurrent peer link and keepalive link failures`
const CHECK = `${GUIDE}, Configuration consistency check`

/** M-LAG at its defaults: MAD action down, MAD DOWN not persistent, no standalone mode. */
export const H3C_COMWARE_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of an M-LAG down', FAILURES, 'Partner keeps the other leg; flows move within a second'),
  row('2', 'All legs of a bond down', FAILURES, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'Peer-link down, keepalive up',
    FAILURES,
    'The secondary sets all its ports to M-LAG MAD DOWN; they come back 30 s after the peer-link',
  ),
  row('4', 'Keepalive down, peer-link up', GUIDE, 'A log; nothing is lost'),
  row(
    '5',
    'Peer-link down, then the keepalive',
    BOTH,
    'The secondary becomes primary after 5 s and brings its ports up: split; with m-lag mad persistent they stay down',
  ),
  row(
    '6',
    'Keepalive first, then the peer-link',
    BOTH,
    'Both are primary and nothing goes down; with the keepalive back MAD acts on the secondary',
  ),
  row(
    '7',
    'Primary powered off',
    FAILURES,
    'The secondary takes the role and keeps its legs; flows move within a second',
  ),
  row('8', 'Secondary powered off', FAILURES, 'The primary carries on; flows move within a second'),
  row(
    '9',
    'A device returns',
    `${FAILURES}; Setting the data restoration interval`,
    'It is secondary and its ports wait 30 s; nothing breaks again',
  ),
  row(
    '9b',
    'Both restart, only one returns',
    `${GUIDE}, Configuring M-LAG system auto-recovery`,
    'Without auto-recovery its members stay down; with it they come up when the reload-delay is over',
  ),
  assumed(
    '10',
    'Control plane of one device hangs',
    'DRCP and keepalive both fail: the other takes over; partners leave the hung legs when LACP times out',
    'Follows from the documented timers; the guide does not describe the case.',
  ),
  row(
    '11',
    'Type 1 configuration of the device differs',
    CHECK,
    'All members of the secondary go down; in loose mode a log only',
  ),
  row(
    '12',
    'Type 1 configuration of one M-LAG differs (PVID)',
    CHECK,
    'That member of the secondary goes down; in loose mode a log only',
  ),
  row(
    '13',
    'VLAN missing on one device',
    CHECK,
    'Type 2: a log; the link stays bundled, the VLAN is black-holed on that leg',
  ),
  assumed(
    '14',
    'System MAC or priority differ, or the system numbers are equal',
    'The devices form no M-LAG system',
    'What partners see then is inferred.',
  ),
  row(
    '15',
    'Orphan on the secondary, peer-link down',
    `${GUIDE}, Configuring M-LAG MAD`,
    'M-LAG MAD DOWN like every other port; with default action none it stays up and is cut off from the other side',
  ),
  assumed(
    '16',
    'Standalone mode, peer-link and keepalive down',
    'Each announces its own LACP system, partners keep one',
    'Not simulated: what tells a rebooting peer, for which it does not act, from a split is not described.',
  ),
  ...uplinkRows({
    lost: 'H3C Monitor Link configuration guide',
    confidence: 'documented',
    tracking: { words: 'Monitor Link', source: 'H3C Monitor Link configuration guide' },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: GUIDE, confidence: 'assumed', expected, asserted: false, reason }
}
