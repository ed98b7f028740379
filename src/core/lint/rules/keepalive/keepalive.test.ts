import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import { casesOf, idsOf, onEach, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { edited, pairWith, withLinks, without } from '../../testing/designs.ts'
import { keepaliveOwnPath } from './ownPath.ts'
import { keepalivePresent } from './present.ts'

const PEER_LINK = /p5[34]-leaf/
const keepalive = without(({ use }) => use === 'keepalive')

const CASES: readonly RuleCases[] = [
  {
    rule: keepalivePresent,
    valid: {
      'a keepalive over a management switch': pairWith(),
      'a direct one': edited(pairWith(keepalive), {
        type: 'connect',
        from: { device: toId('leaf-a'), port: { kind: 'management', index: 1 } },
        to: { device: toId('leaf-b'), port: { kind: 'management', index: 1 } },
        bond: 'never',
      }),
    },
    invalid: {
      ...onEach((vendor) => pairWith(keepalive, vendor)),
      'a cable that leads nowhere': pairWith(without(({ id }) => id.includes('leaf-b-m1'))),
    },
  },
  {
    rule: keepaliveOwnPath,
    valid: {
      'cables that share nothing': pairWith(),
      'a keepalive with half of the peer-link': pairWith(
        withLinks(
          ({ id, use }) => /p53-leaf/.test(id) || use === 'keepalive',
          () => ({ conduit: 'duct-1' }),
        ),
      ),
    },
    invalid: onEach((vendor) =>
      pairWith(
        withLinks(
          ({ id, use }) => PEER_LINK.test(id) || use === 'keepalive',
          () => ({ conduit: 'duct-1' }),
        ),
        vendor,
      ),
    ),
  },
]

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design) => {
  expect(wrongWithInvalid(rule, design)).toEqual([])
})

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('keepalive'))
})
