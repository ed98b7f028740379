import { History, Play } from 'lucide-react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'
import { backToNow } from '../timeline/scrub.ts'

/** Says that the page shows a past instant, with the ways on: back to the present, or on from here. */
export function Looking() {
  const now = useRuntime((run) => run.now)
  const liveNow = useRuntime((run) => run.liveNow)
  if (now >= liveNow) return null
  return (
    <div
      role="status"
      aria-live="off"
      className="looking max-[640px]:[&>:not(button)]:hidden absolute bottom-3 left-1/2 max-[1100px]:bottom-14 z-30 flex max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-2.5 rounded-3 bg-raised py-1.5 pr-1.5 pl-3 text-12 whitespace-nowrap shadow-[inset_0_0_0_1.5px_var(--you),var(--e2)]"
    >
      <History size={16} strokeWidth={1.5} className="text-you-text" aria-hidden />
      <span>
        Looking at <b className="font-mono font-semibold text-you-text">{clockTime(now)}</b>
      </span>
      <Button compact aria-keyshortcuts="N" onClick={backToNow}>
        Back to now, {clockTime(liveNow)}
      </Button>
      <Button
        look="ghost"
        compact
        title="Drops what was done after this instant and goes on from it"
        onClick={goOnFromHere}
      >
        <Play strokeWidth={1.5} />
        Go on from here
      </Button>
    </div>
  )
}

/** A new run with what was done up to the instant that is shown. */
function goOnFromHere(): void {
  const { loaded, commands, now, replay } = useRuntime.getState()
  if (loaded === null) return
  const kept = commands.filter(({ at }) => at <= now)
  const { topology, seed, probeUs, start } = loaded
  replay({ topology, seed, probeUs, start, commands: kept, until: now })
  const dropped = commands.length - kept.length
  useUi
    .getState()
    .announce(
      dropped === 0 ? 'The run goes on from here.' : `The run goes on from here, without ${dropped} later commands.`,
    )
}
