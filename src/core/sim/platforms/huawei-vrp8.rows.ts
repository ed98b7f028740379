import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'Huawei CE6800 V300R023C00 Configuration Guide, M-LAG Configuration'
const FAILURES = `${GUIDE}, Traffic Forwarding When an M-LAG Failure Occurs (Dual-Active Mode)`
const CHECK = `${GUIDE}, Configuring M-LAG Consistency Check`

/** M-LAG at its defaults with the peer's address in the DAD command, the check strict where a row says so. */
export const HUAWEI_VRP8_ROWS: readonly FidelityRow[] = [
  row(
    '1',
    'One leg of an M-LAG down',
    FAILURES,
    'Partner keeps the other leg; flows move within a second; no up-delay on return',
  ),
  row('2', 'All legs of a bond down', FAILURES, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'Peer-link down, DAD normal',
    FAILURES,
    'The backup goes error-down after the DAD delay of 3 s; other ports return at once, members after 240 s',
  ),
  row('4', 'DAD down, peer-link up', FAILURES, 'An alarm; nothing is lost'),
  row(
    '5',
    'Peer-link down, then the master dies',
    FAILURES,
    'Enhanced DAD: the backup lifts error-down when DAD has been silent for 45 s; without the peer address it stays',
  ),
  assumed(
    '5b',
    'Peer-link down, then DAD with both devices alive',
    'The backup becomes master as well: split',
    'The guide describes the double fault with a dead master only.',
  ),
  row(
    '6',
    'DAD first, then the peer-link',
    FAILURES,
    'Both are master with one system id; when DAD is back first the HB DFS backup goes error-down',
  ),
  row('7', 'Master powered off', FAILURES, 'The backup becomes master and keeps its legs; flows move within a second'),
  row('8', 'Backup powered off', FAILURES, 'The master carries on; flows move within a second'),
  row(
    '9',
    'A device returns',
    `${GUIDE}, m-lag up-delay`,
    'Its members wait the up-delay of 240 s; nothing breaks again',
  ),
  assumed(
    '9b',
    'Role of a returned master',
    'It stays backup',
    'The guide says that the master retains its role after recovering, which can be read either way.',
  ),
  assumed(
    '10',
    'Control plane of one device hangs',
    'Partners leave the hung legs when LACP times out; the pairing ends when LACP of the peer-link does',
    'Time-outs of the DFS hellos are not published.',
  ),
  row(
    '11',
    'Type 1 configuration of the device differs, strict check',
    CHECK,
    'All members of the backup go error-down; in loose mode an alarm only',
  ),
  row(
    '12',
    'Type 1 configuration of one M-LAG differs, strict check',
    CHECK,
    'That member of the backup goes error-down; in loose mode an alarm only',
  ),
  row(
    '13',
    'VLAN missing on one device',
    CHECK,
    'Type 2: an alarm; the link stays bundled, the VLAN is black-holed on that leg',
  ),
  assumed(
    '14',
    'Devices do not pair',
    'Both act alone',
    'The DFS group id is always 1; a different password or version ends the same way, what partners see is inferred.',
  ),
  row(
    '15',
    'Orphan on the backup, peer-link down',
    FAILURES,
    'Error-down like every other port; with unpaired-port reserved it stays up and is cut off from the other side',
  ),
  row(
    '16',
    'All uplink ports of the master down, then the peer-link, DAD normal',
    FAILURES,
    'With uplink-port the master goes error-down and the backup takes over; without it the backup goes error-down',
  ),
  assumed(
    '16b',
    'Peer-link down, one device lost more throughput than the other',
    'The one that lost more goes error-down',
    'Throughput of ports is not simulated: roles decide where uplink ports do not.',
  ),
  ...uplinkRows({
    lost: 'Huawei CloudEngine, M-LAG and Monitor Link: without it the device discards what it gets',
    confidence: 'documented',
    tracking: { words: 'Monitor Link', source: 'Huawei CloudEngine, M-LAG and Monitor Link' },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: GUIDE, confidence: 'assumed', expected, asserted: false, reason }
}
