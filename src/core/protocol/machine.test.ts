import { expect, test } from 'vitest'
import { always, nextState } from './machine.ts'
import type { Row } from './machine.ts'

type Lamp = 'off' | 'on' | 'broken'
type Input = 'press' | 'check'
interface Bulb {
  readonly whole: boolean
}

// oxfmt-ignore
const TABLE: readonly Row<Lamp, Input, Bulb>[] = [
  ['*',   'check', (bulb) => !bulb.whole, 'broken'],
  ['off', 'press', always,                'on'],
  ['on',  'press', always,                'off'],
  ['on',  'press', always,                'broken'],
]

test('the first arrow that fits decides', () => {
  expect(nextState(TABLE, 'on', 'press', { whole: true })).toBe('off')
})

test('an arrow is taken only from its state, on its input and when its condition holds', () => {
  expect(nextState(TABLE, 'broken', 'press', { whole: true })).toBeUndefined()
  expect(nextState(TABLE, 'off', 'check', { whole: true })).toBeUndefined()
  expect(nextState(TABLE, 'off', 'check', { whole: false })).toBe('broken')
})

test('a global arrow is not taken again while its state lasts', () => {
  expect(nextState(TABLE, 'broken', 'check', { whole: false })).toBeUndefined()
})
