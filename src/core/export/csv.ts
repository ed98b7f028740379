/**
 * Comma-separated values with a heading line, CRLF, quotes where needed. Source: RFC 4180. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front; see OWASP, "CSV Injection".
 */
export function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  const safe = /^\s*[=+\-@|%]/.test(plain) ? `'${plain}` : plain
  return /[",;']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
