/** A page of `docs` as blocks: what its generator writes, no more of the language than that. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A piece of a line: plain, or as code. */
export interface Piece {
  readonly code: boolean
  readonly text: string
}

/** Reads headings, paragraphs and tables. The page's own title and its comments are left out. */
export function blocksOf(page: string): readonly Block[] {
  return page
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .flatMap((block) => blockOf(block))
}

/** A line in pieces; links within the project become what they name, for there is nothing here to open them. */
export function piecesOf(line: string): readonly Piece[] {
  const text = line.replaceAll(/\[(`?[^\]]+?`?)\]\([^)]*\)/g, '$1')
  return text
    .split('`')
    .map((part, at) => ({ code: at % 2 === 1, text: plain(part) }))
    .filter(({ text: part }) => part !== '')
}

/** Says the same without code marks. */
export function plainText(line: string): string {
  return piecesOf(line)
    .map(({ text }) => text)
    .join('')
}

function blockOf(block: string): readonly Block[] {
  const heading = /^(#{1,3}) (.+)$/.exec(block)
  if (heading !== null) {
    const [, marks = '', text = ''] = heading
    return marks === '#' ? [] : [{ kind: 'heading', level: marks === '##' ? 2 : 3, text: plainText(text) }]
  }
  if (block === '' || block.startsWith('<!--')) return []
  const lines = block.split('\n')
  if (lines[0]?.startsWith('|') !== true) return [{ kind: 'text', text: lines.join(' ') }]
  const [head = [], , ...rows] = lines.map(cellsOf)
  return [{ kind: 'table', head, rows }]
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}

function plain(text: string): string {
  return text.replaceAll('\\|', '|').replaceAll('&lt;', '<').replaceAll('**', '')
}
