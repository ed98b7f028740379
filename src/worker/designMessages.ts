import type { ExportedFile } from '../core/export/exportedFile.ts'
import type { ExportOptions } from '../core/export/exportFiles.ts'
import type { LintReport } from '../core/lint/lint.ts'
import type { Design } from '../core/model/design.ts'
import type { Topology } from '../core/model/topology.ts'

/** Page to the worker that reads designs. */
export type DesignQuestion =
  | { readonly type: 'check'; readonly design: Design }
  | { readonly type: 'export' | 'zip'; readonly topology: Topology; readonly options: ExportOptions }

export type DesignAnswer =
  | { readonly type: 'checked'; readonly report: LintReport }
  | { readonly type: 'exported'; readonly files: readonly ExportedFile[] }
  /** The same files as one archive. */
  | { readonly type: 'zipped'; readonly archive: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly message: string }
