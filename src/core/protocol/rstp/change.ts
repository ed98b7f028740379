import { always, nextState, type Row } from '../machine.ts'
import { touchAll, type Subject } from './subject.ts'
import { isRunning, start } from './timers.ts'
import type { ChangeState, PortState, RstpPort } from './types.ts'

/**
 * Topology change: a port that begins to forward makes every bridge forget what it learned elsewhere.
 * Source: IEEE 802.1D-2004, 17.31 and figure 17-25, as open implementations that cite it report it.
 */
// oxfmt-ignore
export const CHANGE_TABLE: readonly Row<ChangeState, 'check', Subject>[] = [
  ['inactive',     'check', learns,       'learning'],
  ['learning',     'check', isDetected,   'detected'],
  ['learning',     'check', isOut,        'inactive'],
  ['learning',     'check', hearsOfOne,   'learning'],
  ['detected',     'check', always,       'active'],
  ['active',       'check', isNoneNow,    'learning'],
  ['active',       'check', hearsTcn,     'notified-tcn'],
  ['active',       'check', hearsTc,      'notified-tc'],
  ['active',       'check', isToldToPass, 'propagating'],
  ['active',       'check', isAnswered,   'acknowledged'],
  ['notified-tcn', 'check', always,       'notified-tc'],
  ['notified-tc',  'check', always,       'active'],
  ['propagating',  'check', always,       'active'],
  ['acknowledged', 'check', always,       'active'],
]

/** Port state transition: the port does what the role machine allows. Source: IEEE 802.1D-2004, figure 17-24. */
// oxfmt-ignore
export const STATE_TABLE: readonly Row<PortState, 'check', RstpPort>[] = [
  ['discarding', 'check', ({ learn }) => learn,     'learning'],
  ['learning',   'check', ({ learn }) => !learn,    'discarding'],
  ['learning',   'check', ({ forward }) => forward, 'forwarding'],
  ['forwarding', 'check', ({ forward }) => !forward, 'discarding'],
]

/** Takes at most one arrow of each machine; returns whether one was taken. */
export function runState(subject: Subject): boolean {
  const { port } = subject
  const state = nextState(STATE_TABLE, port.state, 'check', port)
  if (state !== undefined) port.state = state
  const to = nextState(CHANGE_TABLE, port.change, 'check', subject)
  if (to === undefined) return state !== undefined
  port.change = to
  ON_ENTRY[to](subject)
  return true
}

const ON_ENTRY: Readonly<Record<ChangeState, (subject: Subject) => void>> = {
  inactive: ({ bridge, port }) => {
    bridge.flushes.add(port.config.number)
    port.timers.tc = null
    port.tcAck = false
  },
  learning: ({ port }) => {
    port.rcvdTc = false
    port.rcvdTcn = false
    port.rcvdTcAck = false
    port.tcProp = false
  },
  detected: (subject) => {
    subject.bridge.topologyChanges += 1
    startChange(subject)
    tellOthers(subject)
    subject.port.newInfo = true
  },
  active: () => {},
  'notified-tcn': startChange,
  'notified-tc': (subject) => {
    const { port } = subject
    subject.bridge.topologyChanges += 1
    port.rcvdTcn = false
    port.rcvdTc = false
    if (port.role === 'designated') port.tcAck = true
    tellOthers(subject)
  },
  propagating: (subject) => {
    startChange(subject)
    subject.bridge.flushes.add(subject.port.config.number)
    subject.port.tcProp = false
  },
  acknowledged: ({ port }) => {
    port.timers.tc = null
    port.rcvdTcAck = false
  },
}

/** newTcWhile: the flag is sent for a hello and a second, or towards an 802.1D-1998 bridge for its whole time. */
function startChange({ bridge, port, now }: Subject): void {
  if (isRunning(port, 'tc', now)) return
  const { helloTime } = bridge.config
  if (port.sendRstp) port.newInfo = true
  start(port, 'tc', port.sendRstp ? helloTime + 1 : bridge.rootTimes.maxAge + bridge.rootTimes.forwardDelay, now)
}

function tellOthers(subject: Subject): void {
  for (const other of subject.bridge.ports.values()) if (other !== subject.port) other.tcProp = true
  touchAll(subject)
}

function learns({ port }: Subject): boolean {
  return port.learn
}

function carries({ role }: RstpPort): boolean {
  return role === 'root' || role === 'designated'
}

function isDetected({ port }: Subject): boolean {
  return carries(port) && port.forward && !port.operEdge
}

function isOut(subject: Subject): boolean {
  const { port } = subject
  return !carries(port) && !port.learn && port.state === 'discarding' && !hearsOfOne(subject)
}

function hearsOfOne({ port }: Subject): boolean {
  return port.rcvdTc || port.rcvdTcn || port.rcvdTcAck || port.tcProp
}

function isNoneNow({ port }: Subject): boolean {
  return !carries(port) || port.operEdge
}

function hearsTcn({ port }: Subject): boolean {
  return port.rcvdTcn
}

function hearsTc({ port }: Subject): boolean {
  return port.rcvdTc
}

function isToldToPass({ port }: Subject): boolean {
  return port.tcProp && !port.operEdge
}

function isAnswered({ port }: Subject): boolean {
  return port.rcvdTcAck
}
