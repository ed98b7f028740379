import { expect, test } from 'vitest'
import type { Design } from './design.ts'
import { designProblems } from './document.ts'
import type { EditResult } from './edit.ts'
import { addNote, bendCable, collapsePair, lockDevices, setNote } from './editDrawing.ts'
import { settled } from './edits.ts'
import { id, template } from './testing/editing.ts'

const design = template('basic-pair')
const LINK = design.topology.links[0]!.id
const DOMAIN = id<'domain'>('domain-leafs')

test('a note is placed, written and resized; what no note may hold is refused', () => {
  const placed = taken(design, addNote(design, { x: 32, y: 64 }))
  const [note] = placed.notes ?? []
  expect(note).toEqual({ id: 'note', text: '', at: { x: 32, y: 64 }, width: 192, height: 80 })
  const written = taken(placed, setNote(placed, note!.id, { text: 'rack 7\n<b>', width: 300 }))
  expect(written.notes).toEqual([{ ...note, text: 'rack 7\n<b>', width: 300 }])
  expect(setNote(written, note!.id, { height: 8 })).toMatchObject({ message: expect.stringContaining('32 to 2000') })
  expect(setNote(written, note!.id, { text: '\u0000' })).toMatchObject({ ok: false })
  expect(setNote(design, note!.id, { text: '' })).toMatchObject({ ok: false })
  expect(taken(written, addNote(written, { x: 0, y: 0 })).notes?.[1]?.id).toBe('note-2')
})

test('bends, collapsed pairs and locks are kept beside each other and leave nothing behind', () => {
  const bent = taken(design, bendCable(design, LINK, { x: 40, y: -8 }))
  const shown = taken(bent, collapsePair(bent, DOMAIN, true))
  const held = taken(shown, lockDevices(shown, [id('leaf-a'), id('leaf-b')], true))
  expect(held.drawing).toEqual({
    bends: { [LINK]: { x: 40, y: -8 } },
    collapsed: ['domain-leafs'],
    locked: ['leaf-a', 'leaf-b'],
  })
  const straight = taken(held, bendCable(held, LINK, null))
  const open = taken(straight, collapsePair(straight, DOMAIN, false))
  const half = taken(open, lockDevices(open, [id('leaf-a')], false))
  expect(half.drawing).toEqual({ locked: ['leaf-b'] })
  expect(taken(half, lockDevices(half, [id('leaf-b')], false))).toEqual(design)
  expect(bendCable(design, LINK, { x: 1e9, y: 0 })).toMatchObject({ ok: false })
})

function taken(before: Design, result: EditResult): Design {
  const sound = settled(before, result)
  if (!sound.ok) throw new Error(sound.message)
  expect(designProblems(sound.design)).toEqual([])
  return sound.design
}
