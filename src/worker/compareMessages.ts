import type { CaseResult, Comparison } from '../core/compare/types.ts'
import type { Profiles } from '../core/model/profile.ts'

/** Page to the worker that compares: one comparison, then it ends. */
export interface CompareCommand {
  readonly comparison: Comparison
  /** Of every platform in it. */
  readonly profiles: Profiles
}

/** The worker's answers: one for each run, in the order of `casesOf`, or the error that ended it. */
export type CompareUpdate =
  | { readonly type: 'result'; readonly result: CaseResult; readonly last: boolean }
  | { readonly type: 'failed'; readonly message: string }
