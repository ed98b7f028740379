import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const GUIDE = 'Dell SmartFabric OS10 User Guide, Virtual Link Trunking'
const ORPHANS = 'Dell SmartFabric OS10 User Guide, delay-restore orphan-port'

/** VLT at its defaults with vlt-mac set: heartbeat 30 s, delay-restore 90 s. */
export const DELL_OS10_ROWS: readonly FidelityRow[] = [
  row('1', 'One leg of a VLT port-channel down', GUIDE, 'The other leg carries, over the VLTi if need be'),
  row('2', 'All legs of a port-channel down', GUIDE, 'That host is cut off, no other flow notices'),
  row(
    '3',
    'VLTi down, backup link up',
    GUIDE,
    'The secondary shuts its VLT port-channels; they come back 90 s after the VLTi',
  ),
  row('4', 'Backup link down, VLTi up', GUIDE, 'A syslog; nothing is lost'),
  assumed(
    '5',
    'VLTi down, then the backup link',
    'The secondary keeps its port-channels shut until the VLTi is back',
    'Whether it enables them is not described; the other way is a choice.',
  ),
  row('6', 'Backup link down, then the VLTi', GUIDE, 'Both act as primary and forward: split'),
  row('7', 'Primary dies', GUIDE, 'The secondary becomes primary and keeps its ports; flows move within a second'),
  row('8', 'Secondary dies', GUIDE, 'The primary carries on; flows move within a second'),
  row('9', 'A failed peer returns', GUIDE, 'It is secondary, its port-channels wait 90 s; nothing breaks again'),
  assumed(
    '10',
    'Control plane of one peer hangs',
    'Partners leave when LACP times out',
    'Follows from the timers of LACP; the guide does not describe the case.',
  ),
  assumed(
    '11',
    'Spanning tree modes differ',
    'A syslog; at peering all VLT port-channels go down',
    'Only guides of OS9 describe it.',
  ),
  assumed('12', 'VLT ids of one port-channel differ', 'That port-channel goes down', 'Only guides of OS9 describe it.'),
  row('13', 'VLAN missing on one peer', GUIDE, 'A syslog; links stay bundled, the VLAN is cut between the halves'),
  assumed(
    '14',
    'Domain ids differ',
    'The VLTi does not come up: two switches by themselves',
    'Described for a pair that forms, not for one that runs.',
  ),
  row(
    '15',
    'Single-homed port on the secondary, VLTi down',
    ORPHANS,
    'Stays up and is cut off from the other peer; with delay-restore orphan-port it goes down with the port-channels',
  ),
  ...uplinkRows({
    lost: 'Dell SmartFabric OS10 User Guide, Uplink Failure Detection with VLT',
    confidence: 'documented',
    tracking: {
      words: 'an uplink-state group',
      source: 'Dell SmartFabric OS10 User Guide, Uplink Failure Detection with VLT',
    },
  }),
]

function row(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: GUIDE, confidence: 'assumed', expected, asserted: false, reason }
}
