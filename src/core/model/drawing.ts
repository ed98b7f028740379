import type { Design, Point } from './design.ts'
import type { DeviceId, DomainId, LinkId, NoteId } from './ids.ts'

/** A free text on the canvas. */
export interface Note {
  readonly id: NoteId
  /** May have several lines. */
  readonly text: string
  /** Top left corner, in CSS px. */
  readonly at: Point
  /** CSS px. */
  readonly width: number
  readonly height: number
}

/** How a design is drawn beyond the places of its devices. An id that is not known does no harm. */
export interface Drawing {
  /** How far the middle of a cable was pulled from where it would lie, in CSS px. */
  readonly bends?: Readonly<Record<LinkId, Point>>
  /** Pairs that show only what their partners see: one switch. */
  readonly collapsed?: readonly DomainId[]
  /** What neither moves nor can be removed by hand. */
  readonly locked?: readonly DeviceId[]
}

/** The design with each of its notes turned into none or some. */
export function withNotes(design: Design, turn: (note: Note) => readonly Note[]): Design {
  const { notes, ...rest } = design
  if (notes === undefined) return design
  const turned = notes.flatMap(turn)
  return turned.length === 0 ? rest : { ...rest, notes: turned }
}

/** The drawing without what it says of things that are gone: an id may come to mean another thing later. */
export function withoutStrayDrawing(design: Design): Design {
  const { drawing, topology } = design
  if (drawing === undefined) return design
  const known = new Set<string>([topology.devices, topology.links, topology.domains].flatMap(ids))
  const bends = Object.entries(drawing.bends ?? {}).filter(([id]) => known.has(id))
  const collapsed = (drawing.collapsed ?? []).filter((id) => known.has(id))
  const locked = (drawing.locked ?? []).filter((id) => known.has(id))
  const kept: Drawing = {
    ...(bends.length > 0 ? { bends: Object.fromEntries(bends) } : {}),
    ...(collapsed.length > 0 ? { collapsed } : {}),
    ...(locked.length > 0 ? { locked } : {}),
  }
  if (JSON.stringify(kept) === JSON.stringify(drawing)) return design
  const { drawing: _, ...rest } = design
  return Object.keys(kept).length === 0 ? rest : { ...rest, drawing: kept }
}

function ids(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id)
}
