import { nextState, type Row } from '../machine.ts'
import { isRunning, MIGRATE_S, start } from './timers.ts'
import type { EdgeState, MigrationState } from './types.ts'
import type { Subject } from './subject.ts'

/**
 * Port protocol migration: which version to speak.
 * Source: IEEE 802.1D-2004, 17.24 and figure 17-15, as open implementations that cite it report it.
 */
// oxfmt-ignore
export const MIGRATION_TABLE: readonly Row<MigrationState, 'check', Subject>[] = [
  ['checking-rstp', 'check', delayIsOver,   'sensing'],
  ['sensing',       'check', tryRstpAgain,  'checking-rstp'],
  ['sensing',       'check', heardStp,      'selecting-stp'],
  ['selecting-stp', 'check', mayLookAgain,  'sensing'],
]

/**
 * Bridge detection: whether the port is an edge. Source: IEEE 802.1D-2004, 17.25 and figure 17-16, as open
 * implementations report it.
 */
// oxfmt-ignore
export const EDGE_TABLE: readonly Row<EdgeState, 'check', Subject>[] = [
  ['edge',     'check', isNoEdge,       'not-edge'],
  ['not-edge', 'check', isEdgeWhileOff, 'edge'],
  ['not-edge', 'check', nobodyAnswers,  'edge'],
]

/** Takes at most one arrow of each machine; returns whether one was taken. */
export function runMigration(subject: Subject): boolean {
  const { port, now } = subject
  const to = nextState(MIGRATION_TABLE, port.migration, 'check', subject)
  const edge = nextState(EDGE_TABLE, port.edge, 'check', subject)
  if (to !== undefined) {
    port.migration = to
    switch (to) {
      case 'checking-rstp':
        port.mcheck = false
        port.sendRstp = true
        start(port, 'mdelay', MIGRATE_S, now)
        break
      case 'sensing':
        port.rcvdRstp = false
        port.rcvdStp = false
        break
      case 'selecting-stp':
        port.sendRstp = false
        start(port, 'mdelay', MIGRATE_S, now)
    }
  }
  if (edge !== undefined) {
    port.edge = edge
    port.operEdge = edge === 'edge'
  }
  return to !== undefined || edge !== undefined
}

function delayIsOver({ port, now }: Subject): boolean {
  return !isRunning(port, 'mdelay', now) && port.enabled
}

function tryRstpAgain({ port }: Subject): boolean {
  return !port.enabled || port.mcheck || (!port.sendRstp && port.rcvdRstp)
}

function heardStp({ port }: Subject): boolean {
  return port.sendRstp && port.rcvdStp
}

function mayLookAgain({ port, now }: Subject): boolean {
  return !isRunning(port, 'mdelay', now) || !port.enabled || port.mcheck
}

function isNoEdge({ port }: Subject): boolean {
  return (!port.enabled && !port.config.edge) || !port.operEdge
}

function isEdgeWhileOff({ port }: Subject): boolean {
  return !port.enabled && port.config.edge
}

function nobodyAnswers({ port, now }: Subject): boolean {
  return port.config.autoEdge && port.proposing && port.sendRstp && !isRunning(port, 'edge-delay', now)
}
