import { useDocument } from '../state/documentStore.ts'
import { readTourSeen } from '../state/preferences.ts'
import { useUi } from '../state/uiStore.ts'
import { watchPrinting } from './picture/printing.ts'

/** What the first paint does without. Called once the run is there, and again after a run that stopped. */
export function begin(): void {
  if (begun) return
  begun = true
  watchPrinting()
  if (!readTourSeen() && useDocument.getState().design.topology.links.length > 0) useUi.getState().set({ tour: true })
  if (import.meta.env.PROD) void keepOffline()
}

/** The browser keeps the built page, which then opens without a network. Where it may not, the page needs one. */
async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register('./sw.js')
  } catch {
    // No secure context, or storage is forbidden.
  }
}

let begun = false
