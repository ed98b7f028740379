import { useDocument } from '../state/documentStore.ts'
import { keepOffline } from '../state/offline.ts'
import { followOtherPages } from '../state/otherPages.ts'
import { readTourSeen } from '../state/preferences.ts'
import { useUi } from '../state/uiStore.ts'
import { fetchSoon } from './fetchSoon.ts'
import { watchPrinting } from './picture/printing.ts'
import { sayRestored } from './status/sayRestored.ts'

/** What the first paint does without. Called once the run is there, and again after a run that stopped. */
export function begin(): void {
  if (begun) return
  begun = true
  watchPrinting()
  sayRestored()
  followOtherPages()
  if (!readTourSeen() && useDocument.getState().design.topology.links.length > 0) useUi.getState().set({ tour: true })
  void fetchSoon()
  if (import.meta.env.PROD) void keepOffline()
}

let begun = false
