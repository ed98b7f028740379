import { CHURN_TABLE, LINUX_CHURN_TABLE } from '../../src/core/protocol/lacp/churn.ts'
import { MARKER_TABLE } from '../../src/core/protocol/lacp/marker.ts'
import { GENERATOR_TABLE } from '../../src/core/protocol/lacp/markerGenerator.ts'
import { COUPLED_TABLE, INDEPENDENT_TABLE } from '../../src/core/protocol/lacp/mux.ts'
import { TABLE_2020 } from '../../src/core/protocol/lacp/mux2020.ts'
import { PERIODIC_TABLE } from '../../src/core/protocol/lacp/periodic.ts'
import { RECEIVE_TABLE } from '../../src/core/protocol/lacp/receive.ts'

import { CHANGE_TABLE, STATE_TABLE } from '../../src/core/protocol/rstp/change.ts'
import { INFORMATION_TABLE } from '../../src/core/protocol/rstp/information.ts'
import { EDGE_TABLE, MIGRATION_TABLE } from '../../src/core/protocol/rstp/migration.ts'
import { ROLE_TABLE } from '../../src/core/protocol/rstp/roles.ts'

/** One part of a standard: which clause it is, where it is, how many arrows its table has. */
export interface Part {
  readonly clause: string
  readonly what: string
  readonly file: string
  readonly arrows: number | null
  readonly tests: readonly string[]
}

export interface Standard {
  readonly name: string
  readonly parts: readonly Part[]
}

const MUX_TESTS = ['mux.test.ts', 'muxVectors.test.ts']
const RSTP_TESTS = ['bridge.test.ts', 'guards.test.ts']

const lacp = inFolder('src/core/protocol/lacp')
const rstp = inFolder('src/core/protocol/rstp')

/** What is implemented of each standard, in order of clauses. */
export const STANDARDS: readonly Standard[] = [
  {
    name: 'IEEE 802.1AX-2014 (link aggregation)',
    parts: [
      lacp('6.2.11, 6.4.2', 'Frames and LACPDU structure, version 2 TLVs', 'pdu.ts', null, ['pdu.test.ts']),
      lacp('6.4.2.4, 6.6.3', 'What a partner of version 2 says of its distribution', 'conversation.ts', null, [
        'conversation.test.ts',
      ]),
      lacp('6.3.6', 'LAG ID, loopback', 'lagId.ts', null, [
        'selection.test.ts',
        'families.test.ts',
        'familiesAtRunTime.test.ts',
      ]),
      lacp('6.4.4', 'Timer values', 'timers.ts', null, [
        'receiveVectors.test.ts',
        'partnerVectors.test.ts',
        'periodic.test.ts',
      ]),
      lacp('6.4.12', 'Receive machine', 'receive.ts', RECEIVE_TABLE, [
        'receive.test.ts',
        'receiveVectors.test.ts',
        'partnerVectors.test.ts',
      ]),
      lacp('6.4.13', 'Periodic transmission machine', 'periodic.ts', PERIODIC_TABLE, ['periodic.test.ts']),
      lacp('6.4.14', 'Selection logic', 'selection.ts', null, [
        'selection.test.ts',
        'families.test.ts',
        'familiesAtRunTime.test.ts',
      ]),
      lacp('6.4.14, 6.6', 'Standby links by port priority', 'standby.ts', null, [
        'selection.test.ts',
        'mlagPeers.test.ts',
      ]),
      lacp('6.4.15', 'Mux machine, independent control', 'mux.ts', INDEPENDENT_TABLE, MUX_TESTS),
      lacp('6.4.15', 'Mux machine, coupled control', 'mux.ts', COUPLED_TABLE, MUX_TESTS),
      lacp('6.4.16', 'Transmit machine', 'transmit.ts', null, ['transmit.test.ts', 'mux2020.test.ts']),
      lacp('6.4.17', 'Churn detection machines', 'churn.ts', CHURN_TABLE, ['churn.test.ts']),
      lacp('6.4.17', 'The same with the habits of Linux', 'churn.ts', LINUX_CHURN_TABLE, ['churn.test.ts']),
      lacp('6.5', 'Marker responder', 'marker.ts', MARKER_TABLE, ['marker.test.ts']),
      lacp('6.5', 'Marker generator', 'markerGenerator.ts', GENERATOR_TABLE, ['markerGenerator.test.ts']),
    ],
  },
  {
    name: 'IEEE 802.1AX-2020',
    parts: [lacp('6.4.13', 'Mux machine, wait-to-restore', 'mux2020.ts', TABLE_2020, ['mux2020.test.ts'])],
  },
  {
    name: 'RFC 7275 (what peers of a pair tell each other)',
    parts: [lacp('7.2', 'Partner and ports of a leg', 'peerLeg.ts', null, ['mlagPeers.test.ts'])],
  },
  {
    name: 'IEEE 802.1D-2004 (rapid spanning tree)',
    parts: [
      rstp('9.3', 'BPDU structure and validation', 'codec.ts', null, []),
      rstp('17.5, 17.6', 'Priority vectors', 'vector.ts', null, RSTP_TESTS),
      rstp('17.23', 'Port receive', 'bridge.ts', null, RSTP_TESTS),
      rstp('17.24', 'Port protocol migration', 'migration.ts', MIGRATION_TABLE, RSTP_TESTS),
      rstp('17.25', 'Bridge detection', 'migration.ts', EDGE_TABLE, RSTP_TESTS),
      rstp('17.26', 'Port transmit', 'transmit.ts', null, RSTP_TESTS),
      rstp('17.27', 'Port information', 'information.ts', INFORMATION_TABLE, RSTP_TESTS),
      rstp('17.28', 'Port role selection', 'selection.ts', null, RSTP_TESTS),
      rstp('17.29', 'Port role transitions', 'roles.ts', ROLE_TABLE, RSTP_TESTS),
      rstp('17.30', 'Port state transition', 'change.ts', STATE_TABLE, RSTP_TESTS),
      rstp('17.31', 'Topology change', 'change.ts', CHANGE_TABLE, RSTP_TESTS),
    ],
  },
]

type Make = (
  clause: string,
  what: string,
  file: string,
  table: readonly unknown[] | null,
  tests: readonly string[],
) => Part

function inFolder(folder: string): Make {
  return (clause, what, file, table, tests) => ({
    clause,
    what,
    file: `${folder}/${file}`,
    arrows: table?.length ?? null,
    tests: tests.map((test) => `${folder}/${test}`),
  })
}
