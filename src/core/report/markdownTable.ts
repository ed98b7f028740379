/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

/** Names and labels are text, whatever they hold. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, (char) => `\\${char}`).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
