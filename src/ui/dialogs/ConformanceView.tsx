import { Fragment, useMemo, useRef } from 'react'
import page from '../../../docs/conformance.md?raw'
import { Button } from '../controls/Button.tsx'
import { blocksOf, piecesOf, plainText, type Block } from './pageText.ts'

/** The conformance page, as its command wrote it: clauses, deviations, other stacks, test vectors. */
export function ConformanceView() {
  const blocks = useMemo(() => blocksOf(page), [])
  const body = useRef<HTMLDivElement>(null)
  const jump = (at: number): void => {
    const heading = body.current?.querySelector<HTMLElement>(`[data-block="${at}"]`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  return (
    <div ref={body}>
      <nav aria-label="Parts of the page" className="flex flex-wrap gap-1.5 pb-3">
        {blocks.map(
          (block, at) =>
            block.kind === 'heading' &&
            block.level === 2 && (
              <Button key={at} compact onClick={() => jump(at)}>
                {block.text}
              </Button>
            ),
        )}
      </nav>
      {blocks.map((block, at) => (
        <Part key={at} block={block} at={at} label={labelOf(blocks, at)} />
      ))}
    </div>
  )
}

/** A table is named by the heading above it. */
function labelOf(blocks: readonly Block[], at: number): string {
  const heading = blocks.slice(0, at).findLast((block) => block.kind === 'heading')
  return heading?.kind === 'heading' ? heading.text : 'Conformance'
}

function Part({ block, at, label }: { readonly block: Block; readonly at: number; readonly label: string }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h3 data-block={at} tabIndex={-1} className="scroll-mt-2 pt-3 pb-1 text-13 font-semibold outline-none">
          {block.text}
        </h3>
      ) : (
        <h4 className="pt-2 pb-1 font-semibold">{block.text}</h4>
      )
    case 'text':
      return (
        <p className="max-w-180 pb-2 leading-[18px] text-ink-2">
          <Line text={block.text} />
        </p>
      )
    case 'table':
      return <Rows head={block.head} rows={block.rows} label={label} />
  }
}

function Rows({ head, rows, label }: Omit<Extract<Block, { kind: 'table' }>, 'kind'> & { readonly label: string }) {
  return (
    <div className="overflow-x-auto pb-3">
      <table aria-label={label} className="w-full min-w-180 border-collapse leading-[18px]">
        <thead className="text-left text-11 text-ink-3">
          <tr>
            {head.map((words, at) => (
              <th key={at} scope="col" className="py-1 pr-3 font-normal">
                {words === '' ? <span className="sr-only">Number</span> : plainText(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} className="border-t border-line align-top">
              {cells.map((cell, at) => (
                <td key={at} className={`py-1 pr-3 ${lookOf(cell)}`}>
                  <Line text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What fails or is missing is not to be overlooked among what passes. */
function lookOf(cell: string): string {
  if (cell === 'not implemented') return 'text-waiting-text whitespace-nowrap'
  if (/^\*\*.*fails?\*\*$/.test(cell)) return 'text-down-text whitespace-nowrap'
  return /^(\d+ pass|passes|[A-Z]{1,2}\d+)$/.test(cell) ? 'whitespace-nowrap' : ''
}

function Line({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, at) =>
    piece.code ? (
      <code key={at} className="font-mono text-11 break-words">
        {piece.text}
      </code>
    ) : (
      <Fragment key={at}>{piece.text}</Fragment>
    ),
  )
}
