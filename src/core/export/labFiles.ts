import { LABS } from '../labs/index.ts'
import type { LabFormat, LabId } from '../labs/lab.ts'
import { planLab } from '../labs/labPlan.ts'
import type { Network } from '../model/network.ts'
import type { ExportedFile } from './exportedFile.ts'
import { freeFolder } from './hostFiles.ts'

/** A topology with the files of its nodes, in a folder of its own. */
export interface LabFiles {
  readonly format: LabFormat
  readonly folder: string
  readonly files: readonly ExportedFile[]
  /** What is left out, and what is not as drawn. */
  readonly notes: readonly string[]
}

/** Names that are given away are added to `taken`. */
export function exportLab(net: Network, lab: LabId, taken: Set<string>): LabFiles {
  const format = LABS[lab]
  const plan = planLab(net, lab)
  const folder = freeFolder(lab, taken)
  const files = format.files(plan).map(({ path, text }) => ({ path: `${folder}/${path}`, text }))
  return { format, folder, files, notes: plan.notes }
}

/** What the README says of it. */
export function labSections(lab: LabFiles | null): readonly (readonly string[])[] {
  if (lab === null) return []
  const { format, folder, notes } = lab
  return [
    [
      `Lab, for ${format.title}`,
      `  ${folder}/ has the topology and what its nodes are given. The images are yours to bring. In that folder:`,
      ...format.start.map((line) => `  ${line}`),
      ...notes.map((note) => `  ${note}`),
    ],
  ]
}
