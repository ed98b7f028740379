import type { Design } from '../core/model/design.ts'
import type { Profiles } from '../core/model/profile.ts'
import type { Part } from '../core/runbook/parts.ts'

/** Page to the worker that writes runbooks: one design, then it ends. */
export interface RunbookCommand {
  readonly design: Design
  /** Of every platform in it. */
  readonly profiles: Profiles
}

/** The worker's answers: how many runs of the engine are done, then the runbook (null: there is no pair), or what ended it. */
export type RunbookUpdate =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'written'; readonly parts: readonly Part[] | null }
  | { readonly type: 'failed'; readonly message: string }
