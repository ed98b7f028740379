import { strToU8, zipSync } from 'fflate'
import type { ExportedFile } from '../../core/export/exportedFile.ts'
import { download, fileName } from '../../state/openDesign.ts'

/** Downloads files as one zip, named after the design. */
export function downloadZip(title: string, files: readonly ExportedFile[]): void {
  const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))
  download(`${fileName(title)}-configs.zip`, new Blob([zipSync(entries)], { type: 'application/zip' }))
}
