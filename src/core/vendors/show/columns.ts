/** Text in columns of given widths, one blank between them; the last column is not padded. */
export function columns(widths: readonly number[], cells: readonly (string | number)[]): string {
  const padded = cells.map((cell, at) => String(cell).padEnd(at === cells.length - 1 ? 0 : (widths[at] ?? 0)))
  return padded.join(' ').trimEnd()
}

/** `name   : value`, as most platforms print facts. */
export function fact(width: number, name: string, value: string | number, separator = ': '): string {
  return `${name.padEnd(width)}${separator}${value}`.trimEnd()
}

/** Text cut into pieces of at most so many characters; at least one. */
export function folded(text: string, width: number): readonly string[] {
  const pieces = text.match(new RegExp(`.{1,${width}}`, 'g'))
  return pieces ?? ['']
}

/** Bits of a LACP state octet, lowest first. Source: IEEE 802.1AX-2020, 6.4.2.3. */
export const LACP_BIT = {
  activity: 0x01,
  timeout: 0x02,
  aggregation: 0x04,
  synchronization: 0x08,
  collecting: 0x10,
  distributing: 0x20,
  defaulted: 0x40,
  expired: 0x80,
} as const

export function has(state: number, bit: keyof typeof LACP_BIT): boolean {
  return (state & LACP_BIT[bit]) !== 0
}

/** `0x3d`. */
export function hex(number: number, digits = 1): string {
  return `0x${number.toString(16).padStart(digits, '0')}`
}
