export interface ExportedFile {
  /** Relative, folders with `/`; unique whatever the case of its letters. */
  readonly path: string
  readonly text: string
}
