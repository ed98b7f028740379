import { Download, FolderArchive } from 'lucide-react'
import { Fragment, startTransition, useEffect, useMemo, useState } from 'react'
import type { ExportedFile } from '../../core/export/exportedFile.ts'
import { HOST_FORMAT_IDS, type HostFormatId } from '../../core/hosts/hostFormat.ts'
import { HOST_FORMATS } from '../../core/hosts/index.ts'
import { LAB_IDS, type LabId } from '../../core/labs/lab.ts'
import { partsMarkdown } from '../../core/runbook/markdown.ts'
import { useDocument } from '../../state/documentStore.ts'
import { downloadZip, exportedFiles } from '../../state/exports.ts'
import { download, saveFile } from '../../state/openDesign.ts'
import { useRunbook } from '../../state/runbookStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from './Frame.tsx'

/** The configuration of every switch and server, one by one or as a zip, and the design itself. */
export function ExportDialog() {
  const topology = useDocument((state) => state.design.topology)
  const title = useDocument((state) => state.design.title)
  const [hosts, setHosts] = useState<HostFormatId>('netplan')
  const [lab, setLab] = useState<LabId | null>(null)
  const runbook = useWrittenRunbook()
  const options = useMemo(
    () => ({ hosts, ...(lab === null ? {} : { lab }), ...(runbook === null ? {} : { runbook }) }),
    [hosts, lab, runbook],
  )
  const [files, setFiles] = useState<readonly ExportedFile[] | string | null>(null)
  useEffect(() => {
    let wanted = true
    void exportedFiles(topology, options).then((written) => {
      // Hundreds of rows are drawn in between other things.
      if (wanted) startTransition(() => setFiles(written))
    })
    return () => {
      wanted = false
    }
  }, [topology, options])
  return (
    <Frame
      title="Export"
      description="What is exported is what is simulated: timers, priorities and bonds come from the design."
      actions={
        <>
          <Button onClick={() => useUi.getState().set({ dialog: { kind: 'cables' } })}>Cable plan</Button>
          <Button onClick={() => void saveFile()}>Save design file</Button>
          <Button look="primary" onClick={() => void downloadZip(title, topology, options)}>
            <FolderArchive strokeWidth={1.5} />
            Download all as zip
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap gap-x-5 gap-y-2 pb-2 text-12 text-ink-2">
        <label className="flex items-center gap-2">
          Servers as
          <select
            value={hosts}
            className={FIELD}
            onChange={({ target }) => setHosts(HOST_FORMAT_IDS.find((id) => id === target.value) ?? 'netplan')}
          >
            {HOST_FORMAT_IDS.map((id) => (
              <option key={id} value={id}>
                {HOST_FORMATS[id].title}
              </option>
            ))}
          </select>
        </label>
        <label className="flex items-center gap-2">
          Lab
          <select
            value={lab ?? ''}
            className={FIELD}
            onChange={({ target }) => setLab(LAB_IDS.find((id) => id === target.value) ?? null)}
          >
            <option value="">none</option>
            {LAB_IDS.map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
      </div>
      {runbook === null && (
        <p className="flex items-center gap-2 pb-2 text-12 text-ink-2">
          <span className="flex-1">A runbook is taken along once its failover tests are simulated.</span>
          <Button compact onClick={() => useUi.getState().set({ dialog: { kind: 'runbook' } })}>
            Write runbook
          </Button>
        </p>
      )}
      {files === null && <p className="py-2 text-12 text-ink-2">Writing the files…</p>}
      {typeof files === 'string' && (
        <p role="alert" className="py-2 text-12 text-down-text">
          {files}
        </p>
      )}
      <ul>
        {(Array.isArray(files) ? files : []).map((file) => (
          <li
            key={file.path}
            className="flex min-h-9 items-center [contain-intrinsic-size:auto_36px] [content-visibility:auto] gap-2 border-t border-line first:border-0"
          >
            <span className="min-w-0 flex-1 py-1 font-mono text-12 [overflow-wrap:anywhere]">
              <Path of={file.path} />
            </span>
            <span className="shrink-0 text-11 text-ink-3">{file.text.split('\n').length - 1} lines</span>
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

/** All of a path, which breaks at its folders where the line ends. */
function Path({ of }: { readonly of: string }) {
  return of.split(/(?<=\/)/).map((part, at) => (
    // The parts of one path never change places.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

/** The runbook of this very design as text; null while none was written. */
function useWrittenRunbook(): string | null {
  const design = useDocument((state) => state.design)
  const { design: of, parts } = useRunbook()
  return useMemo(() => (of === design && parts !== null ? partsMarkdown(parts) : null), [of, design, parts])
}

const FIELD = 'h-6 rounded-2 bg-panel px-1.5 text-12 font-semibold text-ink shadow-[inset_0_0_0_1px_var(--edge)]'

/** A browser keeps no folders: what is in one is downloaded under its last name. */
function downloadFile({ path, text }: ExportedFile): void {
  download(path.slice(path.lastIndexOf('/') + 1), new Blob([text], { type: 'text/plain' }))
}
