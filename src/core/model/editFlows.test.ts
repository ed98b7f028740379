import { expect, test } from 'vitest'
import { edited, EMPTY, HOST, message, template } from './testing/editing.ts'
import type { Design } from './design.ts'

const ALL = { type: 'generate-flows', pattern: 'all-pairs' } as const
const ROUND = { type: 'generate-flows', pattern: 'neighbours' } as const

test('all pairs: each server with each other one, where there is no flow yet', () => {
  const design = template('basic-pair')
  const between = edited({ ...design, topology: { ...design.topology, flows: [] } }, ALL)
  expect(pairs(between)).toEqual([
    'srv-1 srv-2',
    'srv-1 orphan-a',
    'srv-1 orphan-b',
    'srv-2 orphan-a',
    'srv-2 orphan-b',
    'orphan-a orphan-b',
  ])
  expect(new Set(between.topology.flows.map(({ id }) => id)).size).toBe(6)
  expect(message(between, ALL)).toBe('These servers exchange probes already.')
})

test('neighbours: each server with the next, round the design, two of them once', () => {
  const hosts = (count: number) => edited(EMPTY, ...Array.from({ length: count }, () => HOST), ROUND)
  expect(pairs(hosts(3))).toEqual(['srv-1 srv-2', 'srv-2 srv-3', 'srv-3 srv-1'])
  expect(pairs(hosts(2))).toEqual(['srv-1 srv-2'])
  expect(message(edited(EMPTY, HOST), ROUND)).toMatch(/already/)
})

test('more flows than a design may have are refused whole', () => {
  const many = edited(EMPTY, ...Array.from({ length: 64 }, () => HOST))
  expect(message(many, ALL)).toBe('A design holds at most 2000 flows.')
})

function pairs({ topology }: Design): readonly string[] {
  return topology.flows.map(({ from, to }) => `${from} ${to}`)
}
