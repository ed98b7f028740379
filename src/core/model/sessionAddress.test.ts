import { expect, test } from 'vitest'
import { addressRank } from './sessionAddress.ts'

test('the octet that weighs most decides which address is lower', () => {
  const lower = (reversed: boolean) => addressRank('10.0.1.1', reversed) < addressRank('10.0.0.200', reversed)
  expect([lower(false), lower(true)]).toEqual([false, true])
  expect(addressRank('1.2.3.4', false)).toBe(0x01020304)
  expect(addressRank('1.2.3.4', true)).toBe(0x04030201)
})
