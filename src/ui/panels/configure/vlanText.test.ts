import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseVlans, vlanText } from './vlanText.ts'

test('a list of VLANs is read as it is typed', () => {
  expect(parseVlans('10, 20-22,30')).toEqual([10, 20, 21, 22, 30])
  expect(parseVlans('')).toEqual([])
})

test('what is no list of VLANs is refused', () => {
  for (const text of ['0', '4095', '30-20', '10,,20', 'all', '1 0', '-5']) expect(parseVlans(text)).toBeNull()
})

test('writing and reading are each other’s inverse', () => {
  const vlans = fc.uniqueArray(fc.integer({ min: 1, max: 4094 }), { maxLength: 60 })
  fc.assert(
    fc.property(vlans, (list) => {
      expect(parseVlans(vlanText(list))).toEqual([...list].sort((a, b) => a - b))
    }),
    { seed: 20_261_124 },
  )
})
