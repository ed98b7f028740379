import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'AOS-CX Virtual Switching Extension (VSX) Guide, 10.06'
const FAILURES = `${GUIDE}, split recovery and failure scenarios`
const COMMANDS = `${GUIDE} and 10.14, VSX commands`
const FINDER = 'AOS-CX VSX Guide, 10.14, Configuration conflict finder'

/** VSX at its defaults: split-recovery on, linkup-delay 180 s, system-mac set. */
export const ARUBA_AOSCX_ROWS: readonly FidelityRow[] = [
  row(
    '1',
    'One leg of a VSX LAG down',
    `${GUIDE}, data path`,
    'The other leg carries, over the ISL if need be; flows move within a second',
  ),
  assumed('2', 'All legs of a VSX LAG down', 'That host is cut off, no other flow notices', 'Follows; not described.'),
  row(
    '3',
    'ISL down, keepalive up',
    FAILURES,
    'The secondary brings its VSX LAGs down; they come up 180 s after the ISL',
  ),
  row('4', 'Keepalive down, ISL up', FAILURES, 'Nothing but a lost means to tell a split'),
  row(
    '5',
    'ISL down, then the keepalive',
    FAILURES,
    'With split-recovery the secondary brings its VSX LAGs up after the dead-interval of 3 s: split; without it they stay down',
  ),
  row(
    '6',
    'ISL and keepalive down at once',
    FAILURES,
    'All VSX LAGs stay up on both: split; with the keepalive back the secondary brings its own down',
  ),
  assumed(
    '6b',
    'Keepalive down, then the ISL',
    'The same end as with both at once',
    'Only the end state is described, not this order.',
  ),
  row('7', 'Primary dies', FAILURES, 'The secondary keeps its VSX LAGs and its role; flows move within a second'),
  row('8', 'Secondary dies', FAILURES, 'The primary carries on; flows move within a second'),
  row(
    '9',
    'The primary reboots and returns',
    `${COMMANDS}, linkup-delay-timer`,
    'Its VSX LAGs wait 180 s, and so do its ports with vsx shutdown-on-split; the LACP system stays; nothing breaks again',
  ),
  row('9b', 'Both reboot', `${COMMANDS}, linkup-delay-timer`, 'The delay is not used: both come up together'),
  assumed(
    '10',
    'Control plane of one switch hangs',
    'The ISL ends after its dead-interval of 20 s; partners leave when LACP times out',
    'Follows from the documented timers; the guide does not describe the case.',
  ),
  assumed(
    '11',
    'Domain-wide parameters differ',
    'The conflict finder says so',
    'That another MST region blocks ports is described; regions are not simulated.',
  ),
  assumed(
    '12',
    'Parameters of one VSX LAG differ',
    'Advice only; frames of the wrong VLAN are lost',
    'What the ports do then is inferred.',
  ),
  row('13', 'VLAN missing on one switch', FINDER, 'Advice, nothing is suspended; the VLAN is black-holed on that leg'),
  assumed(
    '14',
    'Roles equal, or ISL versions differ',
    'The ISL stays out of sync',
    'Cannot be drawn: a design has one primary and one version.',
  ),
  row(
    '15',
    'Single-homed port on the secondary, ISL down',
    `${COMMANDS}, vsx shutdown-on-split`,
    'Stays up, without its VLAN interface and cut off from the other switch; with vsx shutdown-on-split it goes down with the VSX LAGs',
  ),
  ...uplinkRows({
    lost: 'Inferred from static routing: AOS-CX names no reaction to lost uplinks',
    confidence: 'assumed',
    tracking: null,
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: GUIDE, confidence: 'assumed', expected, asserted: false, reason }
}
