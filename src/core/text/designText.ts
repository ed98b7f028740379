import type { Design } from '../model/design.ts'
import { saveDocument } from '../model/document.ts'
import { merged } from './merge.ts'
import { readYaml, type TextProblem, toYaml } from './yamlText.ts'

/** A design that changed while its text was open. */
export interface ChangedDesign {
  readonly design: Design
  /** What the text was written from, and what it says now; both empty for a text that is opened. */
  readonly base: string
  readonly mine: string
  /** The text holds something that was typed and has not become the design. */
  readonly edited: boolean
}

export interface WrittenText {
  /** The design's own text. */
  readonly base: string
  /** The text with the change brought in; null where both changed the same lines. */
  readonly text: string | null
}

export type TakenText =
  | { readonly ok: true; readonly design: Design; readonly base: string }
  | { readonly ok: false; readonly problems: readonly TextProblem[] }

/** Brings a changed design into its text, whose comments and order stay where they can. */
export function writeText({ design, base, mine, edited }: ChangedDesign): WrittenText {
  const theirs = toYaml(design)
  const text = merged(base, theirs, mine)
  // A merged text stands for the design only if it reads as that.
  return { base: theirs, text: edited || (text !== null && isText(text, design)) ? text : theirs }
}

/** The design that a text says, or what is wrong with it. */
export function takeText(text: string): TakenText {
  const read = readYaml(text)
  return read.ok ? { ...read, base: toYaml(read.design) } : read
}

function isText(text: string, design: Design): boolean {
  const result = readYaml(text)
  return result.ok && saveDocument(result.design) === saveDocument(design)
}
