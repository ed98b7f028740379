import { PASSWORD_PLACEHOLDER } from '../../../core/vendors/secrets.ts'

/** `command`: words of the platform; `value`: what was drawn; `free`: a description; `secret`: to be put in by hand. */
export type Wording = 'comment' | 'command' | 'value' | 'free' | 'secret'

export interface Span {
  readonly from: number
  readonly to: number
  readonly wording: Wording
}

/** A line of any platform in spans that follow each other without gaps. */
export function wordingOf(text: string): readonly Span[] {
  if (/^\s*[!#]( |$)/.test(text)) return [{ from: 0, to: text.length, wording: 'comment' }]
  const free = FREE.exec(text)
  const end = free === null ? text.length : free.index + free[0].length
  const spans: Span[] = []
  const add = (to: number, wording: Wording): void => {
    const from = spans.at(-1)?.to ?? 0
    if (to > from) spans.push({ from, to, wording })
  }
  for (const { 0: word, index } of text.slice(0, end).matchAll(VALUE)) {
    add(index, 'command')
    add(index + word.length, word.includes(PASSWORD_PLACEHOLDER) ? 'secret' : 'value')
  }
  add(end, 'command')
  add(text.length, 'free')
  return spans
}

/** Anything with a digit is a number, an address, a port or a name that was drawn; so is what stands in quotes. */
const VALUE = /"[^"]*"|[^\s="{}[\],]*\d[^\s="{}[\]]*/g
/** What follows is for people to read. */
const FREE = /^\s*(?:set .* )?(?:description|name) /
