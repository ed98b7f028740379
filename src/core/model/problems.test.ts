import { expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import type { Point } from './design.ts'
import { toId } from './ids.ts'
import { documentProblems } from './problems.ts'
import { codes } from './testing/problems.ts'

test('every device has a place and every place a device', () => {
  const design = TEMPLATES[0]!.build()
  const { 'leaf-a': _, ...layout } = design.layout as Readonly<Record<string, Point>>
  expect(codes({ ...design, layout })).toEqual(['missing-position'])
  expect(codes({ ...design, layout: { ...design.layout, [toId<'device'>('constructor')]: { x: 0, y: 0 } } })).toEqual([
    'unknown-device',
  ])
})

test('the templates have no problems', () => {
  for (const template of TEMPLATES) expect(documentProblems(template.build())).toEqual([])
})
