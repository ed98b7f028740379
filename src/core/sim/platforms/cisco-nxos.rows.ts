import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'Cisco Nexus 9000 NX-OS Interfaces Configuration Guide, Configuring vPCs'
const ELECTION = 'Cisco, Understand vPC election process (document 212589)'

/** vPC at the defaults of a Nexus 9000. P: operational primary, S: secondary. */
export const CISCO_NXOS_ROWS: readonly FidelityRow[] = [
  row(
    '1',
    'One leg of a vPC down',
    GUIDE,
    'Partner keeps the other leg; flows move within a second; no delay on return',
  ),
  row('2', 'All legs of a bond down', GUIDE, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'Peer-link down, keepalive alive',
    GUIDE,
    'S suspends every vPC after 3 to 4 s, P none; back after the delay restore',
  ),
  row('4', 'Keepalive down, peer-link up', GUIDE, 'Nothing is lost and no role changes'),
  row(
    '5',
    'Peer-link first, then keepalive',
    GUIDE,
    'S stays suspended without auto-recovery, even when P dies; with it S takes over',
  ),
  row(
    '5b',
    'Peer-link first, then keepalive, P alive',
    GUIDE,
    'With auto-recovery S takes over though P lives: dual-active; without it S stays suspended',
  ),
  row(
    '6',
    'Keepalive first, then peer-link',
    GUIDE,
    'S becomes primary after 8 s: dual-active, both legs stay bundled',
  ),
  row(
    '7',
    'Primary powered off',
    ELECTION,
    'Flows move within a second; S becomes operational primary, its vPCs never go down',
  ),
  row('8', 'Secondary powered off', GUIDE, 'P keeps its role, flows move within a second'),
  row(
    '9',
    'Old primary returns',
    ELECTION,
    'It returns as operational secondary; its legs wait the delay restore; nothing breaks again',
  ),
  row(
    '9b',
    'Both restart, only one returns',
    GUIDE,
    'With auto-recovery it brings its vPCs up after 240 s, without it never',
  ),
  {
    row: '10',
    title: 'Control plane of one peer hangs',
    source: 'LACP timers, IEEE 802.1AX',
    confidence: 'assumed',
    expected: 'Partners with fast LACP leave the hung legs after 3 s, with slow LACP after 90 s',
    asserted: false,
    reason: 'No document describes what the other peer does while the hung one keeps its ports lit.',
  },
  row('11', 'Type 1 parameter of the domain differs', GUIDE, 'S suspends all its vPCs, P none'),
  row('12', 'Type 1 parameter of one vPC differs', GUIDE, 'S suspends that vPC only'),
  row('13', 'VLAN missing on one peer', GUIDE, 'That VLAN is suspended on that vPC, its link stays bundled'),
  row(
    '14',
    'Domain ids differ',
    'show vpc: peer is alive, but domain IDs do not match (genieparser captures)',
    'No adjacency; the partner sees two LACP systems and keeps one',
  ),
  row(
    '15',
    'Orphan on the secondary, peer-link down',
    GUIDE,
    'It is cut off until the peer-link is back; a port with orphan-port suspend goes down',
  ),
  ...uplinkRows({
    lost: 'Cisco Nexus 9000 NX-OS Interfaces Configuration Guide, Configuring vPCs: tracking',
    confidence: 'documented',
    tracking: {
      words: 'track',
      source: 'Cisco Nexus 9000 NX-OS Interfaces Configuration Guide, Configuring vPCs: tracking',
    },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}
