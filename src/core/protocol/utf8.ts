/** Text as UTF-8; half a surrogate pair becomes the replacement character. Source: RFC 3629. */
export function utf8(text: string): Uint8Array {
  const octets: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT
    const code = point >= FIRST_SURROGATE && point <= LAST_SURROGATE ? REPLACEMENT : point
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3
    octets.push(more === 0 ? code : (LEAD[more] ?? 0) | (code >> (6 * more)))
    for (let left = more - 1; left >= 0; left -= 1) octets.push(0x80 | ((code >> (6 * left)) & 0x3f))
  }
  return Uint8Array.from(octets)
}

/** UTF-8 as text; what is none becomes replacement characters. Never throws. */
export function fromUtf8(octets: Uint8Array): string {
  let text = ''
  for (let at = 0; at < octets.length;) {
    const [code, length] = characterAt(octets, at)
    text += String.fromCodePoint(code)
    at += length
  }
  return text
}

function characterAt(octets: Uint8Array, at: number): readonly [code: number, octets: number] {
  const first = octets[at] ?? 0
  if (first < 0x80) return [first, 1]
  const more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : 1
  if (first < 0xc0 || first >= 0xf8) return [REPLACEMENT, 1]
  let code = first & (0x3f >> more)
  for (let left = 1; left <= more; left += 1) {
    const next = octets[at + left]
    if (next === undefined || next >> 6 !== 2) return [REPLACEMENT, 1]
    code = (code << 6) | (next & 0x3f)
  }
  const least = [0, 0x80, 0x800, 0x1_0000][more] ?? 0
  const surrogate = code >= FIRST_SURROGATE && code <= LAST_SURROGATE
  return code < least || code > LAST_POINT || surrogate ? [REPLACEMENT, 1] : [code, more + 1]
}

const REPLACEMENT = 0xfffd
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff
const LAST_POINT = 0x10_ffff
/** First octet of a character with so many more. */
const LEAD: readonly number[] = [0, 0xc0, 0xe0, 0xf0]
