import { expect, test } from 'vitest'
import { failureById } from './index.ts'
import { optionWords } from './optionWords.ts'

test.each([
  ['device-reload', { gap: '2', boot: '60' }, ['gap 2 s', 'boot 60 s']],
  ['link-loss', { percent: '5' }, ['5 %']],
  ['link-flap', { period: '10', down: '2', count: '5' }, ['period 10 s', 'down 2 s', 'count 5 times']],
  ['link-silent', { dir: 'both' }, ['both ways']],
  ['link-one-way', { dir: 'from', rfi: 'off' }, ['dir from', 'rfi off']],
  ['config-drift', { what: 'native-vlan', bond: '0' }, ['native VLAN']],
  ['config-drift', { what: 'mtu', bond: '12' }, ['MTU', 'bond 12']],
  ['cable-in-wrong-port', { with: 'next' }, []],
  ['cable-in-wrong-port', { with: 'Ethernet1/2' }, ['with Ethernet1/2']],
  ['nobody', { what: 'ever' }, ['what ever']],
])('%s %j reads %j', (id, options, words) => {
  expect(optionWords(failureById(id), options)).toEqual(words)
})
