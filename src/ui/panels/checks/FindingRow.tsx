import { CircleX, Info, Play, TriangleAlert, Wrench } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../core/lint/lint.ts'
import type { Counterexample, Severity } from '../../../core/lint/rule.ts'
import { mend } from '../../../state/mend.ts'
import { useNetwork } from '../../../state/network.ts'
import { playScenario } from '../../../state/scenarios.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { targetName } from '../targetNames.ts'
import { targetsOf } from './targets.ts'
import { TurnOffForm } from './TurnOffForm.tsx'

/** One finding. Opening it selects what it is about, so that the canvas shows it. */
export function FindingRow({ finding, open, onToggle }: FindingRowProps) {
  const net = useNetwork()
  const [Icon, colour, word] = LOOKS[finding.severity]
  return (
    <li className={`border-b border-line ${open ? 'bg-you-bg shadow-[inset_2px_0_0_var(--you)]' : ''}`}>
      <button
        type="button"
        aria-expanded={open}
        className="grid w-full grid-cols-[16px_minmax(0,1fr)] gap-2.5 px-3.5 py-2 text-left text-12 leading-[18px] focus-visible:outline-offset-[-2px]"
        onClick={() => {
          onToggle()
          if (open) return
          const targets = targetsOf(net, finding.objects)
          useUi.getState().selectMany(targets)
          useUi.getState().show(targets)
        }}
      >
        <Icon size={16} strokeWidth={1.5} className={`mt-px ${colour}`} aria-label={word} />
        <span className="min-w-0 [overflow-wrap:anywhere]">{finding.text}</span>
      </button>
      {open && <Details finding={finding} />}
    </li>
  )
}

interface FindingRowProps {
  readonly finding: Finding
  readonly open: boolean
  readonly onToggle: () => void
}

function Details({ finding }: { readonly finding: Finding }) {
  const { fix, counterexample, unplayable, rule, wayOut, why, source } = finding
  const [turningOff, setTurningOff] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <div className="pr-3.5 pb-3 pl-10 text-12 leading-[18px] text-ink-2">
      <p>{wayOut}</p>
      <div className="flex flex-wrap gap-1.5 pt-2">
        {fix && (
          <Button compact look="primary" onClick={() => setRefusal(mend(fix))}>
            <Wrench strokeWidth={1.5} aria-hidden />
            {fix.label}
          </Button>
        )}
        {counterexample && (
          <Button compact onClick={() => setRefusal(show(counterexample))}>
            <Play strokeWidth={1.5} aria-hidden />
            Show the failure
          </Button>
        )}
        <Button compact look="ghost" aria-expanded={turningOff} onClick={() => setTurningOff(!turningOff)}>
          Turn off…
        </Button>
      </div>
      {refusal !== null && (
        <p role="alert" className="pt-1.5 text-down-text">
          {refusal}
        </p>
      )}
      {turningOff && <TurnOffForm rule={rule} onCancel={() => setTurningOff(false)} />}
      {counterexample && <Fact name="The failure">{counterexample.story}</Fact>}
      {unplayable !== null && <Fact name="Not played">{unplayable}</Fact>}
      <Fact name="Why">{why}</Fact>
      <Fact name="Source">{source}</Fact>
      <Fact name="Rule">
        <span className="font-mono text-11">{rule}</span>
      </Fact>
      <Objects finding={finding} />
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <p className="pt-1.5 [overflow-wrap:anywhere]">
      <span className="font-semibold text-ink">{name}. </span>
      {children}
    </p>
  )
}

/** Ways to each thing that the finding is about. */
function Objects({ finding }: { readonly finding: Finding }) {
  const net = useNetwork()
  const targets = targetsOf(net, finding.objects)
  return (
    <div className="flex flex-wrap gap-1.5 pt-2">
      {targets.slice(0, MOST_BUTTONS).map((target) => (
        <Button key={target.id} compact onClick={() => useUi.getState().select(target)}>
          Select {targetName(net, target)}
        </Button>
      ))}
    </div>
  )
}

/** Plays the failure on the design as it is drawn; what keeps it from being played, or null. */
function show({ scenario, story }: Counterexample): string | null {
  const [problem] = playScenario(scenario, null)
  if (problem !== undefined) return problem
  useUi.getState().announce(story)
  return null
}

const LOOKS: Readonly<Record<Severity, readonly [typeof CircleX, string, string]>> = {
  error: [CircleX, 'text-down-text', 'error'],
  warning: [TriangleAlert, 'text-waiting-text', 'warning'],
  info: [Info, 'text-ink-3', 'note'],
}
const MOST_BUTTONS = 6
