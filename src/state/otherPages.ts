import { loadDocument } from '../core/model/document.ts'
import { useDocument } from './documentStore.ts'
import { takeOver } from './session.ts'
import { readDesign, shows, watchOtherPages } from './storage.ts'
import { useUi } from './uiStore.ts'

/**
 * The same design in two tabs stays one: what the other tab saves appears here. Where both were changed at once the one
 * that is saved last is shown, and the other one is in the design's history.
 */
export function followOtherPages(): void {
  watchOtherPages((id) => void follow(id))
}

async function follow(id: string): Promise<void> {
  const isOpen = (): boolean => useDocument.getState().id === id && useUi.getState().saving === 'saved'
  if (!isOpen()) return
  const { design } = useDocument.getState()
  const stored = await readDesign(id)
  if (stored === undefined) return
  const loaded = loadDocument(stored.text)
  if (!loaded.ok || !isOpen() || useDocument.getState().design !== design) return
  shows(stored)
  takeOver(loaded.design)
  useUi.getState().announce('This design was changed in another tab. Undo takes that back.')
}
