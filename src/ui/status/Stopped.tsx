import { CircleX, Download } from 'lucide-react'
import { saveCrashReport } from '../../state/runReport.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import type { Crash } from '../../state/runState.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'

/** Shown over the canvas when the simulation broke: what it did last, a report, and a way on. The design is safe. */
export function Stopped() {
  const crashed = useRuntime((run) => run.crashed)
  const { reset, play } = useRuntime.getState()
  if (crashed === null) return null
  return (
    <div role="alert" className="absolute inset-0 z-40 flex items-center justify-center bg-[var(--scrim)] p-6">
      <div className="flex max-w-110 flex-col items-center gap-2.5 rounded-4 bg-raised px-7 py-6 text-center text-12 leading-[18px] shadow-3">
        <CircleX className="text-down" size={20} strokeWidth={1.5} />
        <h2 className="text-13 font-semibold">The simulation stopped</h2>
        <p className="text-ink-2">
          It failed at <span className="font-mono">{clockTime(crashed.now)}</span> {lastCommand(crashed)}:{' '}
          {message(crashed)} Your design is saved. The report holds design and run and nothing else.
        </p>
        <div className="flex gap-2 pt-1">
          <Button
            look="primary"
            onClick={() => {
              reset()
              play()
            }}
          >
            Run again
          </Button>
          <Button onClick={() => saveCrashReport(crashed)}>
            <Download strokeWidth={1.5} />
            Save report
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The error's own words, as a sentence. */
function message({ message: text }: Crash): string {
  const plain = text.replace(/^Uncaught (Error: )?/, '')
  return /[.!?]$/.test(plain) ? plain : `${plain}.`
}

function lastCommand({ lastCommand: command }: Crash): string {
  if (command === null) return 'by itself'
  if (command.type !== 'do') return `after “${command.type}”`
  const { command: done } = command
  return done.type === 'repair-all' ? 'after “repair all”' : `after “${done.type} ${done.failure} ${done.target}”`
}
