import { Copy, Download, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { partsMarkdown } from '../../core/runbook/markdown.ts'
import { useDocument } from '../../state/documentStore.ts'
import { copyText, download, fileName } from '../../state/openDesign.ts'
import { useRunbook } from '../../state/runbookStore.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { Printable } from '../dialogs/Printable.tsx'
import { PartView } from './PartView.tsx'

/** The change plan of every pair: read, printed, or taken along as the text that the command line writes. */
export function RunbookDialog() {
  const design = useDocument((state) => state.design)
  const { parts, running, progress, problem, write, stop } = useRunbook()
  useEffect(() => {
    write(design)
    return stop
  }, [design, write, stop])
  const markdown = (): string => partsMarkdown(parts ?? [])
  return (
    <Frame
      title="Runbook"
      description="What to check, paste and look at, and what each failover test is to show: measured on this design by the engine."
      size="full"
      actions={
        parts !== null && (
          <>
            <Button onClick={() => void copyText(markdown(), 'The runbook')}>
              <Copy strokeWidth={1.5} />
              Copy as Markdown
            </Button>
            <Button
              onClick={() =>
                download(`${fileName(design.title)}-runbook.md`, new Blob([markdown()], { type: 'text/markdown' }))
              }
            >
              <Download strokeWidth={1.5} />
              Save runbook.md
            </Button>
            <Button look="primary" onClick={() => print()}>
              <Printer strokeWidth={1.5} />
              Print
            </Button>
          </>
        )
      }
    >
      {parts === null ? (
        <Waiting running={running} progress={progress} problem={problem} />
      ) : (
        <Printable>
          <article>
            {parts.map((part, at) => (
              <PartView key={at} part={part} />
            ))}
          </article>
        </Printable>
      )}
    </Frame>
  )
}

function Waiting({ running, progress: [done, total], problem }: WaitingProps) {
  if (problem !== null) return <p role="alert">The runbook could not be written: {problem}</p>
  if (!running) return <p>There is no pair in this design, so there is nothing to plan. Pair two switches first.</p>
  return (
    <div role="status" className="flex items-center gap-3 py-2 text-13 text-ink-2">
      <span>{total === 0 ? 'Bringing the design up' : `Failover tests: ${done} of ${total}`}</span>
      <progress aria-label="Failover tests" value={done} max={Math.max(1, total)} className="accent-(--ink)" />
    </div>
  )
}

interface WaitingProps {
  readonly running: boolean
  readonly progress: readonly [number, number]
  readonly problem: string | null
}
