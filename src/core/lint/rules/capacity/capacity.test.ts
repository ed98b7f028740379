import { expect, test } from 'vitest'
import { casesOf, idsOf, neverPlayed, wrongWithInvalid, wrongWithValid, type RuleCases } from '../../testing/cases.ts'
import { both, named, pairWith, withLinks, without } from '../../testing/designs.ts'
import { capacityPeerLinkBonds } from './peerLinkBonds.ts'
import { capacityPeerLinkOrphans } from './peerLinkOrphans.ts'
import { capacityPorts } from './ports.ts'

const peerSpeed = (speedGbps: number) => withLinks(named(/p5[34]-leaf/), () => ({ speedGbps }))

const CASES: readonly RuleCases[] = [
  {
    rule: capacityPeerLinkBonds,
    valid: { 'a larger peer-link': pairWith() },
    invalid: { 'a smaller peer-link': pairWith(peerSpeed(10)) },
  },
  {
    rule: capacityPeerLinkOrphans,
    valid: { 'a larger peer-link': pairWith(), 'no orphans': pairWith(both(peerSpeed(10), without(named(/orphan/)))) },
    invalid: { 'a smaller peer-link': pairWith(peerSpeed(10)) },
  },
  {
    rule: capacityPorts,
    valid: { 'ports of the model': pairWith() },
    invalid: {
      'a port beyond': pairWith((topology) => ({
        ...topology,
        ports: topology.ports.map((port) =>
          port.name === 'Ethernet1/3' ? { ...port, name: 'Ethernet1/99', index: 99 } : port,
        ),
      })),
    },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('capacity'))
})

test('every rule plays what it prevents, or says why it cannot', () => {
  expect(neverPlayed(CASES)).toEqual([])
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design, valid) => {
  expect(wrongWithInvalid(rule, design, valid)).toEqual([])
})
