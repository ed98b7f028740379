/** One row of a platform's failure table as its public documents describe it, and whether the engine is held to it. */
export interface FidelityRow {
  /** Number or letter in the platform's table. */
  readonly row: string
  /** What happens. */
  readonly title: string
  /** Public source of the expected outcome. */
  readonly source: string
  readonly confidence: 'documented' | 'observed' | 'assumed'
  /** What is expected, in one sentence. */
  readonly expected: string
  /** A test asserts the outcome; without one `reason` says why it is only assumed. */
  readonly asserted: boolean
  readonly reason?: string
}
