import { watchPrinting } from './picture/printing.ts'

/** What the first paint does without. Called once the run is there, and again after a run that stopped. */
export function begin(): void {
  if (begun) return
  begun = true
  watchPrinting()
}

let begun = false
