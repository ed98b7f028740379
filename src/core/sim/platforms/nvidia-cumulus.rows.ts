import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'Cumulus Linux 5.15 User Guide, Multi-Chassis Link Aggregation - MLAG'
const SCENARIOS = 'Cumulus Linux Knowledge Base, MLAG Redundancy Scenarios'
const CHECKER = `${GUIDE}, consistency checker`

/** clagd at its defaults with a backup link: initDelay 180 s, reloadTimer 300 s, checker on. */
export const NVIDIA_CUMULUS_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of an MLAG bond down', GUIDE, 'The other leg carries, over the peer link if need be'),
  assumed('2', 'All legs of a bond down', 'That host is cut off, no other flow notices', 'Follows; not described.'),
  row(
    '3',
    'Peer link down, backup link active',
    SCENARIOS,
    'The secondary puts its MLAG bonds in protodown, its single-homed ports stay up; bonds return 180 s after the peer link',
  ),
  row('4', 'Backup link down, peer link up', SCENARIOS, 'A log; nothing is lost'),
  assumed(
    '5',
    'Peer link down, then the backup link',
    'Partners stay with the primary; whether the secondary lifts its protodown is a choice',
    'Only the end state with both down is described.',
  ),
  row(
    '6',
    'Backup link down, then the peer link',
    `${SCENARIOS}, end state with both down`,
    'The secondary announces its own LACP system; partners stay with the primary',
  ),
  row(
    '7',
    'Primary powered off',
    `${GUIDE}; ${SCENARIOS}`,
    'The secondary keeps its role and announces its own LACP system, as the guide says; or becomes primary with that of the pair, as the scenarios say',
  ),
  row('8', 'Secondary powered off', SCENARIOS, 'The primary carries on; flows move within a second'),
  row(
    '9',
    'The primary returns',
    SCENARIOS,
    'Its bonds are in protodown until the peers are in step and the initDelay of 180 s is over; it is primary again',
  ),
  row(
    '9b',
    'A switch boots and its peer never does',
    GUIDE,
    'Its bonds stay in protodown for the reloadTimer of 300 s',
  ),
  assumed(
    '9c',
    'Graceful reboot of the primary',
    'It says goodbye, and the secondary is primary at once',
    'The goodbye is not simulated: a reload takes the ports down without a word.',
  ),
  row(
    '10',
    'clagd does not run',
    GUIDE,
    'Its MLAG bonds are in protodown; they return 180 s after it is in step with the peer again',
  ),
  assumed(
    '10b',
    'clagd or its switch hangs',
    'The peer gives up after the peerTimeout of 20 s; partners leave the hung legs when LACP times out',
    'What ports of a frozen clagd do until systemd acts is not described.',
  ),
  assumed(
    '10c',
    'switchd of the primary hangs, backup link over the loopback',
    'The secondary promotes itself',
    'What makes it do so is not described beyond “worse trouble”.',
  ),
  row('11', 'Bridge STP mode differs', CHECKER, 'All MLAG bonds of the secondary go in protodown'),
  row('11b', 'System MAC differs', CHECKER, 'All MLAG bonds of the secondary go in protodown'),
  row('12', 'Native VLAN of one bond differs', CHECKER, 'That bond goes in protodown on the secondary'),
  row('12b', 'MTU of one bond differs', CHECKER, 'Shown as a conflict; nothing goes down'),
  row('13', 'VLAN missing on one switch', CHECKER, 'That VLAN is suspended on the bond, on both; the bond stays up'),
  assumed(
    '14',
    'LACP partners of one bond differ (cabling)',
    'The bond goes in protodown on the switch that sees it',
    'Cabling of one bond to two partners cannot be drawn.',
  ),
  row(
    '15',
    'Single-homed port on the secondary, peer link down',
    SCENARIOS,
    'Stays up and is cut off from the other switch',
  ),
  ...uplinkRows({
    lost: 'NVIDIA Cumulus Linux, ifplugd',
    confidence: 'documented',
    tracking: { words: 'ifplugd', source: 'NVIDIA Cumulus Linux, ifplugd: uplinks and bonds of an MLAG pair' },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: GUIDE, confidence: 'assumed', expected, asserted: false, reason }
}
