import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PASSWORD_PLACEHOLDER } from '../../../core/vendors/secrets.ts'
import { wordingOf } from './wording.ts'

test('commands, what was drawn, free text, comments and secrets are told apart', () => {
  expect(told('  switchport trunk allowed vlan 1,10')).toEqual([
    ['command', '  switchport trunk allowed vlan '],
    ['value', '1,10'],
  ])
  expect(told('  description vPC 11: srv-1')).toEqual([
    ['command', '  description '],
    ['free', 'vPC 11: srv-1'],
  ])
  expect(told('! leaf-a, Cisco NX-OS')).toEqual([['comment', '! leaf-a, Cisco NX-OS']])
  expect(told(' password ' + PASSWORD_PLACEHOLDER).at(-1)).toEqual(['secret', PASSWORD_PLACEHOLDER])
  expect(told('interface Ethernet1/1')).toEqual([
    ['command', 'interface '],
    ['value', 'Ethernet1/1'],
  ])
})

test('no text loses a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(
        told(text)
          .map(([, part]) => part)
          .join(''),
      ).toBe(text)
    }),
    { seed: 20_261_129 },
  )
})

function told(text: string): (readonly [string, string])[] {
  return wordingOf(text).map(({ from, to, wording }) => [wording, text.slice(from, to)] as const)
}
