import { expect, test } from 'vitest'
import { networkOf } from '../../core/model/network.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { findsOf, holds } from './finds.ts'

/** What is found first under some words. */
function found(words: string): readonly string[] {
  const topology = TEMPLATES[0]?.build().topology
  if (topology === undefined) throw new Error('There is no template')
  const wanted = words.toLowerCase().split(' ')
  return findsOf(networkOf(topology))
    .filter(({ text, kind, also }) => holds(`${text} ${kind} ${also}`, wanted))
    .map(({ key }) => key)
}

test.each([
  ['domain 10', 'select domain domain-leafs'],
  ['00:00:5e:00:53:0a', 'select device leaf-a'],
  ['0000.5e00.530a', 'select device leaf-a'],
  ['10.0.10.11', 'select device srv-1'],
  ['mlag id 12', 'select bond bond-srv-2'],
  ['port leaf-a ethernet1/2', 'select port leaf-a-p2'],
  ['vlan 10', 'vlan 10'],
])('%s', (words, key) => {
  expect(found(words)).toContain(key)
})

test('what nothing is called is not found', () => {
  expect(found('00:00:5e:00:53:99')).toEqual([])
})
