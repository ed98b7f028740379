import { X } from 'lucide-react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { Button } from '../controls/Button.tsx'
import { StateMark } from '../state/StateMark.tsx'

/** A command that the run did not carry out, with the reason; stays until it is closed or another one works. */
export function Refused() {
  const refused = useRuntime((run) => run.refused)
  if (refused === null) return null
  return (
    <div
      role="alert"
      className="absolute bottom-4 left-1/2 z-30 flex w-90 max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-2.5 rounded-3 bg-raised py-2 pr-1.5 pl-3 text-12 leading-4 shadow-2"
    >
      <StateMark state="down" />
      <span className="min-w-0 flex-1">{refused}</span>
      <Button look="ghost" compact square aria-label="Close" onClick={() => useRuntime.setState({ refused: null })}>
        <X strokeWidth={1.5} />
      </Button>
    </div>
  )
}
