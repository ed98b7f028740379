import type { CaseResult } from '../compare/types.ts'
import type { Finding } from '../lint/lint.ts'
import type { Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { RunView } from '../model/runView.ts'
import type { VendorId } from '../model/topology.ts'
import type { Console } from '../vendors/show/console.ts'

/** What a runbook is written from. Figures are what the engine measured, outputs what it showed. */
export interface RunbookInput {
  readonly title: string
  readonly net: Network
  readonly profiles: Profiles
  readonly consoles: Readonly<Partial<Record<VendorId, Console>>>
  readonly findings: readonly Finding[]
  /** The healthy design, at rest. */
  readonly settled: boolean
  readonly view: RunView
  readonly results: readonly CaseResult[]
}
