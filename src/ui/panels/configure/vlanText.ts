/** A list of VLANs as an engineer types it, `10,20-22`; null when it is none. */
export function parseVlans(text: string): readonly number[] | null {
  if (text.trim() === '') return []
  const found = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?$/.exec(part)
    if (match === null) return null
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (first < 1 || last > 4094 || first > last) return null
    for (let vlan = first; vlan <= last; vlan++) found.add(vlan)
  }
  return [...found].sort((a, b) => a - b)
}

/** The same list in its shortest form. */
export function vlanText(vlans: readonly number[]): string {
  const sorted = [...new Set(vlans)].sort((a, b) => a - b)
  const ranges: string[] = []
  for (let at = 0; at < sorted.length;) {
    let end = at
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    const [first, last] = [sorted[at], sorted[end]]
    ranges.push(end === at ? `${first}` : `${first}${end === at + 1 ? ',' : '-'}${last}`)
    at = end + 1
  }
  return ranges.join(',')
}
