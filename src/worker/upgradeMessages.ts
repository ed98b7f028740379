import type { Profiles } from '../core/model/profile.ts'
import type { Tried, UpgradeRequest, UpgradeResult } from '../core/upgrade/upgrade.ts'

/** Page to the worker that searches: one search, then it ends. */
export interface UpgradeCommand {
  readonly request: UpgradeRequest
  readonly profiles: Profiles
}

/** The worker's answers: every wait that was tried, then what was found. */
export type UpgradeUpdate =
  | { readonly type: 'tried'; readonly tried: Tried }
  | { readonly type: 'done'; readonly result: UpgradeResult }
