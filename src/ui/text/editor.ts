import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, Transaction } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { complete } from './complete.ts'
import { replacements } from '../../core/text/merge.ts'
import { THEME } from './theme.ts'
import type { TextProblem } from '../../core/text/yamlText.ts'

/** The editor of the design's text. `onTyped` is called after every change that the user made. */
export function textEditor(parent: HTMLElement, text: string, onTyped: () => void): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        indentOnInput(),
        closeBrackets(),
        yaml(),
        syntaxHighlighting(HIGHLIGHT),
        autocompletion({ override: [complete], icons: false }),
        // Tab leaves the editor as it leaves every other part of the page; Ctrl ] and Ctrl [ indent.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        THEME,
        writable.of(EditorState.readOnly.of(true)),
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': 'Design as YAML', spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((step) => step.annotation(fromDesign) === true)) onTyped()
        }),
      ],
    }),
  })
}

/** Whether one may type; not before there is a text. */
export function setWritable(view: EditorView, may: boolean): void {
  if (view.state.readOnly === may) view.dispatch({ effects: writable.reconfigure(EditorState.readOnly.of(!may)) })
}

/** Brings the text to what the design says now. What stays keeps cursor and folds, and typing has its own undo. */
export function follow(view: EditorView, text: string): void {
  const changes = replacements(view.state.doc.toString(), text)
  if (changes.length === 0) return
  view.dispatch({
    changes: [...changes],
    annotations: [fromDesign.of(true), Transaction.addToHistory.of(false)],
  })
}

export function showProblems(view: EditorView, problems: readonly TextProblem[]): void {
  const end = view.state.doc.length
  const diagnostics = problems.map(({ from, to, text }) => ({
    from: Math.min(from, end),
    to: Math.min(to, end),
    severity: 'error' as const,
    message: text,
  }))
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

/** Puts the cursor somewhere and shows it. */
export function goTo(view: EditorView, from: number, to = from): void {
  view.dispatch({
    selection: { anchor: Math.min(to, view.state.doc.length), head: Math.min(from, view.state.doc.length) },
    effects: EditorView.scrollIntoView(Math.min(from, view.state.doc.length), { y: 'center' }),
  })
}

const writable = new Compartment()
const fromDesign = Annotation.define<boolean>()

const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink)', fontWeight: '600' },
  { tag: [tags.string, tags.content, tags.number, tags.bool], color: 'var(--ink-2)' },
  { tag: [tags.comment, tags.punctuation, tags.separator, tags.bracket, tags.meta], color: 'var(--ink-3)' },
])
