import type { DeviceId, LinkId, PortId } from './ids.ts'
import type { SimTime } from './runView.ts'

/** Where to listen: everywhere, on all cables of a device, or on one cable. */
export type CaptureScope = 'everywhere' | { readonly device: DeviceId } | { readonly link: LinkId }

/** One end of a cable, as a reader of the file sees it. */
export interface CaptureInterface {
  /** `leaf-a Ethernet1/1`. */
  readonly name: string
  readonly description: string
  readonly mac: string
  readonly speedGbps: number
}

export interface CapturePacket {
  /** Not below zero. */
  readonly at: SimTime
  /** Index into the interfaces. */
  readonly from: number
  /** Ethernet, without FCS. */
  readonly octets: Uint8Array
  /** What became of it; null: nothing to say. */
  readonly comment: string | null
}

export interface Capture {
  /** What was run, in words. */
  readonly comment: string
  readonly interfaces: readonly CaptureInterface[]
  readonly packets: readonly CapturePacket[]
}

/** What is no probe. */
export const FRAME_KINDS = ['lacp', 'bpdu', 'keepalive', 'peer-sync', 'arp'] as const
export type FrameKind = (typeof FRAME_KINDS)[number]

/** Which of the latest protocol frames a list shows. */
export interface FrameFilter {
  /** Null: every kind. */
  readonly kind: FrameKind | null
  readonly scope: CaptureScope
}

/** A protocol frame as one line of a list. */
export interface FrameRow {
  /** Counts from 0 in one run. */
  readonly seq: number
  readonly at: SimTime
  readonly kind: FrameKind
  readonly from: PortId
  readonly to: PortId
  readonly summary: string
  /** It never arrived. */
  readonly lost: boolean
  /** What became of it when it was not delivered; null: it was. */
  readonly fate: string | null
}

/** One frame, whole. */
export interface FrameDetail {
  readonly row: FrameRow
  /** From the outside in. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly octets: Uint8Array
}
