import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dottedMask, fileStem, freeText, macInThrees, vlanLists, vlanWords, word } from './text.ts'

test('free text keeps what a CLI takes and loses what it interprets', () => {
  expect(freeText('  Web-Server, Rack 4 (Zürich)  ')).toBe('Web-Server, Rack 4 (Zurich)')
  expect(freeText('a\r\nno feature vpc !? | "b" $(HOSTNAME) \u2028 c')).toBe('a no feature vpc b (HOSTNAME) c')
  expect(freeText('服务器')).toBe('')
  expect(freeText(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79))
})

test('free text is one line of at most 80 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(freeText(text)).toMatch(/^([\w.,:()/+=@-][\w .,:()/+=@-]{0,79})?$/)
    }),
    { seed: 20_261_124 },
  )
})

test('checked names and addresses pass unchanged, others become one word', () => {
  expect([word('leaf-a_1.dc'), word('10.0.0.1'), word('2001:db8::1'), word('Ethernet1/1')]).toEqual([
    'leaf-a_1.dc',
    '10.0.0.1',
    '2001:db8::1',
    'Ethernet1/1',
  ])
  expect(word('a b\nc')).toBe('a-b-c')
  expect([fileStem('leaf-a'), fileStem('..'), fileStem('../a\\b')]).toEqual(['leaf-a', 'device', '-a-b'])
})

test('VLANs are sorted, joined to ranges and cut into lines', () => {
  expect(vlanLists([12, 10, 11, 1, 2, 30, 30])).toEqual(['1,2,10-12,30'])
  expect(vlanLists([])).toEqual([''])
  expect(vlanLists([1, 3, 5, 7], 4)).toEqual(['1,3', '5,7'])
})

test('VRP and Comware write VLANs, addresses and masks their own way', () => {
  expect(vlanWords([1, 12, 10, 11, 20])).toEqual(['1 10 to 12 20'])
  expect(vlanWords([])).toEqual([])
  expect(vlanWords(Array.from({ length: 12 }, (_, at) => 2 * at + 1))).toEqual(['1 3 5 7 9 11 13 15 17 19', '21 23'])
  expect(macInThrees('02:00:5e:00:53:0A')).toBe('0200-5e00-530A')
  expect([0, 8, 23, 24, 30, 32].map(dottedMask)).toEqual([
    '0.0.0.0',
    '255.0.0.0',
    '255.255.254.0',
    '255.255.255.0',
    '255.255.255.252',
    '255.255.255.255',
  ])
})
