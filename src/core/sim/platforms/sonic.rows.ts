import type { FidelityRow } from './row.ts'
import { uplinkRows } from './uplinkRows.ts'

const HLD = 'sonic-net/SONiC, doc/mclag/Sonic-mclag-hld.md'
const ICCPD = 'sonic-net/sonic-buildimage, src/iccpd'

/** Community SONiC at its defaults, ICCP on its own path. A: the active peer, S: the standby. */
export const SONIC_ROWS: readonly FidelityRow[] = [
  documented(
    '1',
    'One leg of an MCLAG port-channel down',
    HLD,
    'Partner keeps the other leg; flows move within a second',
  ),
  documented('2', 'All legs of a bond down', HLD, 'That host is cut off, no other flow notices'),
  documented(
    '3',
    'Peer-link down, ICCP up',
    `${HLD}, 7.4`,
    'No role changes and both legs stay; only what crosses the peer-link is lost',
  ),
  observed(
    '4',
    'ICCP down, peer-link up',
    'Nothing for 15 s; then S goes back to its own system MAC and bounces its members, A keeps the pair’s',
  ),
  observed('5', 'Peer-link first, then ICCP', 'As 3, then as 4: S leaves the bundle'),
  observed('6', 'ICCP first, then peer-link', 'As 4; the peer-link then only cuts what crosses it'),
  assumed(
    '7',
    'Active peer powered off',
    'Flows move within a second; after the session-timeout S changes its system MAC and every bundle flaps',
    'The reaction is in the code; that a crash runs through it after 15 s was not measured.',
  ),
  assumed(
    '8',
    'Standby peer powered off',
    'A keeps its system MAC; flows move within a second',
    'Inferred from the code.',
  ),
  assumed(
    '9',
    'The active peer returns',
    'It is active again; S takes its system MAC and every bundle flaps once more',
    'Inferred from the code: no delay restore was found.',
  ),
  assumed(
    '10',
    'Control plane of one peer hangs',
    'The other declares the session lost; LACP of partners gives the hung legs up',
    'Inferred from session and LACP timers.',
  ),
  assumed(
    '11',
    'Session addresses do not mirror each other',
    'The peer is not accepted and no session forms',
    'Addresses of a pair are drawn together; the engine has no failure that changes one.',
  ),
  observed('12', 'A parameter of one bond differs', 'A warning in the log'),
  observed('13', 'VLAN missing on one peer', 'A warning in the log; the VLAN is black-holed on that leg'),
  observed('14', 'Domain ids differ', 'The session never becomes operational; partners see two systems'),
  assumed(
    '15',
    'Single-homed host on the standby, peer-link down',
    'Its port stays up; hosts behind the other peer are out of reach',
    'Inferred: nothing that takes such a port down was found.',
  ),
  ...uplinkRows({
    lost: 'Inferred from static routing: the design document names no reaction to lost uplinks',
    confidence: 'assumed',
    tracking: null,
  }),
]

function documented(number: string, title: string, source: string, expected: string): FidelityRow {
  return { row: number, title, source, confidence: 'documented', expected, asserted: true }
}

function observed(number: string, title: string, expected: string): FidelityRow {
  return { row: number, title, source: ICCPD, confidence: 'observed', expected, asserted: true }
}

function assumed(number: string, title: string, expected: string, reason: string): FidelityRow {
  return { row: number, title, source: ICCPD, confidence: 'assumed', expected, asserted: false, reason }
}
