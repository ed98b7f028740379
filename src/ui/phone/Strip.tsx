import { Pause, Play, StepBack, StepForward, Timer } from 'lucide-react'
import { useState } from 'react'
import { outageEnd } from '../timeline/outages.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { togglePlay } from '../actions.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'
import { show, toEvent } from '../timeline/scrub.ts'

/** Time on a phone: step, play, what comes next, and a line to drag along. */
export function Strip() {
  const running = useRuntime((run) => run.running)
  const crashed = useRuntime((run) => run.crashed !== null)
  const { toNextTimer } = useRuntime.getState()
  return (
    <section aria-label="Time" className="phone-time">
      <div role="toolbar" aria-label="Time" className="phone-strip">
        <Button look="ghost" square aria-label="Look at the event before" onClick={() => toEvent(-1)}>
          <StepBack />
        </Button>
        <Button
          look="primary"
          square
          aria-label={running ? 'Pause' : 'Play'}
          aria-keyshortcuts="Space"
          disabled={crashed}
          onClick={togglePlay}
        >
          {running ? <Pause fill="currentColor" strokeWidth={0} /> : <Play fill="currentColor" strokeWidth={0} />}
        </Button>
        <Button look="ghost" square aria-label="Step one event" disabled={crashed} onClick={stepOn}>
          <StepForward />
        </Button>
        <Clock />
        <span className="flex-1" />
        <Button look="ghost" aria-label="Next timer" disabled={crashed} onClick={toNextTimer}>
          <Timer />
          <span className="phone-next">Next timer</span>
        </Button>
        <Scrubber />
      </div>
    </section>
  )
}

function Clock() {
  const now = useRuntime((run) => run.now)
  return (
    <span data-testid="clock" className="ml-2 font-mono text-16 font-semibold tracking-tight whitespace-nowrap">
      {clockTime(now)}
    </span>
  )
}

/** The whole run so far as one line with its outages. What is dragged to is shown as soon as the run has it. */
function Scrubber() {
  const now = useRuntime((run) => run.now)
  const whole = useRuntime((run) => wholeUs(run.liveNow))
  const [held, setHeld] = useState<number | null>(null)
  const at = held ?? now
  return (
    <div className="phone-scrubber">
      <i className="phone-past" style={{ width: `${(at / whole) * 100}%` }} />
      <Outages whole={whole} />
      <input
        type="range"
        aria-label="Instant that is shown, in seconds"
        aria-valuetext={clockTime(at)}
        min={0}
        max={whole / 1_000_000}
        step={STEP_S}
        value={at / 1_000_000}
        onChange={(change) => {
          const wanted = Math.min(Number(change.target.value) * 1_000_000, useRuntime.getState().liveNow)
          setHeld(wanted)
          show(wanted)
        }}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
        onKeyUp={() => setHeld(null)}
        onBlur={() => setHeld(null)}
      />
    </div>
  )
}

/** Where flows were out: the same instants as on the lanes. */
function Outages({ whole }: { readonly whole: number }) {
  const directions = useRuntime((run) => run.liveDirections)
  const liveNow = useRuntime((run) => Math.floor(run.liveNow / 100_000) * 100_000)
  const outages = [...directions.values()].flatMap((view) => view.outages)
  const spans = new Map(outages.map((outage) => [outage.startAt, outageEnd(outage, liveNow)]))
  return [...spans].map(([from, to]) => (
    <i
      key={from}
      className="phone-outage"
      style={{ left: `${(from / whole) * 100}%`, width: `${(Math.max(0, to - from) / whole) * 100}%` }}
    />
  ))
}

/** In the past to what happened next, in the present one event further. */
function stepOn(): void {
  const { now, liveNow, step } = useRuntime.getState()
  if (now < liveNow) toEvent(1)
  else step()
}

/** Length of the line: whole tens of seconds, at least ten. */
function wholeUs(liveNow: number): number {
  return Math.max(10_000_000, Math.ceil(liveNow / 10_000_000) * 10_000_000)
}

const STEP_S = 0.001
