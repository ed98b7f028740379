import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFragment, encodeFragment } from './shareLink.ts'

test('what goes into a link comes out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
      expect(decodeFragment(encodeFragment(text))).toBe(text)
    }),
    { seed: 20_261_124 },
  )
})

test('a link uses only characters that survive mail and chat', () => {
  expect(encodeFragment('{"title":"ä/ö+ü?"}'.repeat(50))).toMatch(/^d=[A-Za-z0-9_-]+$/)
})

test('a damaged link gives nothing and does not throw', () => {
  const whole = encodeFragment(JSON.stringify({ version: 1, title: 'x'.repeat(500), list: [...Array(200).keys()] }))
  expect(decodeFragment(whole.slice(0, -9))).toBeNull()
  expect(decodeFragment('d=%%%')).toBeNull()
  expect(decodeFragment('d=')).toBeNull()
  fc.assert(
    fc.property(fc.string(), (junk) => {
      expect(() => decodeFragment(`d=${junk}`)).not.toThrow()
    }),
    { seed: 20_261_124 },
  )
})

test('a small link that inflates without end is refused', () => {
  expect(decodeFragment(encodeFragment('a'.repeat(5_000_000)))).toBeNull()
})
