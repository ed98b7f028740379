import type { EditorView } from '@codemirror/view'
import type { Design } from '../../core/model/design.ts'
import type { TextProblem } from '../../core/text/yamlText.ts'
import { takenText, writtenText } from '../../state/designText.ts'
import { useDocument } from '../../state/documentStore.ts'
import { draftOf, keepDraft } from './drafts.ts'
import { follow, setWritable, showProblems } from './editor.ts'
import { sharing } from './sharing.ts'

/** How text and canvas stand to each other. */
export interface TextState {
  /** `apart`: what is typed cannot be read yet, and the canvas changed the same lines meanwhile. */
  readonly kind: 'same' | 'writing' | 'typing' | 'problems' | 'apart'
  readonly problems: readonly TextProblem[]
}

/**
 * Keeps the text and the drawn design the same, both ways. A worker writes and reads; what it says of a text or a design
 * that changed meanwhile is asked again. A text that cannot be read leaves the design alone and stays as it is until it
 * can; it is kept when the pane closes or another design is opened.
 */
export class TextSync {
  private readonly view: EditorView
  private readonly tell: (state: TextState) => void
  /** The design that the text knows, and its text; null before the first is written. */
  private present: Design | null = null
  private base = ''
  private id = useDocument.getState().id
  private state: TextState = WRITING
  /** Counts what was typed. */
  private turn = 0
  private following = false
  private closed = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly stop: () => void
  private readonly leave = (): void => this.keep()

  constructor(view: EditorView, tell: (state: TextState) => void) {
    this.view = view
    this.tell = tell
    this.stop = useDocument.subscribe(({ design }) => {
      if (design !== this.present) void this.follow()
    })
    addEventListener('pagehide', this.leave)
    void this.follow()
  }

  /** After a change by hand: read when the hand rests. */
  typed(): void {
    this.turn += 1
    if (this.state.kind === 'same') this.say({ kind: 'typing', problems: [] })
    this.readSoon()
  }

  /** Gives up what was typed and cannot be read. */
  discard(): void {
    clearTimeout(this.timer)
    this.turn += 1
    follow(this.view, this.base)
    showProblems(this.view, [])
    this.say(SAME)
  }

  close(): void {
    clearTimeout(this.timer)
    this.keep()
    if (this.state.kind === 'typing') void this.read()
    this.closed = true
    removeEventListener('pagehide', this.leave)
    this.stop()
  }

  /** Brings what is drawn into the text, and after it what was drawn meanwhile. */
  private async follow(): Promise<void> {
    if (this.following) return
    this.following = true
    while (!this.closed && useDocument.getState().design !== this.present) {
      await this.bring(useDocument.getState())
    }
    this.following = false
  }

  private async bring({ id, design }: { readonly id: string; readonly design: Design }): Promise<void> {
    const other = id !== this.id || this.present === null
    if (id !== this.id) this.keep()
    const draft = other ? draftOf(id) : undefined
    if (other) this.begin(id)
    const edited = other ? draft !== undefined : this.state.kind !== 'same'
    const mine = other ? (draft?.text ?? '') : this.text()
    const { turn } = this
    const written = await writtenText({ design, base: draft?.base ?? this.base, mine, edited })
    // Typed or drawn on meanwhile: it is asked again.
    if (this.closed || this.turn !== turn || useDocument.getState().design !== design) return
    this.present = design
    if (typeof written === 'string') return this.say({ kind: 'problems', problems: [{ ...START, text: written }] })
    this.base = written.base
    setWritable(this.view, true)
    follow(this.view, written.text ?? mine)
    if (written.text === null) this.say({ kind: 'apart', problems: this.state.problems })
    if (edited) return this.readSoon(0)
    showProblems(this.view, [])
    this.say(SAME)
  }

  /** Nothing is typed until the text of another design is there. */
  private begin(id: string): void {
    clearTimeout(this.timer)
    this.id = id
    this.base = ''
    setWritable(this.view, false)
    this.say(WRITING)
  }

  private readSoon(afterMs = REST_MS): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.read(), afterMs)
  }

  /** Makes what is typed the design. */
  private async read(): Promise<void> {
    const { turn, id, present } = this
    const taken = await takenText(this.text())
    // Typed or drawn on meanwhile: read again when the hand rests, or when what was drawn is in the text.
    if (present === null || this.turn !== turn || this.id !== id || useDocument.getState().design !== present) return
    if (!this.closed) showProblems(this.view, taken.ok ? [] : taken.problems)
    if (!taken.ok)
      return this.say({ kind: this.state.kind === 'apart' ? 'apart' : 'problems', problems: taken.problems })
    const design = sharing(present, taken.design)
    if (design !== present) {
      this.present = design
      this.base = taken.base
      useDocument.getState().replace(design, { undoable: true, step: 'edit the text' })
    }
    this.say(SAME)
    if (this.closed) keepDraft(id, null)
  }

  /** Remembers a text that is not the design, until it is shown again. */
  private keep(): void {
    if (this.present === null) return
    const apart = this.state.kind !== 'same' && this.state.kind !== 'writing'
    keepDraft(this.id, apart ? { text: this.text(), base: this.base } : null)
  }

  private text(): string {
    return this.view.state.doc.toString()
  }

  private say(state: TextState): void {
    this.state = state
    if (!this.closed) this.tell(state)
  }
}

const SAME: TextState = { kind: 'same', problems: [] }
const WRITING: TextState = { kind: 'writing', problems: [] }
const START = { from: 0, to: 0, line: 1 }
/** Milliseconds without a key after which a text is read: one step of undo. */
const REST_MS = 500
