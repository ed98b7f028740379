import { decodeFragment, encodeFragment } from './shareLink.ts'

/**
 * A design inside a picture of itself: what a link's fragment carries, as an iTXt chunk of a PNG (PNG specification,
 * 11.3.4.5) or in the metadata element of an SVG.
 */
export type FoundDesign =
  | { readonly kind: 'found'; readonly text: string }
  /** A picture of ours whose design cannot be read any more. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'none' }

/** The bytes of a PNG with the design's text added behind its header. */
export function embedInPng(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const headerEnd = SIGNATURE.length + 12 + IHDR_LENGTH
  const chunk = textChunk(encodeFragment(text))
  const result = new Uint8Array(png.length + chunk.length)
  result.set(png.subarray(0, headerEnd))
  result.set(chunk, headerEnd)
  result.set(png.subarray(headerEnd), headerEnd + chunk.length)
  return result
}

/** The element that carries the design's text in an SVG. */
export function svgMetadata(text: string): string {
  return `<metadata><design xmlns="${NAMESPACE}">${encodeFragment(text)}</design></metadata>`
}

/** True for what begins as a PNG, a JPEG, a GIF, a WebP or an SVG. */
export function isPicture(bytes: Uint8Array): boolean {
  const starts = (...wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[index] === byte)
  return (
    starts(...SIGNATURE) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38) || isWebp(bytes) || isSvg(bytes)
  )
}

/** The design's text that a picture carries. Never throws, whatever the bytes. */
export function designInPicture(bytes: Uint8Array): FoundDesign {
  const carried = SIGNATURE.every((byte, index) => bytes[index] === byte) ? pngText(bytes) : svgText(bytes)
  if (carried === null) return { kind: 'none' }
  const text = carried.startsWith('d=') ? decodeFragment(carried) : null
  return text === null ? { kind: 'damaged' } : { kind: 'found', text }
}

function textChunk(text: string): Uint8Array {
  // Keyword, null, not compressed, method 0, no language, no translated keyword, text.
  const data = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${text}`)
  const chunk = new Uint8Array(data.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode('iTXt'), 4)
  chunk.set(data, 8)
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

function pngText(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin = new TextDecoder('latin1')
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (latin.decode(bytes.subarray(at + 4, at + 8)) === 'iTXt') {
      const content = new TextDecoder().decode(data)
      if (content.startsWith(`${KEYWORD}\0`)) return content.slice(KEYWORD.length + 5)
    }
    at += length + 12
  }
  return null
}

function svgText(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes)
  const start = text.indexOf(`<design xmlns="${NAMESPACE}">`)
  if (start < 0) return null
  const from = text.indexOf('>', start) + 1
  const end = text.indexOf('</design>', from)
  return text.slice(from, end < 0 ? undefined : end).trim()
}

function isSvg(bytes: Uint8Array): boolean {
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/.test(
    new TextDecoder().decode(bytes.subarray(0, 2_000)),
  )
}

function isWebp(bytes: Uint8Array): boolean {
  return /^RIFF....WEBP/s.test(new TextDecoder('latin1').decode(bytes.subarray(0, 12)))
}

/** CRC of PNG chunks: PNG specification, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const IHDR_LENGTH = 13
const KEYWORD = 'mlag-studio'
const NAMESPACE = 'urn:mlag-studio:design'
