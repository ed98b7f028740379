import type { DeviceId } from './ids.ts'
import type { Topology } from './topology.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is drawn and stored: the topology and where its devices stand. */
export interface Design {
  readonly title: string
  readonly topology: Topology
  /** Top left corner of each device on the canvas, in CSS px. */
  readonly layout: Readonly<Record<DeviceId, Point>>
}
