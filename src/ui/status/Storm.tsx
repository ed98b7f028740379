import { RotateCcw } from 'lucide-react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { Button } from '../controls/Button.tsx'
import { StateMark } from '../state/StateMark.tsx'

/** Frames went round in a loop and ended the run: which loop, what to do, and a way to start again. */
export function Storm() {
  const text = useRuntime((run) => run.events.findLast(({ kind }) => kind === 'storm')?.text ?? null)
  const { reset } = useRuntime.getState()
  if (text === null) return null
  return (
    <div
      role="alert"
      className="absolute top-4 left-1/2 z-30 flex w-110 max-w-[calc(100%-2rem)] -translate-x-1/2 items-start gap-2.5 rounded-3 bg-raised py-2 pr-1.5 pl-3 text-12 leading-4 shadow-2"
    >
      <StateMark state="down" />
      <span className="min-w-0 flex-1">
        {text}. The run ended there. Let spanning tree run on these switches, or remove a cable.
      </span>
      <Button compact onClick={reset}>
        <RotateCcw strokeWidth={1.5} />
        Run again
      </Button>
    </div>
  )
}
