/** The LACP system offered to a new pair: a locally administered address for each domain number. */
export function pairSystemMac(number: number): string {
  const byte = (value: number) => (value & 0xff).toString(16).padStart(2, '0')
  return `02:00:00:01:${byte(number >> 8)}:${byte(number)}`
}
