import { loadDocument, saveDocument } from '../core/model/document.ts'
import { useDocument } from './documentStore.ts'
import { edit } from './editing.ts'
import { newId } from './firstDesign.ts'
import { openStored } from './openDesign.ts'
import { readDesign, type StoredDesign, type StoredVersion, writeDesign } from './storage.ts'
import { useUi } from './uiStore.ts'

/** Gives a stored design another title. Says why not, or null. */
export async function renameStored(design: StoredDesign, title: string): Promise<string | null> {
  if (design.id === useDocument.getState().id) {
    const result = edit({ type: 'set-title', title })
    return result.ok ? null : result.message
  }
  const loaded = loadDocument(design.text)
  if (!loaded.ok) return loaded.problem.text
  const text = saveDocument({ ...loaded.design, title })
  const checked = loadDocument(text)
  if (!checked.ok) return checked.problem.text
  await writeDesign({ ...design, title, text })
  return null
}

/** A second design like a stored one, beside it in the list. */
export async function duplicateStored(design: StoredDesign): Promise<void> {
  const loaded = loadDocument(design.text)
  const title = `${design.title} copy`.slice(0, 120)
  const text = loaded.ok ? saveDocument({ ...loaded.design, title }) : design.text
  await writeDesign({ id: newId(), title, savedAt: Date.now(), text })
}

/** Opens a design as it was at an earlier time. Undo goes back to how it is now. */
export async function openVersion({ design: id, savedAt, text }: StoredVersion): Promise<void> {
  if (id !== useDocument.getState().id && (await readDesign(id)) !== undefined) await openStored(id)
  const loaded = loadDocument(text)
  const { announce } = useUi.getState()
  if (!loaded.ok) return announce(`This version cannot be opened. ${loaded.problem.text}`)
  const when = new Date(savedAt).toLocaleTimeString()
  useDocument.getState().replace(loaded.design, { undoable: true, step: `open the version of ${when}`, id })
  useUi.getState().show()
  announce(`The version of ${when} is open. Undo goes back.`)
}
