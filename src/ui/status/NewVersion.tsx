import { RefreshCw, X } from 'lucide-react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'

/** A newer build of the page is here. It comes when the user wants it; what a reload costs is said before. */
export function NewVersion() {
  const outdated = useUi((ui) => ui.outdated)
  const done = useRuntime((run) => run.commands.length)
  if (!outdated) return null
  return (
    <div
      role="status"
      className="absolute bottom-4 left-1/2 z-30 flex w-110 max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-2.5 rounded-3 bg-raised py-2 pr-1.5 pl-3 text-12 leading-4 shadow-2"
    >
      <RefreshCw size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" aria-hidden />
      <span className="min-w-0 flex-1">
        A new version is ready. Your designs stay as they are
        {done > 0 ? '; the run that is shown begins anew, so keep it as a scenario (O) first if you need it.' : '.'}
      </span>
      <Button compact onClick={() => void import('../../state/offline.ts').then(({ reloadNewer }) => reloadNewer())}>
        Reload
      </Button>
      <Button look="ghost" compact square aria-label="Later" onClick={() => useUi.getState().set({ outdated: false })}>
        <X strokeWidth={1.5} />
      </Button>
    </div>
  )
}
