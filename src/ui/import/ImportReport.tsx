import { CircleAlert } from 'lucide-react'
import type { ImportedFile, ImportResult } from '../../core/vendors/importing/importConfigs.ts'
import { platformOf } from '../../core/vendors/platforms.ts'

/** What the texts say, what had to be assumed, and every line that was not understood. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  if (!result.ok) {
    return (
      <p role="status" className="flex gap-2 text-12 leading-[18px]">
        <CircleAlert strokeWidth={1.5} className="size-4 shrink-0 text-warn-text" />
        <span>
          {result.text}
          <span className="block text-ink-2">{result.wayOut}</span>
        </span>
      </p>
    )
  }
  const { domains, devices, bonds, links } = result.design.topology
  const count = (kind: string) => devices.filter((device) => device.kind === kind).length
  const rows = [
    ['Switches', count('switch')],
    ['Pairs', domains.length],
    ['Bonds', bonds.length],
    ['Cables', links.length],
    ['Devices below', count('host')],
  ] as const
  return (
    <div className="flex flex-col gap-4 text-12 leading-[18px]">
      <dl role="status" className="grid grid-cols-[auto_1fr] gap-x-4">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {result.notes.length > 0 && (
        <section>
          <h3 className="pb-1 font-medium">Assumed or left out</h3>
          <ul className="flex list-disc flex-col gap-1 pl-4 text-ink-2">
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {result.files.map((file) => (
        <FileReport key={file.device} file={file} />
      ))}
    </div>
  )
}

function FileReport({ file: { device, platform, read, unread } }: { readonly file: ImportedFile }) {
  const lines = unread.length === 1 ? '1 line' : `${unread.length} lines`
  return (
    <section>
      <h3 className="font-medium">{device}</h3>
      <p className="text-ink-2">
        {platformOf(platform).words.vendorPlatform}, {read} lines understood.
      </p>
      {unread.length > 0 && (
        <details className="pt-1" open={unread.some(({ why }) => why !== '')}>
          <summary className="cursor-pointer text-ink-2 focus-visible:outline-2 focus-visible:outline-you">
            {lines} not understood
          </summary>
          <ol className="pt-1 font-mono text-11 leading-4">
            {unread.slice(0, MOST).map(({ line, text, why }) => (
              <li key={line} className="grid grid-cols-[3rem_minmax(0,1fr)]">
                <span className="text-ink-3 tabular-nums">{line}</span>
                <span className="break-words">
                  {text}
                  {why !== '' && <span className="block font-sans text-ink-2">{why}</span>}
                </span>
              </li>
            ))}
          </ol>
          {unread.length > MOST && <p className="pt-1 text-ink-2">And {unread.length - MOST} more.</p>}
        </details>
      )}
    </section>
  )
}

/** Lines listed in the page; the command line lists all. */
const MOST = 500
