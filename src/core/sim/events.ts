import type { Captured } from './capture.ts'
import type { Frame } from './wireFrames.ts'

/** What waits in the queue. Numbers are those of the plan. */
export type SimEvent =
  | FrameEvent
  | { readonly type: 'power-on'; readonly device: number; readonly boot: number }
  | { readonly type: 'carrier'; readonly port: number; readonly check: number }
  /** A cable that was moved is in place. */
  | { readonly type: 'plugged'; readonly link: number }
  /** The next frame of a second station with a host's address. */
  | { readonly type: 'twin'; readonly failure: number }
  | { readonly type: 'lacp'; readonly port: number }
  | { readonly type: 'peer'; readonly device: number; readonly wake: number }
  | { readonly type: 'fallback'; readonly device: number }
  | { readonly type: 'stp'; readonly device: number; readonly wake: number }
  | { readonly type: 'probe'; readonly direction: number }
  | { readonly type: 'command'; readonly run: CommandEvent }
  /** A failure reaches a phase, or ends by itself (`phase` -1). */
  | { readonly type: 'phase'; readonly failure: number; readonly phase: number; readonly round: number }

/** A frame reaches the end of its cable. */
export interface FrameEvent {
  readonly type: 'frame'
  readonly port: number
  readonly frame: Frame
  readonly epoch: number
  readonly captured: Captured | null
}

export type CommandEvent =
  | {
      readonly type: 'fail'
      readonly failure: string
      readonly target: string
      readonly options: Readonly<Record<string, string>>
    }
  | { readonly type: 'repair'; readonly failure: string; readonly target: string }
  | { readonly type: 'repair-all' }
