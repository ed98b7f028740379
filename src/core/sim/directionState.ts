import type { ValueKey } from '../model/profileKeys.ts'
import type { EventKind } from '../model/runView.ts'
import type { Hop, Loss } from './wireFrames.ts'

/** An event as the explanation of outages sees it. */
export interface Mark {
  readonly seq: number
  /** Engine time. */
  readonly at: number
  readonly kind: EventKind
  readonly devices: readonly number[]
  readonly links: readonly number[]
  readonly restsOn: readonly RestsOn[]
}

/** An assumed value of a device's platform that the run went by. */
export interface RestsOn {
  readonly device: number
  readonly key: ValueKey
}

export interface OutageRuntime {
  /** Engine time; the page's times are relative to time zero. */
  startAt: number
  /** When the first probe was lost, and the cables that probes took before. */
  readonly lossAt: number
  readonly pathBefore: Hop | null
  /** The last probe lost in it, and the cables that the next delivered one took; while it is open, null. */
  loss: Loss | null
  pathAfter: Hop | null
  readonly triggerMark: Mark | null
  endAt: number | null
  detectUs: number | null
  decideUs: number | null
  restoreUs: number | null
  reactionUs: number | null
  trigger: string
  triggerEvent: number | null
  detectEvent: number | null
  decideEvent: number | null
  restsOn: readonly RestsOn[]
}

export interface DirectionRuntime {
  sent: number
  delivered: number
  lost: number
  duplicated: number
  startup: number
  nextSeq: number
  /** Probes sent before time zero are not counted. */
  firstSeq: number
  /** Sequence number below which every probe's fate is known and counted into outages. */
  settledSeq: number
  /** By sequence number modulo their length: 0 in flight, 1 delivered, 2 lost; send time; time of delivery or loss. */
  readonly fate: Uint8Array
  readonly sentAt: Float64Array
  readonly doneAt: Float64Array
  everDelivered: boolean
  /** Cables of the last delivered probe, last first. */
  path: Hop | null
  /** Of the last lost probe. */
  loss: Loss | null
  /** Address from which the last delivered probe came. */
  heardFrom: number | null
  readonly outages: OutageRuntime[]
}
