import type { Design } from './design.ts'
import { withoutStrayDrawing } from './drawing.ts'
import { removeAll } from './editDevices.ts'
import type { DeviceId, NoteId } from './ids.ts'

/**
 * Some devices and notes of a design as a design of their own, with the cables between them. A bond or pair that loses
 * one side becomes what it would be if the other devices were removed. Without runs, checks and names of the whole.
 */
export function partOf(design: Design, devices: readonly DeviceId[], notes: readonly NoteId[] = []): Design {
  const chosen = new Set(devices)
  const others = design.topology.devices.map(({ id }) => id).filter((id) => !chosen.has(id))
  const { title, topology, layout, drawing } = design
  const kept = (design.notes ?? []).filter(({ id }) => notes.includes(id))
  const whole: Design = {
    title,
    topology,
    layout,
    ...(kept.length > 0 ? { notes: kept } : {}),
    ...(drawing === undefined ? {} : { drawing }),
  }
  const removed = removeAll(whole, others, [])
  return withoutStrayDrawing(removed.ok ? removed.design : whole)
}
