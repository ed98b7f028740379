import type { ReactNode } from 'react'
import type { CompareCell, RowKind } from '../../../core/vendors/compare.ts'
import { MARK, MARK_WORD } from './differences.ts'
import { wordingOf, type Wording } from './wording.ts'

/** One line of one switch: its number, how it stands to the peer's, and its words. */
export function ConfigCell(props: ConfigCellProps) {
  const { cell, kind, number, on, wanted, head, marked, right, indented, children } = props
  const bad = kind === 'mismatch' || kind === 'missing'
  return (
    <div
      role="gridcell"
      data-kind={kind}
      data-side={right ? 'right' : 'left'}
      data-marked={marked || undefined}
      className={`flex min-w-0 flex-1 border-r border-line ${indented ? 'bg-inset' : ''} ${marked ? 'bg-you-bg shadow-[inset_2px_0_0_var(--you)]' : bad ? 'bg-down-bg' : ''}`}
    >
      {children}
      <span aria-hidden="true" className="w-[30px] shrink-0 text-right text-[10.5px] text-ink-3 select-none">
        {cell === null ? '' : number}
      </span>
      <span
        role="img"
        aria-label={MARK_WORD[kind]}
        aria-hidden={kind === 'same'}
        className={`w-5 shrink-0 text-center font-bold select-none ${bad ? 'text-down-text' : 'text-ink-3'}`}
      >
        {MARK[kind]}
      </span>
      {cell === null ? (
        <span className="font-sans text-down-text">{bad ? `missing on ${on}` : ''}</span>
      ) : (
        <span className={`min-w-0 break-words whitespace-pre-wrap ${head ? 'font-semibold' : ''}`}>
          {pieces(cell, wanted).map(({ text, wording, differs, found }, at) => (
            <span
              key={at}
              className={`${differs && kind !== 'same' ? (bad ? BAD : BY_DESIGN) : ''} ${found ? FOUND : differs && bad ? '' : LOOK[wording]}`}
            >
              {text}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}

interface ConfigCellProps {
  readonly cell: CompareCell | null
  readonly kind: RowKind
  readonly number: number
  /** Name of the switch whose line it is. */
  readonly on: string
  /** What is looked for. */
  readonly wanted: string
  /** Begins a section. */
  readonly head: boolean
  /** Came from what is selected. */
  readonly marked: boolean
  /** The peer's line. */
  readonly right?: boolean
  /** Below the switch's own. */
  readonly indented?: boolean
  /** Beside the number: what folds a section. */
  readonly children?: ReactNode
}

interface Piece {
  readonly text: string
  readonly wording: Wording
  readonly differs: boolean
  readonly found: boolean
}

/** The line cut wherever its wording, its difference to the peer's or what is looked for begins or ends. */
function pieces({ line: { text }, parts }: CompareCell, wanted: string): readonly Piece[] {
  const spans = wordingOf(text)
  const hits = hitsOf(text, wanted)
  let end = 0
  const ends = parts.map((part) => ({ ...part, to: (end += part.text.length) }))
  const cuts = [...spans.map(({ to }) => to), ...hits.flat(), ...ends.map(({ to }) => to)]
  const sorted = [...new Set(cuts)].filter((cut) => cut > 0).toSorted((a, b) => a - b)
  return sorted.map((to, at): Piece => {
    const from = sorted[at - 1] ?? 0
    return {
      text: text.slice(from, to),
      wording: spans.find((span) => span.to >= to)?.wording ?? 'command',
      differs: ends.find((part) => part.to >= to)?.differs ?? false,
      found: hits.some(([start, stop]) => start <= from && to <= stop),
    }
  })
}

/** Where a text stands in a line: from, to. */
function hitsOf(text: string, wanted: string): readonly (readonly [number, number])[] {
  if (wanted === '') return []
  const [line, word] = [text.toLowerCase(), wanted.toLowerCase()]
  const hits: (readonly [number, number])[] = []
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length))
    hits.push([at, at + word.length])
  return hits
}

const BAD = 'rounded-1 bg-down px-0.5 text-on-mark -mx-0.5'
const BY_DESIGN = 'underline decoration-edge decoration-[1.5px] underline-offset-3'
const FOUND = 'rounded-1 bg-ink text-panel'
const LOOK: Readonly<Record<Wording, string>> = {
  comment: 'text-ink-3 italic',
  command: 'text-ink-2',
  value: 'text-ink font-medium',
  free: 'text-ink-3',
  secret: 'bg-waiting-bg text-waiting-text font-semibold',
}
