import type { Design, Point } from './design.ts'
import type { Drawing, Note } from './drawing.ts'
import { done, type EditResult, gone, refused } from './edit.ts'
import { brokenField } from './fieldNames.ts'
import { COORDINATE, LIST_LIMITS, NOTE_SIZE, NOTE_TEXT } from './fieldRules.ts'
import { idGiver } from './freeNames.ts'
import type { DeviceId, DomainId, LinkId, NoteId } from './ids.ts'

/** What is changed of a drawing beyond the places of its devices: notes, bends, pairs collapsed, devices locked. */

export const NEW_NOTE = { width: 192, height: 80 } as const

/** An empty note with its top left corner at a place. */
export function addNote(design: Design, at: Point): EditResult {
  const { notes = [] } = design
  if (notes.length >= LIST_LIMITS.notes) return refused(`A design holds at most ${LIST_LIMITS.notes} notes.`)
  const note: Note = { id: idGiver(design)('note'), text: '', at, ...NEW_NOTE }
  return done({ ...design, notes: [...notes, note] }, [note.id])
}

export function setNote(design: Design, id: NoteId, set: Partial<Pick<Note, 'text' | 'width' | 'height'>>): EditResult {
  const note = design.notes?.find((note) => note.id === id)
  if (note === undefined) return gone('note')
  const broken = brokenField(set, NOTE_FIELDS)
  if (broken !== null) return refused(broken)
  return done({ ...design, notes: design.notes?.map((other) => (other.id === id ? { ...note, ...set } : other)) ?? [] })
}

/** Pulls the middle of a cable away from where it would lie; null lays it straight again. */
export function bendCable(design: Design, link: LinkId, by: Point | null): EditResult {
  const { [link]: _, ...others } = design.drawing?.bends ?? {}
  if (by === null || (by.x === 0 && by.y === 0)) return drawn(design, { bends: others })
  const broken = brokenField(by, { x: ['The bend', COORDINATE], y: ['The bend', COORDINATE] })
  return broken === null ? drawn(design, { bends: { ...others, [link]: by } }) : refused(broken)
}

/** Shows a pair as the one switch that its partners see, or as its two peers. */
export function collapsePair(design: Design, domain: DomainId, collapsed: boolean): EditResult {
  const others = (design.drawing?.collapsed ?? []).filter((id) => id !== domain)
  return drawn(design, { collapsed: collapsed ? [...others, domain] : others })
}

/** Locked devices neither move nor can be removed by hand. */
export function lockDevices(design: Design, devices: readonly DeviceId[], locked: boolean): EditResult {
  const others = (design.drawing?.locked ?? []).filter((id) => !devices.includes(id))
  return drawn(design, { locked: locked ? [...others, ...devices] : others })
}

/** The design with parts of its drawing replaced; what is empty is not kept. */
function drawn(design: Design, part: Drawing): EditResult {
  const { drawing: before, ...rest } = design
  const { bends = {}, collapsed = [], locked = [] } = { ...before, ...part }
  const drawing: Drawing = {
    ...(Object.keys(bends).length > 0 ? { bends } : {}),
    ...(collapsed.length > 0 ? { collapsed } : {}),
    ...(locked.length > 0 ? { locked } : {}),
  }
  return done(Object.keys(drawing).length === 0 ? rest : { ...rest, drawing })
}

const NOTE_FIELDS = {
  text: ['The text of a note', NOTE_TEXT],
  width: ['The width of a note', NOTE_SIZE],
  height: ['The height of a note', NOTE_SIZE],
} as const
