import { expect, test } from 'vitest'
import { basicPair } from '../templates/basicPair.ts'
import { NAMINGS } from '../vendors/platforms.ts'
import type { Design } from './design.ts'
import { applyEdit, type Edit } from './edits.ts'
import { toId } from './ids.ts'

const FAIL = { type: 'fail', failure: 'link-silent', options: {} } as const
const design: Design = {
  ...basicPair.build(),
  scenarios: [
    {
      name: 'all kinds of targets',
      start: 'settled',
      until: 9_000_000,
      steps: [
        ...['srv-1:eth0', 'leaf-a:Ethernet1/1', 'leaf-a', 'leafs', 'link-leaf-a-p1-srv-1', 'nobody'].map((target) => ({
          at: 1_000_000,
          command: { ...FAIL, target },
        })),
        { at: 2_000_000, command: { type: 'repair-all' } },
      ],
    },
  ],
}

test('steps go on naming a device, a pair and a port that are called something else', () => {
  const edits: readonly Edit[] = [
    { type: 'set-device', device: toId('leaf-a'), set: { name: 'left' } },
    { type: 'set-domain', domain: toId('domain-leafs'), set: { name: 'pair' } },
    { type: 'set-platform', device: toId('leaf-b'), vendor: 'juniper-junos' },
  ]
  expect(targets(edits.reduce(edited, design))).toEqual([
    'srv-1:eth0',
    'left:xe-0/0/0',
    'left',
    'pair',
    'link-leaf-a-p1-srv-1',
    'nobody',
  ])
})

test('a removed device leaves the scenario as it is, to be told when it is played', () => {
  const without = edited(design, { type: 'remove', devices: [toId('leaf-a')], links: [] })
  expect(targets(without)).toEqual(targets(design))
})

function edited(before: Design, edit: Edit): Design {
  const result = applyEdit(before, edit, { namings: NAMINGS })
  if (!result.ok) throw new Error(result.message)
  return result.design
}

function targets({ scenarios = [] }: Design): readonly string[] {
  return scenarios.flatMap(({ steps }) =>
    steps.flatMap(({ command }) => (command.type === 'repair-all' ? [] : [command.target])),
  )
}
