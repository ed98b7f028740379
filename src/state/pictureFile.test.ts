import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { designInPicture, embedInPng, isPicture, svgMetadata } from './pictureFile.ts'

/** One grey pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBUKIx2wAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)
const TEXT = '{"format":"mlag-studio","title":"Kärnten"}\n'

test('a design goes into a PNG and comes out again; the picture stays whole', () => {
  const png = embedInPng(PNG, TEXT)
  expect(designInPicture(png)).toEqual({ kind: 'found', text: TEXT })
  expect(png.length).toBeGreaterThan(PNG.length)
  expect([...png.subarray(-12)]).toEqual([...PNG.subarray(-12)])
})

test.skipIf(typeof crc32 !== 'function')('the chunk carries the CRC that PNG readers check', () => {
  const png = embedInPng(PNG, TEXT)
  const view = new DataView(png.buffer)
  const length = view.getUint32(33)
  expect(view.getUint32(33 + 8 + length)).toBe(crc32(png.subarray(37, 33 + 8 + length)))
})

test('a design goes into an SVG and comes out again', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${svgMetadata(TEXT)}<rect/></svg>`
  expect(designInPicture(new TextEncoder().encode(svg))).toEqual({ kind: 'found', text: TEXT })
})

test('pictures without a design, damaged ones and other bytes say so', () => {
  expect(designInPicture(PNG)).toEqual({ kind: 'none' })
  expect(designInPicture(new Uint8Array())).toEqual({ kind: 'none' })
  const png = embedInPng(PNG, TEXT)
  expect(designInPicture(png.subarray(0, 70))).toEqual({ kind: 'damaged' })
  const svg = new TextEncoder().encode(`<svg>${svgMetadata(TEXT)}`)
  expect(designInPicture(svg.subarray(0, -40)).kind).toBe('damaged')
})

test('pictures are told from other files', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  expect(isPicture(PNG)).toBe(true)
  expect(isPicture(text('<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1">'))).toBe(true)
  expect(isPicture(text('{"format":"mlag-studio"}'))).toBe(false)
  expect(isPicture(text('interface Ethernet1/1'))).toBe(false)
  expect(isPicture(new Uint8Array())).toBe(false)
})
