import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { EditorView } from '@codemirror/view'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Resizer } from '../controls/Resizer.tsx'
import { useOpener } from '../dialogs/useOpener.ts'
import { StateMark } from '../state/StateMark.tsx'
import { goTo, textEditor } from './editor.ts'
import { type TextState, TextSync } from './textSync.ts'
import { MIN_PX, usePaneWidth } from './usePaneWidth.ts'
import type { TextProblem } from '../../core/text/yamlText.ts'

/** The design as YAML beside the canvas: typed here, drawn there, and the other way round. */
export function TextPane() {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const sync = useRef<TextSync | null>(null)
  const [state, setState] = useState<TextState>({ kind: 'writing', problems: [] })
  const { pane, width, max } = usePaneWidth()
  const giveBack = useOpener()
  useEffect(() => {
    if (host.current === null) return
    const editor = textEditor(host.current, '', () => sync.current?.typed())
    view.current = editor
    sync.current = new TextSync(editor, setState)
    const stop = followSelection(editor)
    editor.focus()
    return () => {
      stop()
      sync.current?.close()
      editor.destroy()
    }
  }, [])
  return (
    <section
      ref={pane}
      aria-label="Text"
      className={`flex h-full shrink-0 flex-col border-l border-line bg-panel ${max === null ? 'absolute inset-0 z-30' : 'relative'}`}
      style={max === null ? {} : { width }}
    >
      {max !== null && (
        <Resizer
          label="Width of the text"
          edge="left"
          value={width}
          min={MIN_PX}
          max={max}
          onResize={(textWidth) => useUi.getState().set({ textWidth })}
        />
      )}
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="text-13 font-semibold">Text</h2>
        <span className="min-w-0 flex-1 truncate text-11 text-ink-3">
          YAML, as it is stored. Comments are not stored.
        </span>
        <Button look="ghost" compact square aria-label="Close the text" onClick={() => closeText(giveBack)}>
          <X strokeWidth={1.5} />
        </Button>
      </div>
      <div ref={host} className="min-h-0 flex-1" />
      <Standing
        state={state}
        onGo={({ from, to }) => {
          if (view.current === null) return
          goTo(view.current, from, to)
          view.current.focus()
        }}
        onDiscard={() => {
          sync.current?.discard()
          view.current?.focus()
        }}
      />
    </section>
  )
}

interface StandingProps {
  readonly state: TextState
  readonly onGo: (problem: TextProblem) => void
  readonly onDiscard: () => void
}

/** Whether the canvas shows what the text says, and what keeps it from that. */
function Standing({ state: { kind, problems }, onGo, onDiscard }: StandingProps) {
  const [first] = problems
  const more = problems.length - 1
  return (
    <div className="flex shrink-0 flex-col gap-1.5 border-t border-line px-4 py-2 text-11">
      <p role="status" className="flex items-center gap-1.5 text-ink-2">
        <StateMark
          state={kind === 'same' ? 'forwarding' : problems.length === 0 && kind !== 'apart' ? 'waiting' : 'down'}
        />
        {WORDS[kind]}
      </p>
      {first !== undefined && (
        <button type="button" className="text-left text-12 text-down-text hover:underline" onClick={() => onGo(first)}>
          Line {first.line}: {first.text}
          {more > 0 && ` And ${more} more.`}
        </button>
      )}
      {(kind === 'problems' || kind === 'apart') && (
        <span>
          <Button compact onClick={onDiscard}>
            Back to the canvas’s text
          </Button>
        </span>
      )}
    </div>
  )
}

/** Shows what is selected on the canvas, unless the cursor is at work here. */
function followSelection(editor: EditorView): () => void {
  return useUi.subscribe(({ selection }, before) => {
    const [selected] = selection
    if (selection === before.selection || selected === undefined || editor.hasFocus) return
    const text = editor.state.doc.toString()
    const at = new RegExp(`\\bid: "?${selected.id.replaceAll('.', '\\.')}"?(?=[\\s,}])`).exec(text)
    if (at !== null) goTo(editor, at.index, at.index + at[0].length)
  })
}

function closeText(giveBack: () => void): void {
  useUi.getState().set({ text: false })
  giveBack()
}

const WORDS: Readonly<Record<TextState['kind'], string>> = {
  same: 'The canvas shows this text.',
  writing: 'Being written …',
  typing: 'Being typed …',
  problems: 'The text cannot be read: the canvas keeps the last good design, and nothing that you typed is lost.',
  apart: 'The text cannot be read, and the canvas changed meanwhile. What you mend here replaces that change.',
}
