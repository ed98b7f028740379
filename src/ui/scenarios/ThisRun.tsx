import { useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { keep, keptIn, recordedRun, unusedName } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime, seconds } from '../controls/time.ts'
import { Part } from './Part.tsx'
import { stepText } from '../../core/scenarios/words.ts'

/** The recording of the run that is shown, and a name to keep it under. */
export function ThisRun() {
  const commands = useRuntime((run) => run.commands)
  const at = useRuntime(({ liveNow, running }) => (running ? Math.floor(liveNow / 100_000) * 100_000 : liveNow))
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = (): void => {
    const { scenarios } = keptIn(useDocument.getState().design)
    const scenario = recordedRun(name.trim() === '' ? unusedName(scenarios, 'Scenario') : name.trim())
    const refused = keep({ scenarios: [...scenarios, scenario] }, 'keep scenario')
    setRefusal(refused)
    if (refused !== null) return
    setName('')
    useUi.getState().announce(`${scenario.name} is kept with the design.`)
  }
  return (
    <Part head="This run">
      <p className="pb-1.5 text-ink-2">
        {commands.length === 0
          ? `Nothing was done to it so far, at ${clockTime(at)}. Fail something on the canvas to record it.`
          : `Recorded so far, at ${clockTime(at)}:`}
      </p>
      <ol aria-label="Recorded steps" className="max-h-40 overflow-y-auto pb-1.5">
        {commands
          .toSorted((a, b) => a.at - b.at)
          .map((step, index) => (
            <li key={index} className="flex gap-3">
              <span className="w-20 shrink-0 text-right font-mono text-ink-3">{seconds(step.at)} s</span>
              <span>{stepText(step.command)}</span>
            </li>
          ))}
      </ol>
      <form
        className="flex items-center gap-2"
        onSubmit={(submit) => {
          submit.preventDefault()
          save()
        }}
      >
        <input
          aria-label="Name of the scenario"
          value={name}
          placeholder="split brain"
          className="h-7 min-w-0 flex-1 rounded-2 bg-panel px-2 shadow-[inset_0_0_0_1px_var(--edge)]"
          onChange={(change) => setName(change.target.value)}
        />
        <Button look="primary" type="submit">
          Keep this run
        </Button>
      </form>
      {refusal !== null && (
        <p role="alert" className="pt-1 text-down-text">
          {refusal}
        </p>
      )}
    </Part>
  )
}
