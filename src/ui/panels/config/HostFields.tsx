import { HOST_FORMAT_IDS, type HostFormatId } from '../../../core/hosts/hostFormat.ts'
import { HOST_FORMATS } from '../../../core/hosts/index.ts'
import type { ExportFormat } from '../../../core/vendors/exporter.ts'

/** How the server is written, and which of its files is shown where there are several. */
export function HostFields({ format, files, file, onFormat, onFile }: HostFieldsProps) {
  return (
    <>
      <select
        aria-label="Format"
        value={format}
        className={FIELD}
        onChange={({ target }) => onFormat(HOST_FORMAT_IDS.find((id) => id === target.value) ?? format)}
      >
        {HOST_FORMAT_IDS.map((id) => (
          <option key={id} value={id}>
            {HOST_FORMATS[id].title}
          </option>
        ))}
      </select>
      {files.length > 1 && (
        <select
          aria-label="File"
          value={file}
          className={FIELD}
          onChange={({ target }) => onFile(Number(target.value))}
        >
          {files.map((one, at) => (
            <option key={one.format} value={at}>
              {one.fileName('')}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

interface HostFieldsProps {
  readonly format: HostFormatId
  readonly files: readonly ExportFormat[]
  /** Position among the files. */
  readonly file: number
  readonly onFormat: (format: HostFormatId) => void
  readonly onFile: (at: number) => void
}

const FIELD =
  'h-6 max-w-36 min-w-14 flex-1 basis-0 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]'
