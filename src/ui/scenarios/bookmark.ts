import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { keep, keptIn } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { clockTime } from '../controls/time.ts'

/** Keeps the instant that is shown under its time; it can be given a better name afterwards. */
export function bookmarkNow(): void {
  const { now, loaded } = useRuntime.getState()
  const { bookmarks } = keptIn(useDocument.getState().design)
  const bookmark = { name: clockTime(now), scenario: playedScenario(loaded?.scenario), at: now }
  const there = bookmarks.some(({ at, scenario }) => at === bookmark.at && scenario === bookmark.scenario)
  const refusal = there ? 'This instant has a bookmark.' : keep({ bookmarks: [...bookmarks, bookmark] }, 'bookmark')
  useUi.getState().announce(refusal ?? `${bookmark.name} is bookmarked. Name it under Scenarios.`)
}

/** The kept scenario that runs; null for a run that the design does not know by name. */
export function playedScenario(name: string | undefined): string | null {
  const { scenarios } = keptIn(useDocument.getState().design)
  return scenarios.some((one) => one.name === name) ? (name ?? null) : null
}
