/** A label within a sentence: its first letter is small, unless its first word is an abbreviation. */
export function lowered(label: string): string {
  return /^[A-Z][A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
