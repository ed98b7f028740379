import { Trash2 } from 'lucide-react'
import type { Scenario, TimedCommand } from '../../core/model/scenario.ts'
import type { StepProblem } from '../../core/scenarios/problems.ts'
import { useDocument } from '../../state/documentStore.ts'
import { keep, keptIn } from '../../state/scenarios.ts'
import { Button } from '../controls/Button.tsx'
import { NumberField, TextField, type Refusal } from '../controls/fields.tsx'
import { AddStep } from './AddStep.tsx'
import { stepText } from '../../core/scenarios/words.ts'

interface StepsProps {
  readonly scenario: Scenario
  readonly problems: readonly StepProblem[]
}

/** The name of a scenario, its steps with their times, and its end. */
export function Steps({ scenario, problems }: StepsProps) {
  const { name, steps, until } = scenario
  const put = (change: Partial<Scenario>): Refusal => replace(name, { ...scenario, ...change })
  return (
    <div className="mb-2 rounded-2 bg-inset px-3 py-2">
      <TextField label="Name" value={name} onCommit={(text) => put({ name: text.trim() })} />
      <ol aria-label={`Steps of ${name}`} className="py-1">
        {steps.map((step, index) => (
          <li key={index} className="border-t border-line py-1">
            <div className="flex items-start gap-2">
              <div className="w-64 shrink-0">
                <NumberField
                  label={`Step ${index + 1} at`}
                  value={step.at / 1_000_000}
                  min={0}
                  max={LONGEST_S}
                  decimals={6}
                  unit="s"
                  onCommit={(at) => put({ steps: moved(steps, index, at), until: Math.max(until, microseconds(at)) })}
                />
              </div>
              <span className="min-w-0 flex-1 pt-1.5 leading-4">{stepText(step.command)}</span>
              <Button
                look="ghost"
                square
                aria-label={`Delete step ${index + 1} of ${name}`}
                onClick={() => put({ steps: steps.toSpliced(index, 1) })}
              >
                <Trash2 strokeWidth={1.5} />
              </Button>
            </div>
            {problems
              .filter((problem) => problem.step === index)
              .map(({ text }) => (
                <p key={text} className="text-11 text-down-text">
                  {text}
                </p>
              ))}
          </li>
        ))}
      </ol>
      <NumberField
        label="Ends at"
        value={until / 1_000_000}
        min={0}
        max={LONGEST_S}
        decimals={6}
        unit="s"
        onCommit={(at) => put({ until: microseconds(at) })}
      />
      <AddStep onAdd={(step) => put({ steps: inOrder([...steps, step]), until: Math.max(until, step.at) })} />
    </div>
  )
}

/** Bookmarks follow a new name. */
function replace(name: string, scenario: Scenario): Refusal {
  const { scenarios, bookmarks } = keptIn(useDocument.getState().design)
  const refusal = keep(
    {
      scenarios: scenarios.map((one) => (one.name === name ? scenario : one)),
      bookmarks: bookmarks.map((one) => (one.scenario === name ? { ...one, scenario: scenario.name } : one)),
    },
    'change scenario',
  )
  return refusal ?? undefined
}

function moved(steps: readonly TimedCommand[], index: number, seconds: number): readonly TimedCommand[] {
  return inOrder(steps.map((step, at) => (at === index ? { ...step, at: microseconds(seconds) } : step)))
}

function inOrder(steps: readonly TimedCommand[]): readonly TimedCommand[] {
  return steps.toSorted((a, b) => a.at - b.at)
}

function microseconds(seconds: number): number {
  return Math.round(seconds * 1_000_000)
}

const LONGEST_S = 604_800
