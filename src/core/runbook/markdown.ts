import { escaped, table } from '../report/markdownTable.ts'
import type { Part } from './parts.ts'

/** The plan as Markdown, for a change ticket or a repository. */
export function partsMarkdown(parts: readonly Part[]): string {
  return parts.map(written).join('\n\n').concat('\n')
}

function written(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${escaped(part.text)}`
    case 'text':
      return escaped(part.text)
    case 'list':
      return part.items.map((item, at) => `${part.ordered ? `${at + 1}.` : '-'} ${escaped(item)}`).join('\n')
    case 'table':
      return table(part.head, part.rows)
    case 'lines':
      return `${escaped(part.title)}\n\n${part.lines.map((line) => `    ${line}`).join('\n')}`
  }
}
