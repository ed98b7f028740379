import { always, nextState, type Row } from '../machine.ts'
import type { Bpdu } from './bpdu.ts'
import type { Subject } from './subject.ts'
import { isRunning, start } from './timers.ts'
import type { InfoState, ReceivedInfo, RstpPort, Times, Vector } from './types.ts'
import { compareVectors, sameSender, sameTimes } from './vector.ts'

/**
 * Port information: what the port knows of the best bridge on its link, and for how long.
 * Source: IEEE 802.1D-2004, 17.27 and figure 17-18, as open implementations that cite it report it.
 */
// oxfmt-ignore
export const INFORMATION_TABLE: readonly Row<InfoState, 'check', Subject>[] = [
  ['*',                   'check', wentDown,           'disabled'],
  ['disabled',            'check', isEnabled,          'aged'],
  ['aged',                'check', mustUpdate,         'update'],
  ['update',              'check', always,             'current'],
  ['current',             'check', mustUpdate,         'update'],
  ['current',             'check', isTooOld,           'aged'],
  ['current',             'check', hasMessage,         'receive'],
  ['receive',             'check', is('superior'),       'superior-designated'],
  ['receive',             'check', is('repeated'),       'repeated-designated'],
  ['receive',             'check', is('inferior'),       'inferior-designated'],
  ['receive',             'check', is('not-designated'), 'not-designated'],
  ['receive',             'check', is('other'),          'other'],
  ['superior-designated', 'check', always,             'current'],
  ['repeated-designated', 'check', always,             'current'],
  ['inferior-designated', 'check', always,             'current'],
  ['not-designated',      'check', always,             'current'],
  ['other',               'check', always,             'current'],
]

/** Takes at most one arrow; returns whether one was taken. */
export function runInformation(subject: Subject): boolean {
  const to = nextState(INFORMATION_TABLE, subject.port.info, 'check', subject)
  if (to === undefined) return false
  subject.port.info = to
  ON_ENTRY[to](subject)
  return true
}

/** What a message says, compared with what the port knows. A TCN says nothing of that kind. */
export function receivedInfo(port: RstpPort, bpdu: Bpdu): ReceivedInfo {
  if (bpdu.type === 'tcn') return 'other'
  const vector = vectorOf(bpdu)
  const order = compareVectors(vector, port.portVector)
  const role = bpdu.type === 'config' ? 'designated' : bpdu.flags.role
  switch (role) {
    case 'designated':
      if (order === 0 && sameTimes(timesOf(bpdu), port.portTimes)) return 'repeated'
      return order <= 0 || sameSender(vector, port.portVector) ? 'superior' : 'inferior'
    case 'root':
    case 'alternate-backup':
      return order >= 0 ? 'not-designated' : 'other'
    case 'unknown':
      return 'other'
  }
}

type Message = Exclude<Bpdu, { readonly type: 'tcn' }>

function vectorOf({ root, rootPathCost, bridge, port }: Message): Vector {
  return { root, cost: rootPathCost, bridge, port }
}

function timesOf({ messageAge, maxAge, helloTime, forwardDelay }: Message): Times {
  return { messageAge, maxAge, helloTime, forwardDelay }
}

const ON_ENTRY: Readonly<Record<InfoState, (subject: Subject) => void>> = {
  disabled: ({ port }) => {
    port.rcvdMsg = null
    port.proposing = false
    port.proposed = false
    port.agree = false
    port.agreed = false
    port.timers['rcvd-info'] = null
    port.infoIs = 'disabled'
    reselect(port)
  },
  aged: ({ port }) => {
    port.infoIs = 'aged'
    reselect(port)
  },
  update: ({ port }) => {
    port.proposing = false
    port.proposed = false
    port.agreed &&= port.infoIs === 'mine' && compareVectors(port.portVector, port.designatedVector) >= 0
    port.synced &&= port.agreed
    port.portVector = port.designatedVector
    port.portTimes = port.designatedTimes
    port.updtInfo = false
    port.infoIs = 'mine'
    port.newInfo = true
  },
  current: () => {},
  receive: () => {},
  'superior-designated': (subject) => {
    const { port } = subject
    const bpdu = port.rcvdMsg
    if (bpdu === null || bpdu.type === 'tcn') return
    const vector = vectorOf(bpdu)
    port.agreed = false
    port.proposing = false
    recordProposal(port, bpdu)
    setTcFlags(port, bpdu)
    port.agree &&= port.infoIs === 'received' && compareVectors(vector, port.portVector) <= 0
    recordAgreement(port, bpdu)
    port.synced &&= port.agreed
    port.portVector = vector
    port.portTimes = timesOf(bpdu)
    restartInfo(subject)
    port.infoIs = 'received'
    reselect(port)
    port.rcvdMsg = null
  },
  'repeated-designated': (subject) => {
    const { port } = subject
    const bpdu = port.rcvdMsg
    if (bpdu === null) return
    recordProposal(port, bpdu)
    setTcFlags(port, bpdu)
    recordAgreement(port, bpdu)
    restartInfo(subject)
    port.rcvdMsg = null
  },
  'inferior-designated': ({ port }) => {
    if (port.rcvdMsg?.type === 'rst' && port.rcvdMsg.flags.learning) {
      port.disputed = true
      port.agreed = false
    }
    port.rcvdMsg = null
  },
  'not-designated': ({ port }) => {
    if (port.rcvdMsg !== null) {
      recordAgreement(port, port.rcvdMsg)
      setTcFlags(port, port.rcvdMsg)
    }
    port.rcvdMsg = null
  },
  other: ({ port }) => {
    if (port.rcvdMsg?.type === 'tcn') port.rcvdTcn = true
    port.rcvdMsg = null
  },
}

function recordProposal(port: RstpPort, bpdu: Bpdu): void {
  if (bpdu.type === 'rst' && bpdu.flags.role === 'designated' && bpdu.flags.proposal) port.proposed = true
}

function recordAgreement(port: RstpPort, bpdu: Bpdu): void {
  port.agreed = port.config.pointToPoint && bpdu.type === 'rst' && bpdu.flags.agreement
  if (port.agreed) port.proposing = false
}

function setTcFlags(port: RstpPort, bpdu: Bpdu): void {
  switch (bpdu.type) {
    case 'rst':
      port.rcvdTc ||= bpdu.flags.topologyChange
      port.rcvdTcAck ||= bpdu.flags.topologyChangeAck
      return
    case 'config':
      port.rcvdTc ||= bpdu.topologyChange
      port.rcvdTcAck ||= bpdu.topologyChangeAck
      return
    case 'tcn':
      port.rcvdTcn = true
  }
}

/** Three hellos, unless the message is about to be older than it may get. */
function restartInfo({ port, now }: Subject): void {
  const { messageAge, maxAge, helloTime } = port.portTimes
  start(port, 'rcvd-info', messageAge + 1 <= maxAge ? 3 * helloTime : 0, now)
}

function reselect(port: RstpPort): void {
  port.reselect = true
  port.selected = false
}

function wentDown({ port }: Subject): boolean {
  return !port.enabled && port.infoIs !== 'disabled'
}

function isEnabled({ port }: Subject): boolean {
  return port.enabled
}

function mustUpdate({ port }: Subject): boolean {
  return port.selected && port.updtInfo
}

function isTooOld({ port, now }: Subject): boolean {
  const isOver = port.infoIs === 'received' && !isRunning(port, 'rcvd-info', now)
  return isOver && !port.updtInfo && port.rcvdMsg === null
}

function hasMessage({ port }: Subject): boolean {
  return port.rcvdMsg !== null && !port.updtInfo
}

function is(wanted: ReceivedInfo): (subject: Subject) => boolean {
  return ({ port }) => port.rcvdMsg !== null && receivedInfo(port, port.rcvdMsg) === wanted
}
