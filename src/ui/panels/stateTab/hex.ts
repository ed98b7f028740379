/** Hex as an engineer reads it: `0x3d`, `0x800b`. */
export function hex(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`
}
