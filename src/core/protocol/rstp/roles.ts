import { always, nextState, type Row } from '../machine.ts'
import { touchAll, type Subject } from './subject.ts'
import { HELD, isRunning, MIGRATE_S, start, stepDelay } from './timers.ts'
import type { PortRole, RoleState } from './types.ts'

/**
 * Port role transitions: brings a port into its selected role without a loop, by proposal and agreement where the
 * neighbour speaks RSTP on a point-to-point link, by waiting elsewhere. Every arrow waits for the selected role.
 * Source: IEEE 802.1D-2004, 17.29 and figures 17-19 to 17-22, as open implementations that cite it report it.
 */
// oxfmt-ignore
export const ROLE_TABLE: readonly Row<RoleState, 'check', Subject>[] = [
  ['*',                  'check', turns('disabled'),            'disable-port'],
  ['*',                  'check', turns('root'),                'root-port'],
  ['*',                  'check', turns('designated'),          'designated-port'],
  ['*',                  'check', turns('alternate', 'backup'), 'block-port'],
  ['init-port',          'check', always,                'disable-port'],
  ['disable-port',       'check', isQuiet,               'disabled-port'],
  ['disabled-port',      'check', isUnsettled,           'disabled-port'],

  ['root-port',          'check', isProposedTo,          'root-proposed'],
  ['root-port',          'check', mayAgree,              'root-agreed'],
  ['root-port',          'check', mustReRoot,            'reroot'],
  ['root-port',          'check', isReRooted,            'rerooted'],
  ['root-port',          'check', rootMayLearn,          'root-learn'],
  ['root-port',          'check', rootMayForward,        'root-forward'],
  ['root-proposed',      'check', always,                'root-port'],
  ['root-agreed',        'check', always,                'root-port'],
  ['reroot',             'check', always,                'root-port'],
  ['rerooted',           'check', always,                'root-port'],
  ['root-learn',         'check', always,                'root-port'],
  ['root-forward',       'check', always,                'root-port'],

  ['designated-port',    'check', mustPropose,           'designated-propose'],
  ['designated-port',    'check', becomesSynced,         'designated-synced'],
  ['designated-port',    'check', isRetired,             'designated-retired'],
  ['designated-port',    'check', mustDiscard,           'designated-discard'],
  ['designated-port',    'check', designatedMayLearn,    'designated-learn'],
  ['designated-port',    'check', designatedMayForward,  'designated-forward'],
  ['designated-propose', 'check', always,                'designated-port'],
  ['designated-synced',  'check', always,                'designated-port'],
  ['designated-retired', 'check', always,                'designated-port'],
  ['designated-discard', 'check', always,                'designated-port'],
  ['designated-learn',   'check', always,                'designated-port'],
  ['designated-forward', 'check', always,                'designated-port'],

  ['block-port',         'check', isQuiet,               'alternate-port'],
  ['alternate-port',     'check', isProposedTo,          'alternate-proposed'],
  ['alternate-port',     'check', mayAgree,              'alternate-agreed'],
  ['alternate-port',     'check', isUnsettled,           'alternate-port'],
  ['alternate-port',     'check', isFreshBackup,         'backup-port'],
  ['alternate-proposed', 'check', always,                'alternate-port'],
  ['alternate-agreed',   'check', always,                'alternate-port'],
  ['backup-port',        'check', always,                'alternate-port'],
]

/** Takes at most one arrow; returns whether one was taken. */
export function runRole(subject: Subject): boolean {
  const { port } = subject
  if (!port.selected || port.updtInfo) return false
  const to = nextState(ROLE_TABLE, port.roleState, 'check', subject)
  if (to === undefined) return false
  port.roleState = to
  ON_ENTRY[to](subject)
  touchAll(subject)
  return true
}

const ON_ENTRY: Readonly<Record<RoleState, (subject: Subject) => void>> = {
  'init-port': () => {},
  'disable-port': (subject) => {
    takeRole(subject)
    subject.port.learn = false
    subject.port.forward = false
  },
  'disabled-port': ({ port }) => {
    port.timers.fd = HELD
    settled(port)
  },

  'root-port': (subject) => {
    takeRole(subject)
    subject.port.timers.rr = HELD
  },
  'root-proposed': ({ bridge, port }) => {
    for (const other of bridge.ports.values()) other.sync = true
    port.proposed = false
  },
  'root-agreed': ({ port }) => {
    port.proposed = false
    port.sync = false
    port.agree = true
    port.newInfo = true
  },
  reroot: ({ bridge }) => {
    for (const other of bridge.ports.values()) other.reRoot = true
  },
  rerooted: ({ port }) => {
    port.reRoot = false
  },
  'root-learn': learnNow,
  'root-forward': ({ port }) => {
    port.timers.fd = null
    port.forward = true
  },

  'designated-port': takeRole,
  'designated-propose': ({ port, now }) => {
    port.proposing = true
    const edgeDelay = port.config.pointToPoint ? MIGRATE_S : port.designatedTimes.maxAge
    start(port, 'edge-delay', edgeDelay, now)
    port.newInfo = true
  },
  'designated-synced': ({ port }) => {
    port.timers.rr = null
    port.synced = true
    port.sync = false
  },
  'designated-retired': ({ port }) => {
    port.reRoot = false
  },
  'designated-discard': ({ bridge, port, now }) => {
    port.learn = false
    port.forward = false
    port.disputed = false
    start(port, 'fd', stepDelay(bridge, port), now)
  },
  'designated-learn': learnNow,
  'designated-forward': ({ port }) => {
    port.forward = true
    port.timers.fd = null
    port.agreed = port.sendRstp
  },

  'block-port': (subject) => {
    takeRole(subject)
    subject.port.learn = false
    subject.port.forward = false
  },
  'alternate-port': ({ port }) => {
    port.timers.fd = HELD
    settled(port)
  },
  'alternate-proposed': ({ bridge, port }) => {
    for (const other of bridge.ports.values()) other.sync = true
    port.proposed = false
  },
  'alternate-agreed': ({ port }) => {
    port.proposed = false
    port.agree = true
    port.newInfo = true
  },
  'backup-port': ({ port }) => {
    port.timers.rb = HELD
  },
}

/** Timers that the old role kept at full length start to run. */
function takeRole({ bridge, port, now }: Subject): void {
  const { role, timers, designatedTimes: times } = port
  if (role === port.selectedRole) return
  if (timers.rr === HELD) start(port, 'rr', times.forwardDelay, now)
  if (timers.rb === HELD) start(port, 'rb', 2 * times.helloTime, now)
  if (timers.fd === HELD) {
    const afterDown = bridge.config.wait === 'standard' ? times.maxAge : times.forwardDelay
    start(port, 'fd', role === 'disabled' ? afterDown : stepDelay(bridge, port), now)
  }
  port.role = port.selectedRole
}

function settled(port: Subject['port']): void {
  port.synced = true
  port.timers.rr = null
  port.sync = false
  port.reRoot = false
}

function learnNow({ bridge, port, now }: Subject): void {
  start(port, 'fd', stepDelay(bridge, port), now)
  port.learn = true
}

function turns(...roles: readonly PortRole[]): (subject: Subject) => boolean {
  return ({ port }) => port.role !== port.selectedRole && roles.includes(port.selectedRole)
}

function isQuiet({ port }: Subject): boolean {
  return port.state === 'discarding'
}

/** A resting port was asked to synchronise or re-root, which it has nothing to do for. */
function isUnsettled({ port }: Subject): boolean {
  return port.timers.fd !== HELD || port.sync || port.reRoot || !port.synced
}

function isProposedTo({ port }: Subject): boolean {
  return port.proposed && !port.agree
}

function mayAgree(subject: Subject): boolean {
  const { port } = subject
  return (port.proposed && port.agree) || (!port.agree && allSynced(subject))
}

function allSynced({ bridge }: Subject): boolean {
  for (const { selected, role, selectedRole, updtInfo, synced } of bridge.ports.values()) {
    if (!selected || role !== selectedRole || updtInfo || !(synced || role === 'root')) return false
  }
  return true
}

function mustReRoot({ port }: Subject): boolean {
  return !port.forward && !port.reRoot
}

function isReRooted({ port }: Subject): boolean {
  return port.reRoot && port.forward
}

/** No other port was root a moment ago: two root ports in turn would make a loop while the first still forwards. */
function othersRetired({ bridge, port, now }: Subject): boolean {
  for (const other of bridge.ports.values()) if (other !== port && isRunning(other, 'rr', now)) return false
  return !isRunning(port, 'rb', now)
}

function rootMayStep(subject: Subject): boolean {
  return !isRunning(subject.port, 'fd', subject.now) || othersRetired(subject)
}

function rootMayLearn(subject: Subject): boolean {
  return !subject.port.learn && rootMayStep(subject)
}

function rootMayForward(subject: Subject): boolean {
  return subject.port.learn && !subject.port.forward && rootMayStep(subject)
}

function mustPropose({ port }: Subject): boolean {
  return !port.forward && !port.agreed && !port.proposing && !port.operEdge
}

function becomesSynced({ port }: Subject): boolean {
  if (port.synced) return port.sync
  return port.state === 'discarding' || port.agreed || port.operEdge
}

function isRetired({ port, now }: Subject): boolean {
  return port.reRoot && !isRunning(port, 'rr', now)
}

function mustDiscard({ port, now }: Subject): boolean {
  const reason = (port.sync && !port.synced) || (port.reRoot && isRunning(port, 'rr', now)) || port.disputed
  return reason && !port.operEdge && (port.learn || port.forward)
}

function designatedMayStep({ port, now }: Subject): boolean {
  const waited = !isRunning(port, 'fd', now) || port.agreed || port.operEdge
  return waited && !port.sync && !(port.reRoot && isRunning(port, 'rr', now))
}

function designatedMayLearn(subject: Subject): boolean {
  return !subject.port.learn && designatedMayStep(subject)
}

function designatedMayForward(subject: Subject): boolean {
  return subject.port.learn && !subject.port.forward && designatedMayStep(subject)
}

function isFreshBackup({ port }: Subject): boolean {
  return port.role === 'backup' && port.timers.rb !== HELD
}
