/**
 * Free text as it may stand behind `description` or in a comment: one line of plain ASCII without characters that a
 * CLI gives a meaning to (`?` asks for help, `|` pipes, `$` expands, quotes open a string, `!` starts a comment).
 * Letters with accents lose them; what has no ASCII form is left out. May come back empty.
 */
export function freeText(text: string, limit = 80): string {
  return text
    .slice(0, 10 * limit)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._,:()/+=@-]+/g, ' ')
    .trim()
    .slice(0, limit)
    .trimEnd()
}

/** A name or an address as one argument of a command. Names and addresses of a checked design come back unchanged. */
export function word(text: string): string {
  return text.replace(/[^A-Za-z0-9._:/-]+/g, '-').slice(0, 64)
}

/** A name as the stem of a file's name: no folders, no dots in front. */
export function fileStem(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '') || 'device'
}

/**
 * VLAN numbers as CLIs write them, "1,10-12,20", cut into lists short enough for one line each.
 * At least one list, which is empty for no VLANs.
 */
export function vlanLists(vlans: readonly number[], limit = 180): readonly string[] {
  const lists: string[] = []
  let list = ''
  for (const range of ranges(vlans)) {
    if (list !== '' && list.length + range.length >= limit) {
      lists.push(list)
      list = ''
    }
    list = list === '' ? range : `${list},${range}`
  }
  return [...lists, list]
}

/** A trunk's list of VLANs as NX-OS, IOS XE and EOS take it: the first part sets it, the others add to it. */
export function allowedStatements(vlans: readonly number[]): readonly string[] {
  const lists = vlans.length === 0 ? ['none'] : vlanLists(vlans)
  return lists.map((list, at) => `switchport trunk allowed vlan ${at === 0 ? '' : 'add '}${list}`)
}

/** VLAN numbers as VRP and Comware write them, "1 10 to 12 20", so many numbers or ranges on a line. None: no line. */
export function vlanWords(vlans: readonly number[], perLine = 10): readonly string[] {
  const all = ranges(vlans).map((range) => range.replace('-', ' to '))
  return Array.from({ length: Math.ceil(all.length / perLine) }, (_, at) =>
    all.slice(at * perLine, (at + 1) * perLine).join(' '),
  )
}

/** "0200-5e00-530a", as VRP and Comware write an address. */
export function macInThrees(mac: string): string {
  return (mac.replace(/[^0-9a-f]+/gi, '').match(/.{1,4}/g) ?? []).join('-')
}

/** "255.255.255.0" of 24. */
export function dottedMask(prefixLength: number): string {
  return [0, 8, 16, 24].map((before) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefixLength - before)))).join('.')
}

function ranges(vlans: readonly number[]): readonly string[] {
  const sorted = [...new Set(vlans)].sort((a, b) => a - b)
  const found: { first: number; last: number }[] = []
  for (const vlan of sorted) {
    const open = found.at(-1)
    if (open && vlan === open.last + 1) open.last = vlan
    else found.push({ first: vlan, last: vlan })
  }
  return found.flatMap(({ first, last }) => {
    if (first === last) return [`${first}`]
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first}-${last}`]
  })
}
