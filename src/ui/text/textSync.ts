import type { EditorView } from '@codemirror/view'
import type { Design } from '../../core/model/design.ts'
import { saveDocument } from '../../core/model/document.ts'
import { useDocument } from '../../state/documentStore.ts'
import { follow, showProblems } from './editor.ts'
import { merged } from './merge.ts'
import { readYaml, type TextProblem, toYaml } from './yamlText.ts'

/** How text and canvas stand to each other. */
export interface TextState {
  /** `apart`: what is typed cannot be read yet, and the canvas changed the same lines meanwhile. */
  readonly kind: 'same' | 'typing' | 'problems' | 'apart'
  readonly problems: readonly TextProblem[]
}

/**
 * Keeps the text and the drawn design the same, both ways. A text that cannot be read leaves the design alone and stays
 * as it is until it can; it is kept when the pane closes or another design is opened.
 */
export class TextSync {
  private readonly view: EditorView
  private readonly tell: (state: TextState) => void
  /** The text of the design as the editor knows it. */
  private base: string
  private present = useDocument.getState().design
  private id = useDocument.getState().id
  private state: TextState = SAME
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly stop: () => void

  constructor(view: EditorView, tell: (state: TextState) => void) {
    this.view = view
    this.tell = tell
    this.base = toYaml(this.present)
    this.restore()
    this.stop = useDocument.subscribe(({ id, design }) => {
      if (design !== this.present) this.designChanged(id, design)
    })
  }

  /** After a change by hand: read when the hand rests. */
  typed(): void {
    if (this.state.kind === 'same') this.say({ kind: 'typing', problems: [] })
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.read(), REST_MS)
  }

  /** Reads what is typed and not read yet. */
  read(): void {
    clearTimeout(this.timer)
    const text = this.text()
    const result = readYaml(text)
    showProblems(this.view, result.ok ? [] : result.problems)
    if (!result.ok)
      return this.say({ kind: this.state.kind === 'apart' ? 'apart' : 'problems', problems: result.problems })
    const before = saveDocument(this.present)
    if (saveDocument(result.design) !== before) {
      const design = sharing(this.present, result.design)
      this.present = design
      this.base = toYaml(design)
      useDocument.getState().replace(design, { undoable: true, step: 'edit the text' })
    }
    this.say(SAME)
  }

  /** Gives up what was typed and cannot be read. */
  discard(): void {
    clearTimeout(this.timer)
    follow(this.view, this.base)
    showProblems(this.view, [])
    this.say(SAME)
  }

  close(): void {
    if (this.state.kind === 'typing') this.read()
    clearTimeout(this.timer)
    this.keep()
    this.stop()
  }

  private designChanged(id: string, design: Design): void {
    if (this.state.kind === 'typing') clearTimeout(this.timer)
    const theirs = toYaml(design)
    if (id !== this.id) {
      this.keep()
      this.id = id
      this.present = design
      this.base = theirs
      return this.restore()
    }
    const mine = this.text()
    const text = merged(this.base, theirs, mine)
    this.present = design
    this.base = theirs
    if (this.state.kind === 'same') {
      follow(this.view, text !== null && isText(text, design) ? text : theirs)
      return
    }
    if (text === null) return this.say({ kind: 'apart', problems: this.state.problems })
    follow(this.view, text)
    this.read()
  }

  /** Remembers a text that cannot be read, until it is shown again. */
  private keep(): void {
    if (this.state.kind === 'same') DRAFTS.delete(this.id)
    else DRAFTS.set(this.id, { text: this.text(), base: this.base })
  }

  private restore(): void {
    const draft = DRAFTS.get(this.id)
    const text = draft === undefined ? null : merged(draft.base, this.base, draft.text)
    follow(this.view, text ?? draft?.text ?? this.base)
    this.say(draft === undefined ? SAME : { kind: text === null ? 'apart' : 'typing', problems: [] })
    showProblems(this.view, [])
    if (draft !== undefined) this.read()
  }

  private text(): string {
    return this.view.state.doc.toString()
  }

  private say(state: TextState): void {
    this.state = state
    this.tell(state)
  }
}

/** A text made by merging stands for the design only if it reads as that. */
function isText(text: string, design: Design): boolean {
  const result = readYaml(text)
  return result.ok && saveDocument(result.design) === saveDocument(design)
}

/** Parts that did not change stay the same objects: a new title or a moved device begins no new run. */
function sharing(before: Design, after: Design): Design {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  return {
    ...after,
    topology: same(before.topology, after.topology) ? before.topology : after.topology,
    layout: same(before.layout, after.layout) ? before.layout : after.layout,
  }
}

const SAME: TextState = { kind: 'same', problems: [] }
/** Texts that cannot be read, by the design they are about. */
const DRAFTS = new Map<string, { readonly text: string; readonly base: string }>()
/** Milliseconds without a key after which a text is read: one step of undo. */
const REST_MS = 500
