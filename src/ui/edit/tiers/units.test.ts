import { expect, test } from 'vitest'
import { networkOf } from '../../../core/model/network.ts'
import { TEMPLATES } from '../../../core/templates/index.ts'
import { edgesOf, unitsOf } from './units.ts'

const net = (id: string) => networkOf(TEMPLATES.find((template) => template.id === id)!.build().topology)

test('a pair is one unit above its servers and below its management switch', () => {
  const pair = net('basic-pair')
  expect(unitsOf(pair)).toContainEqual({ id: 'domain-leafs', devices: ['leaf-a', 'leaf-b'] })
  expect(edgesOf(pair)).toContainEqual({ from: 'domain-leafs', to: 'srv-1' })
  expect(edgesOf(pair)).toContainEqual({ from: 'mgmt-1', to: 'domain-leafs' })
  expect(edgesOf(pair)).toHaveLength(5)
})

test('a spine is above its leafs even where a server hangs on it, and core above distribution above access', () => {
  expect(edgesOf(net('back-to-back'))).toContainEqual({ from: 'domain-spines', to: 'domain-leafs' })
  const campus = edgesOf(net('core-distribution'))
  expect(campus).toContainEqual({ from: 'domain-core', to: 'domain-distribution' })
  expect(campus).toContainEqual({ from: 'domain-distribution', to: 'access-1' })
})

test('no template goes round in circles: what is above stays above', () => {
  for (const { id } of TEMPLATES) {
    const edges = edgesOf(net(id))
    const below = new Map<string, Set<string>>()
    for (const { from, to } of edges) below.set(from, (below.get(from) ?? new Set()).add(to))
    const reach = (from: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(from)
      for (const to of below.get(from) ?? []) reach(to, [...seen, from])
    }
    for (const from of below.keys()) reach(from, [])
  }
})
