import { Bookmark as BookmarkIcon, Trash2 } from 'lucide-react'
import type { Bookmark } from '../../core/model/scenario.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { keep, keptIn, playScenario } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { TextField } from '../controls/fields.tsx'
import { clockTime } from '../controls/time.ts'
import { closeDialog } from '../dialogs/Frame.tsx'
import { show } from '../timeline/scrub.ts'
import { bookmarkNow } from './bookmark.ts'
import { Part } from './Part.tsx'

/** Instants worth coming back to. */
export function Bookmarks() {
  const { bookmarks } = keptIn(useDocument((state) => state.design))
  const now = useRuntime((run) => (run.running ? Math.floor(run.now / 100_000) * 100_000 : run.now))
  const put = (index: number, ...by: readonly Bookmark[]): string | undefined =>
    keep({ bookmarks: bookmarks.toSpliced(index, 1, ...by) }, 'change bookmarks') ?? undefined
  return (
    <Part head="Bookmarks">
      <ul>
        {bookmarks.map((bookmark, index) => (
          <li key={index} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <TextField
                label={clockTime(bookmark.at)}
                value={bookmark.name}
                onCommit={(name) => put(index, { ...bookmark, name: name.trim() })}
              />
            </div>
            <span className="max-w-40 truncate pt-1.5 text-ink-3">
              {bookmark.scenario === null ? '' : `of ${bookmark.scenario}`}
            </span>
            <Button className="mt-0.5" compact aria-label={`Go to ${bookmark.name}`} onClick={() => goTo(bookmark)}>
              Go
            </Button>
            <Button
              look="ghost"
              compact
              square
              className="mt-0.5"
              aria-label={`Delete bookmark ${bookmark.name}`}
              onClick={() => put(index)}
            >
              <Trash2 strokeWidth={1.5} />
            </Button>
          </li>
        ))}
      </ul>
      <Button compact aria-keyshortcuts="B" onClick={bookmarkNow}>
        <BookmarkIcon strokeWidth={1.5} />
        Bookmark {clockTime(now)}
      </Button>
    </Part>
  )
}

/** Within the run that is shown if the bookmark is of it, else in a run of its scenario. */
function goTo({ name, scenario, at }: Bookmark): void {
  const { loaded } = useRuntime.getState()
  const kept = keptIn(useDocument.getState().design).scenarios.find((one) => one.name === scenario)
  const { announce } = useUi.getState()
  if (kept === undefined || loaded?.scenario === scenario) show(at)
  else {
    const [problem] = playScenario(kept, at)
    if (problem !== undefined) return announce(problem)
  }
  closeDialog()
  announce(`${name}, ${clockTime(at)}.`)
}
