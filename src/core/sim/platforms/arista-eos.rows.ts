import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const MANUAL = 'Arista EOS User Manual, Multi-Chassis Link Aggregation'
const AVD = 'Arista AVD, MLAG configuration and its generated pairs'

/** EOS MLAG at its defaults, and with dual-primary detection of 5 s where a row says so. */
export const ARISTA_EOS_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of an MLAG down', MANUAL, 'Partner keeps the other leg; flows move within a second'),
  row('2', 'All legs of a bond down', MANUAL, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'Peer-link down, heartbeat alive, detection on',
    AVD,
    'The secondary errdisables all ports but peer-link and management after the delay',
  ),
  row(
    '3b',
    'Peer-link down, detection off',
    MANUAL,
    'Both are primary with one system id; nothing is disabled, crossing flows fail',
  ),
  row('4', 'Heartbeat down, peer-link up', MANUAL, 'Nothing: it is read only without a peer-link'),
  assumed(
    '4b',
    'Peer-link silent though lit',
    'After 15 intervals the peers give each other up',
    'The reaction is inferred from the fields of show mlag detail.',
  ),
  assumed(
    '5',
    'Peer-link first, then heartbeat',
    'Errdisabled ports stay so until the peer-link is back',
    'No source says whether they come back when the heartbeat dies.',
  ),
  row('6', 'Heartbeat first, then peer-link', MANUAL, 'Both are primary: nobody can tell, even with detection on'),
  row(
    '7',
    'Primary powered off',
    MANUAL,
    'The other takes over at once and keeps its legs; flows move within a second',
  ),
  row('8', 'Secondary powered off', MANUAL, 'The primary carries on; flows move within a second'),
  row('9', 'A peer returns', AVD, 'Its ports wait the reload delay of 300 s; it stays secondary; nothing breaks again'),
  assumed(
    '10',
    'Control plane of one peer hangs',
    'Heartbeats stop; LACP of partners gives the hung legs up',
    'Inferred from heartbeat and LACP timers.',
  ),
  row(
    '11',
    'A parameter of the domain differs',
    'show mlag captures: peer-config inconsistent, all ports active-full',
    'Reported only',
  ),
  row('12', 'A parameter of one MLAG differs', 'show mlag config-sanity captures', 'Reported only'),
  row(
    '13',
    'VLAN missing on one peer',
    'show mlag config-sanity captures',
    'The link stays bundled; the VLAN is black-holed on that leg',
  ),
  assumed('14', 'Domain ids differ', 'No session forms', 'What the partner sees then is inferred.'),
  row(
    '15',
    'Orphan on the secondary, peer-link down',
    AVD,
    'Errdisabled with detection on; without it stays up and is cut off from the other side',
  ),
  ...uplinkRows({
    lost: 'Arista EOS User Manual, Link Tracking',
    confidence: 'documented',
    tracking: { words: 'link tracking group', source: 'Arista EOS User Manual, Link Tracking' },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: MANUAL, confidence: 'assumed', expected, asserted: false, reason }
}
