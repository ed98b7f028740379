import {
  ChevronsRight,
  ListOrdered,
  ListVideo,
  Minus,
  Pause,
  Play,
  Plus,
  RotateCcw,
  Rows3,
  SkipBack,
  StepForward,
  Timer,
} from 'lucide-react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime, duration } from '../controls/time.ts'
import { setSpeed, SPEEDS, speedLabel, startCold, togglePlay, resetRun } from '../actions.ts'
import { useTimelineView } from './viewStore.ts'

/** The controls of time, 36 px. */
export function Transport() {
  const { step, toNextTimer } = useRuntime.getState()
  const running = useRuntime((run) => run.running)
  const crashed = useRuntime((run) => run.crashed !== null)
  return (
    <div role="toolbar" aria-label="Time" className="flex h-9 pointer-coarse:h-12 shrink-0 items-center gap-0.5 px-2.5">
      <Button look="ghost" compact square aria-label="Reset the run" onClick={resetRun}>
        <SkipBack />
      </Button>
      <Button
        look="primary"
        square
        className="w-8!"
        aria-label={running ? 'Pause' : 'Play'}
        aria-keyshortcuts="Space"
        disabled={crashed}
        onClick={togglePlay}
      >
        {running ? <Pause fill="currentColor" strokeWidth={0} /> : <Play fill="currentColor" strokeWidth={0} />}
      </Button>
      <Button look="ghost" compact square aria-label="Step one event" disabled={crashed} onClick={step}>
        <StepForward />
      </Button>
      <Button compact className="ml-1.5" disabled={crashed} onClick={toNextTimer}>
        <Timer />
        <span className={NAMED}>Next timer</span>
      </Button>
      <NextTimer />
      <Button look="ghost" compact className="ml-1.5 max-[1100px]:px-1" onClick={startCold} title="Power everything on">
        <RotateCcw />
        <span className="max-[1100px]:sr-only">Start cold</span>
      </Button>
      <Button
        look="ghost"
        compact
        className="max-[1100px]:px-1"
        aria-keyshortcuts="O"
        onClick={() => useUi.getState().set({ dialog: { kind: 'scenarios' } })}
      >
        <ListVideo />
        <span className="max-[1100px]:sr-only">Scenarios</span>
      </Button>
      <span className="flex-1" />
      <Clock />
      <span className="flex-1" />
      <ViewControls />
      <SpeedControl />
    </div>
  )
}

function NextTimer() {
  const text = useRuntime(({ nextTimer, now, liveNow }) => {
    if (nextTimer === null) return ''
    const { name, at } = nextTimer
    return now < liveNow ? `${name}, at ${clockTime(at)}` : `${name}, in ${duration(Math.max(0, at - now))}`
  })
  return <span className="ml-1.5 max-w-72 truncate text-12 text-ink-3 max-[1100px]:hidden">{text}</span>
}

function Clock() {
  const now = useRuntime((run) => run.now)
  const state = useRuntime((run) =>
    run.crashed
      ? 'stopped'
      : run.ready
        ? run.running
          ? 'running'
          : run.now < run.liveNow
            ? 'past'
            : 'paused'
        : 'starting',
  )
  return (
    <span className="flex items-baseline gap-1.5">
      <span data-testid="clock" className="font-mono text-16 font-semibold tracking-tight whitespace-nowrap">
        {clockTime(now)}
      </span>
      <span className="w-14 text-12 text-ink-3">{state}</span>
    </span>
  )
}

export function ViewControls() {
  const shows = useTimelineView((view) => view.shows)
  const pinned = useTimelineView((view) => view.pinnedFrom !== null)
  const { zoom, follow, setShows } = useTimelineView.getState()
  return (
    <>
      <Button
        look="ghost"
        compact
        aria-pressed={shows === 'outages'}
        onClick={() => setShows(shows === 'outages' ? 'lanes' : 'outages')}
      >
        <ListOrdered />
        <span className={NAMED}>Outages</span>
      </Button>
      <Button
        look="ghost"
        compact
        aria-pressed={shows === 'frames'}
        onClick={() => setShows(shows === 'frames' ? 'lanes' : 'frames')}
      >
        <Rows3 />
        <span className={NAMED}>Frames</span>
      </Button>
      <Button look="ghost" compact square aria-label="Follow the present" disabled={!pinned} onClick={follow}>
        <ChevronsRight />
      </Button>
      <Button look="ghost" compact square aria-label="Show a longer time" onClick={() => zoom(2)}>
        <Minus />
      </Button>
      <Button look="ghost" compact square aria-label="Show a shorter time" onClick={() => zoom(0.5)}>
        <Plus />
      </Button>
      <span className="mx-1.5 h-5 w-px bg-line" />
    </>
  )
}

export function SpeedControl() {
  const speed = useUi((ui) => ui.speed)
  const reached = useRuntime((run) => {
    if (!run.running) return ''
    const behind = speed === null || run.factor < speed * 0.9
    return behind && run.factor > 0 ? `reaches ${speedLabel(Number(run.factor.toPrecision(2)))}` : ''
  })
  return (
    <label className="flex items-center gap-1.5 text-12 text-ink-3">
      <span className="max-[1100px]:sr-only">Speed</span>
      <span className="font-mono text-11 max-[1100px]:hidden">{reached}</span>
      <select
        value={speed ?? 'max'}
        className="h-6 w-19 rounded-2 bg-transparent px-1 font-mono text-12 text-ink-2 hover:bg-hover"
        onChange={(change) => setSpeed(change.target.value === 'max' ? null : Number(change.target.value))}
      >
        {SPEEDS.map((factor) => (
          <option key={factor ?? 'max'} value={factor ?? 'max'}>
            {speedLabel(factor)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Where fingers need the room, its icon is enough; a phone has a row for them. */
const NAMED = 'pointer-coarse:min-[640px]:max-[900px]:sr-only'
