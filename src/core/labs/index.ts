import { containerlab } from './containerlab.ts'
import type { LabFormat, LabId } from './lab.ts'
import { netlab } from './netlab.ts'

/** Every lab; a new one adds its id to `LAB_IDS`, its platforms, its file and a line here. */
export const LABS: Readonly<Record<LabId, LabFormat>> = { containerlab, netlab }
