import { Download, FolderArchive } from 'lucide-react'
import { useMemo } from 'react'
import { exportFiles, type ExportedFile } from '../../core/vendors/exportFiles.ts'
import { useDocument } from '../../state/documentStore.ts'
import { download, saveFile } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { downloadZip } from './downloadZip.ts'
import { Frame } from './Frame.tsx'

/** The configuration of every switch, one by one or as a zip, and the design itself. */
export function ExportDialog() {
  const topology = useDocument((state) => state.design.topology)
  const title = useDocument((state) => state.design.title)
  const files = useMemo(() => exportFiles(topology), [topology])
  return (
    <Frame
      title="Export"
      description="What is exported is what is simulated: timers, priorities and switches come from the design."
      actions={
        <>
          <Button onClick={() => void saveFile()}>Save design file</Button>
          <Button look="primary" onClick={() => downloadZip(title, files)}>
            <FolderArchive strokeWidth={1.5} />
            Download all as zip
          </Button>
        </>
      }
    >
      <ul>
        {files.map((file) => (
          <li key={file.path} className="flex min-h-9 items-center gap-2 border-t border-line first:border-0">
            <span className="min-w-0 flex-1 truncate font-mono text-12">{file.path}</span>
            <span className="text-11 text-ink-3">{file.text.split('\n').length - 1} lines</span>
            <Button compact aria-label={`Download ${file.path}`} onClick={() => downloadFile(file)}>
              <Download strokeWidth={1.5} />
              Download
            </Button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function downloadFile({ path, text }: ExportedFile): void {
  download(path, new Blob([text], { type: 'text/plain' }))
}
