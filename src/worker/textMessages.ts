import type { ChangedDesign, TakenText, WrittenText } from '../core/text/designText.ts'

/** Page to the worker that turns designs into text and back. */
export type TextQuestion =
  | ({ readonly type: 'write' } & ChangedDesign)
  | { readonly type: 'take'; readonly text: string }

export type TextAnswer =
  | ({ readonly type: 'written' } & WrittenText)
  | { readonly type: 'taken'; readonly taken: TakenText }
  | { readonly type: 'failed'; readonly message: string }
