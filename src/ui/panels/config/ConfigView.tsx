import { useMemo, useState } from 'react'
import type { Network } from '../../../core/model/network.ts'
import { compareSwitches } from '../../../core/vendors/compareSwitches.ts'
import type { ExportFormat } from '../../../core/vendors/exporter.ts'
import { EXPORTERS } from '../../../core/vendors/exporters.ts'
import { secretsIn } from '../../../core/vendors/secrets.ts'
import { Button } from '../../controls/Button.tsx'
import { ConfigRows } from './ConfigRows.tsx'
import type { ConfiguredDevice } from './marked.ts'
import { linesAsRows, rowsOf, rowsWith } from './rows.ts'
import { SearchField } from './SearchField.tsx'

/** The configuration of a switch or server, line beside line with its peer's where it has one. Follows every edit. */
export function ConfigView({ net, device, format, stacked = false, onShow }: ConfigViewProps) {
  const peer = net.peerOf.get(device.id)
  const [compared, setCompared] = useState(true)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState('')
  const [hit, setHit] = useState(0)
  const rendered = useMemo(() => format.render(net, device.id), [net, device, format])
  // Only the formats that are typed are held against each other.
  const typed = device.kind === 'switch' && format === EXPORTERS[device.vendor] ? device : null
  const beside = compared && typed !== null && peer?.vendor === typed.vendor ? peer : null
  const rows = useMemo(() => {
    const lines = beside && typed && compareSwitches(net, typed, beside)
    return rowsOf(lines ?? linesAsRows(rendered.lines))
  }, [net, typed, beside, rendered])
  const hits = useMemo(() => rowsWith(rows, wanted), [rows, wanted])
  const secrets = useMemo(() => secretsIn(rendered.lines), [rendered])
  const sections = rows.filter(({ fold }) => fold !== null)
  const mismatches = rows.filter(({ kind }) => kind === 'mismatch' || kind === 'missing').length
  const byDesign = rows.filter(({ kind }) => kind === 'by-design').length
  const step = (by: number): void => setHit(hits.length === 0 ? 0 : (hit + by + hits.length) % hits.length)
  return (
    <>
      <Remarks notes={rendered.notes.map(({ text }) => text)} secrets={secrets} name={device.name} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line px-3 py-1.5">
        <SearchField
          text={wanted}
          at={hits.length === 0 ? 0 : Math.min(hit, hits.length - 1) + 1}
          count={hits.length}
          onText={(text) => {
            setWanted(text)
            setHit(0)
          }}
          onStep={step}
        />
        <Button
          look="ghost"
          compact
          onClick={() => setClosed(new Set(closed.size > 0 ? [] : sections.map(({ key }) => key)))}
        >
          {closed.size > 0 ? 'Unfold all' : 'Fold all'}
        </Button>
        {peer !== undefined && typed !== null && (
          <>
            <span className="flex-1" />
            {beside !== null && (
              <>
                <span className={`badge ${mismatches > 0 ? 's-down bg-(--cb)! text-(--ct)!' : ''}`}>
                  {mismatches} {mismatches === 1 ? 'mismatch' : 'mismatches'}
                </span>
                <span className="badge">{byDesign} by design</span>
              </>
            )}
            <Button look="ghost" compact aria-pressed={beside !== null} onClick={() => setCompared(!compared)}>
              Compare with {peer.name}
            </Button>
          </>
        )}
      </div>
      <ConfigRows
        net={net}
        rows={rows}
        names={[device.name, beside?.name ?? null]}
        switches={[device.id, ...(beside === null ? [] : [beside.id])]}
        stacked={stacked}
        closed={closed}
        onFold={(key) => setClosed(toggled(closed, key))}
        wanted={wanted}
        hits={hits}
        hit={hits[Math.min(hit, hits.length - 1)] ?? null}
        onShow={onShow}
      />
    </>
  )
}

interface ConfigViewProps {
  readonly net: Network
  readonly device: ConfiguredDevice
  readonly format: ExportFormat
  /** Too narrow for two columns. */
  readonly stacked?: boolean
  /** Where the canvas is covered: uncovers it. */
  readonly onShow?: () => void
}

/** What the platform cannot take as drawn, and what its owner has to put in. */
function Remarks({ notes, secrets, name }: RemarksProps) {
  if (notes.length === 0 && secrets.length === 0) return null
  return (
    <ul aria-label={`Remarks on ${name}`} className="border-b border-line px-4 py-2 text-waiting-text">
      {notes.map((text) => (
        <li key={text}>{text}</li>
      ))}
      {secrets.map(({ number, text }) => (
        <li key={number}>
          Line {number} holds a placeholder for a secret: <span className="font-mono text-11">{text}</span>
        </li>
      ))}
    </ul>
  )
}

interface RemarksProps {
  readonly notes: readonly string[]
  readonly secrets: ReturnType<typeof secretsIn>
  readonly name: string
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
