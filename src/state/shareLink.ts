import { deflateSync, Inflate } from 'fflate'

/** A design file's text as the fragment of a link: `d=` and deflate in base64url. */
export function encodeFragment(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 })
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `d=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The text that a fragment carries; null when it is damaged or would grow beyond any design. */
export function decodeFragment(fragment: string): string | null {
  try {
    const binary = atob(fragment.slice('d='.length).replaceAll('-', '+').replaceAll('_', '/'))
    return inflated(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
  } catch {
    return null
  }
}

/** Inflates piece by piece, so that a small link cannot fill the memory. */
function inflated(bytes: Uint8Array<ArrayBuffer>): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    text += decoder.decode(chunk, { stream: !final })
    ended = final
    if (text.length > TEXT_LIMIT) throw new RangeError('too large')
  })
  for (let at = 0; at < bytes.length; at += PIECE) {
    inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  }
  return ended ? text : null
}

/** Characters; the largest design the file format allows is smaller. */
const TEXT_LIMIT = 4_000_000
const PIECE = 4_096
