import { expect, test } from 'vitest'
import { memberKey, memberPortNumber, pairSystemId } from './identity.ts'

test.each([
  [1, '00:23:04:ee:be:01'],
  [10, '00:23:04:ee:be:0a'],
  [34, '00:23:04:ee:be:22'],
  [101, '00:23:04:ee:be:65'],
  [256, '00:23:04:ee:bf:00'],
])('vPC domain %i announces %s', (domain, system) => {
  expect(pairSystemId('cisco-domain-mac', domain, '00:00:5e:00:53:01', '')).toBe(system)
})

test.each([
  ['00:1c:73:34:45:3a', '02:1c:73:34:45:3a'],
  ['44:38:39:99:c7:9e', '46:38:39:99:c7:9e'],
])('a pair whose primary is %s announces %s', (mac, system) => {
  expect(pairSystemId('primary-mac-local-bit', 10, mac, '')).toBe(system)
})

test('keys and port numbers as captured from partners', () => {
  expect([4, 7, 11].map((id) => memberKey('channel-with-high-bit', id, 0))).toEqual([0x8004, 0x8007, 0x800b])
  expect(memberKey('channel', 12, 0)).toBe(12)
  expect([false, true].map((offset) => memberPortNumber('secondary-plus-0x4000', 8, offset))).toEqual([0x107, 0x4107])
  expect([false, true].map((offset) => memberPortNumber('secondary-plus-0x8000', 12, offset))).toEqual([12, 32_780])
  expect([false, true].map((offset) => memberPortNumber('secondary-plus-1000', 2, offset))).toEqual([2, 1002])
  expect([false, true].map((offset) => memberPortNumber('peer-times-16384', 3, offset))).toEqual([16_387, 32_771])
  expect(memberKey('forty-thousand-plus', 4, 0)).toBe(40_004)
  expect(memberKey('one-prefixed', 50, 0)).toBe(150)
})
