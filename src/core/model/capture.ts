import type { SimTime } from './runView.ts'

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
