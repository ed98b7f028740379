import type { SimTime } from './runView.ts'

/** One thing a user did to a run. With its time it is the recording: replay needs nothing else. */
export type RunCommand =
  | {
      readonly type: 'fail'
      readonly failure: string
      /** A target as in the command line: link id, domain name, device name or `device:port`. */
      readonly target: string
      readonly options: Readonly<Record<string, string>>
    }
  | { readonly type: 'repair'; readonly failure: string; readonly target: string }
  | { readonly type: 'repair-all' }

export interface TimedCommand {
  /** Microseconds. */
  readonly at: SimTime
  readonly command: RunCommand
}

/** What is done to a design and when, under a name: played again it gives the same figures. */
export interface Scenario {
  /** Unique in its design. */
  readonly name: string
  readonly start: 'settled' | 'cold'
  /** In order of time; equal times in the order in which they act. */
  readonly steps: readonly TimedCommand[]
  /** Where playing it ends. */
  readonly until: SimTime
}

/** An instant worth coming back to, of a scenario or of the run without one. */
export interface Bookmark {
  readonly name: string
  /** Name of the scenario; null: any run of the design. */
  readonly scenario: string | null
  readonly at: SimTime
}
