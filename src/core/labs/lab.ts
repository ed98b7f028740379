import type { LabPlan } from './labPlan.ts'

/** Emulators that a topology is written for. */
export const LAB_IDS = ['containerlab', 'netlab'] as const
export type LabId = (typeof LAB_IDS)[number]

/** A file below the lab's folder. */
export interface LabFile {
  readonly path: string
  readonly text: string
}

/** Writes a topology and the files that are bound to its nodes. Pure: the same plan gives the same files. */
export interface LabFormat {
  readonly id: LabId
  /** As its makers write it. */
  readonly title: string
  /** What to type to start it, a command a line. */
  readonly start: readonly string[]
  /** The topology first. */
  readonly files: (plan: LabPlan) => readonly LabFile[]
}
