import { Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Scenario } from '../../core/model/scenario.ts'
import { scenarioProblems } from '../../core/scenarios/problems.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { keep, keptIn, playScenario } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { closeDialog } from '../dialogs/Frame.tsx'
import { Steps } from './Steps.tsx'
import { sizeText } from '../../core/scenarios/words.ts'

/** A scenario of the design: played, changed, deleted. */
export function KeptScenario({ scenario }: { readonly scenario: Scenario }) {
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const problems = scenarioProblems(useNetwork(), scenario)
  const played = useRuntime((run) => run.loaded?.scenario === scenario.name)
  const { name } = scenario
  const play = (): void => {
    const found = playScenario(scenario, null)
    setRefused(found)
    if (found.length > 0) return
    closeDialog()
    useUi.getState().announce(`${name} is played.`)
  }
  return (
    <li className="border-t border-line first:border-0">
      <div className="flex min-h-9 items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-13">
          {name}
          {played && <span className="text-ink-3"> (this run)</span>}
        </span>
        <span className={`text-11 ${problems.length > 0 ? 'text-down-text' : 'text-ink-3'}`}>
          {problems.length > 0 ? 'does not fit the design' : sizeText(scenario)}
        </span>
        <Button compact aria-label={`Play ${name}`} onClick={play}>
          <Play strokeWidth={1.5} />
          Play
        </Button>
        <Button
          look="ghost"
          compact
          square
          aria-label={`Change ${name}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Pencil strokeWidth={1.5} />
        </Button>
        <Button look="ghost" compact square aria-label={`Delete ${name}`} onClick={() => remove(name)}>
          <Trash2 strokeWidth={1.5} />
        </Button>
      </div>
      {refused.map((sentence) => (
        <p key={sentence} role="alert" className="pb-1 text-down-text">
          {sentence}
        </p>
      ))}
      {open && <Steps scenario={scenario} problems={problems} />}
    </li>
  )
}

/** Its bookmarks go with it; undo brings all back. */
function remove(name: string): void {
  const { scenarios, bookmarks } = keptIn(useDocument.getState().design)
  keep(
    {
      scenarios: scenarios.filter((one) => one.name !== name),
      bookmarks: bookmarks.filter(({ scenario }) => scenario !== name),
    },
    'delete scenario',
  )
  useUi.getState().announce(`${name} was deleted. Undo brings it back.`)
}
