import type { ExportedFile } from '../core/export/exportedFile.ts'
import type { ExportOptions } from '../core/export/exportFiles.ts'
import type { Topology } from '../core/model/topology.ts'
import { askOfDesign } from '../worker/designClient.ts'
import type { DesignAnswer } from '../worker/designMessages.ts'
import { download, fileName } from './openDesign.ts'
import { useUi } from './uiStore.ts'

/** Every file that a user takes along; a sentence where they could not be written. */
export async function exportedFiles(
  topology: Topology,
  options: ExportOptions,
): Promise<readonly ExportedFile[] | string> {
  const answer = await askOfDesign({ type: 'export', topology, options })
  return answer.type === 'exported' ? answer.files : notWritten(answer)
}

/** Downloads them as one zip, named after the design. */
export async function downloadZip(title: string, topology: Topology, options: ExportOptions = {}): Promise<void> {
  const answer = await askOfDesign({ type: 'zip', topology, options })
  if (answer.type !== 'zipped') return useUi.getState().announce(notWritten(answer))
  download(`${fileName(title)}-configs.zip`, new Blob([answer.archive], { type: 'application/zip' }))
}

function notWritten(answer: DesignAnswer): string {
  return `The files could not be written: ${answer.type === 'failed' ? answer.message : `the answer was “${answer.type}”`}.`
}
