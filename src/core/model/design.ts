import type { Drawing, Note } from './drawing.ts'
import type { DeviceId } from './ids.ts'
import type { Bookmark, Scenario } from './scenario.ts'
import type { Topology } from './topology.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is drawn and stored: the topology, where its devices stand, and what was done to it in runs worth keeping. */
export interface Design {
  readonly title: string
  readonly topology: Topology
  /** Top left corner of each device on the canvas, in CSS px. */
  readonly layout: Readonly<Record<DeviceId, Point>>
  /** None where absent. */
  readonly scenarios?: readonly Scenario[]
  readonly bookmarks?: readonly Bookmark[]
  /** All checks apply where absent. */
  readonly checks?: DesignChecks
  /** None where absent. */
  readonly notes?: readonly Note[]
  /** Straight cables, open pairs, nothing locked where absent. */
  readonly drawing?: Drawing
}

/** Rules that this design does without. */
export interface DesignChecks {
  readonly off: readonly CheckOff[]
}

export interface CheckOff {
  /** Id of the rule: `peer-link/two-cables`. One that is not known does no harm. */
  readonly rule: string
  readonly reason: string
}
