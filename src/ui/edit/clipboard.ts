import type { Point } from '../../core/model/design.ts'
import type { DeviceId, NoteId } from '../../core/model/ids.ts'
import { toId } from '../../core/model/ids.ts'
import { loadDocument, saveDocument } from '../../core/model/document.ts'
import { duplicate } from '../../core/model/duplicate.ts'
import { paste } from '../../core/model/mergePart.ts'
import { partOf } from '../../core/model/partOf.ts'
import { useDocument } from '../../state/documentStore.ts'
import { change } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { useFlow } from '../canvas/flowStore.ts'
import { sceneOf } from '../canvas/geometry.ts'
import { selectedDevices } from '../canvas/nodeChanges.ts'
import { pointer } from '../canvas/pointer.ts'
import { counted, remove } from '../canvas/remove.ts'
import { boundsOf, freeWay } from './freePlace.ts'
import { namesOf } from './names.ts'
import { boxesOf, noteBox, obstacles } from './obstacles.ts'

/**
 * What is selected as the text of a design file: what one copies is a design, and a design can be pasted into another.
 * Null where no device and no note is selected.
 */
export function selectedText(): string | null {
  const { devices, notes } = chosen()
  if (devices.length + notes.length === 0) return null
  return saveDocument(partOf(useDocument.getState().design, devices, notes))
}

/** Puts the selection on the clipboard; cutting also takes it out of the design. */
export async function copySelected(how: 'copy' | 'cut'): Promise<void> {
  const ui = useUi.getState()
  const { devices, notes } = chosen()
  const text = selectedText()
  if (text === null) return ui.announce('Select devices or notes to copy.')
  const names = namesOf(presentNetwork(), devices, notes.length)
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    return ui.announce('The browser did not allow copying to the clipboard. Duplicate works without it.')
  }
  if (how === 'cut') remove(ui.selection)
  else ui.announce(`Copied ${names}`)
}

/** Pastes what is on the clipboard, which the browser may ask about. */
export async function pasteFromClipboard(at?: Point): Promise<void> {
  try {
    pasteText(await navigator.clipboard.readText(), at)
  } catch {
    useUi.getState().announce('The browser did not allow reading the clipboard. Press Ctrl V instead.')
  }
}

/** Puts the design that a text holds into the present one, near a place, the pointer's unless told. Says what is wrong with any other text. */
export function pasteText(text: string, at: Point | null = pointer.at): void {
  const ui = useUi.getState()
  const loaded = loadDocument(text)
  if (!loaded.ok) {
    const { text: found, wayOut } = loaded.problem
    const sentences = [found, ...(loaded.problem.code === 'not-json' ? [] : [wayOut])]
    return ui.announce(
      loaded.problem.code === 'not-json' || loaded.problem.code === 'other-kind'
        ? 'The clipboard holds no devices. Paste what was copied here, a link to a design, or a running configuration.'
        : `The clipboard cannot be pasted: ${sentences.join(' ')}`,
    )
  }
  const part = loaded.design
  const bounds = boundsOf(
    boxesOf(
      sceneOf(part.topology, (id) => part.layout[id] ?? ORIGIN),
      part,
    ),
  )
  if (bounds === null) return ui.announce('The clipboard holds a design without devices.')
  const middle = at ?? ui.viewCentre
  const wish = { x: middle.x - bounds.width / 2, y: middle.y - bounds.height / 2 }
  const by = freeWay(bounds, wish, obstacles())
  const count = part.topology.devices.length
  const step = `paste ${[counted(count, 'device'), counted(part.notes?.length ?? 0, 'note')].filter(Boolean).join(' and ')}`
  const result = change(step, (design) => paste(design, part, by))
  if (result.ok) selectMade(result.made, 'Pasted')
  else ui.announce(result.message)
}

/** Copies what is selected to a free place beside it. */
export function duplicateSelected(): void {
  const ui = useUi.getState()
  const { devices, notes } = chosen()
  if (devices.length + notes.length === 0) return ui.announce('Select devices or notes to duplicate.')
  const { design } = useDocument.getState()
  const { scene } = useFlow.getState()
  const bounds = boundsOf([
    ...devices.flatMap((id) => scene.devices.get(id) ?? []),
    ...scene.pairs.filter(({ peers }) => peers.every((id) => devices.includes(id))),
    ...(design.notes ?? []).filter(({ id }) => notes.includes(id)).map(noteBox),
  ])
  if (bounds === null) return
  const by = freeWay(bounds, { x: bounds.x + bounds.width + 24, y: bounds.y }, obstacles())
  const step = `duplicate ${namesOf(presentNetwork(), devices, notes.length)}`
  const result = change(step, (design, context) => duplicate(design, { devices, notes }, by, context))
  if (result.ok) selectMade(result.made, 'Duplicated as')
  else ui.announce(result.message)
}

function chosen(): { readonly devices: readonly DeviceId[]; readonly notes: readonly NoteId[] } {
  const { selection } = useUi.getState()
  const notes = selection.flatMap((target) => (target.kind === 'note' ? [target.id] : []))
  return { devices: selectedDevices(selection), notes }
}

function selectMade(made: readonly string[], verb: string): void {
  const net = presentNetwork()
  const targets = made.map((id): Target =>
    net.devices.has(toId(id)) ? { kind: 'device', id: toId(id) } : { kind: 'note', id: toId(id) },
  )
  const ui = useUi.getState()
  ui.selectMany(targets)
  ui.show(targets)
  ui.announce(`${verb} ${namesOf(net, made, targets.filter(({ kind }) => kind === 'note').length)}`)
}

const ORIGIN: Point = { x: 0, y: 0 }
