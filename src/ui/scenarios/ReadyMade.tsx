import { Play } from 'lucide-react'
import { useState } from 'react'
import type { SimTime } from '../../core/model/runView.ts'
import { READY_MADE } from '../../core/scenarios/index.ts'
import { S, type ReadyMade as Scenario } from '../../core/scenarios/readyMade.ts'
import { sizeText } from '../../core/scenarios/words.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { useNetwork } from '../../state/network.ts'
import { Button } from '../controls/Button.tsx'
import { fitsHere } from './fitsHere.ts'
import { Part } from './Part.tsx'
import { playReady } from './playReady.ts'

/** Scenarios that come with the product: those that fit the design, then those of other templates. */
export function ReadyMade() {
  const net = useNetwork()
  const fitting = READY_MADE.filter((scenario) => fitsHere(net, scenario))
  const others = TEMPLATES.map(({ id, title }) => ({
    title,
    scenarios: READY_MADE.filter((one) => one.template === id && !fitting.includes(one)),
  })).filter(({ scenarios }) => scenarios.length > 0)
  return (
    <Part head="Ready-made">
      <p className="pb-1 text-ink-3">What is seen when is said of the template as it comes.</p>
      <List scenarios={fitting} />
      {others.map(({ title, scenarios }) => (
        <div key={title}>
          <h4 className="pt-3 pb-1 text-ink-3">Opens the template {title}</h4>
          <List scenarios={scenarios} />
        </div>
      ))}
    </Part>
  )
}

function List({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  return (
    <ul>
      {scenarios.map((scenario) => (
        <Item key={scenario.id} scenario={scenario} />
      ))}
    </ul>
  )
}

function Item({ scenario }: { readonly scenario: Scenario }) {
  const [refused, setRefused] = useState<readonly string[]>([])
  const { name, story, shows } = scenario
  const go = (at: SimTime | null): void => void playReady(scenario, at).then(setRefused)
  return (
    <li className="border-t border-line py-1.5 first:border-0">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-13">{name}</span>
        <span className="text-11 text-ink-3">{sizeText(scenario)}</span>
        <Button compact aria-label={`Play ${name}`} onClick={() => go(null)}>
          <Play strokeWidth={1.5} />
          Play
        </Button>
      </div>
      <p className="max-w-140 text-ink-2">{story}</p>
      <ul className="pt-0.5">
        {shows.map(({ at, text }) => (
          <li key={at} className="flex items-baseline gap-2">
            <button
              type="button"
              aria-label={`Go to ${at} s of ${name}`}
              className="w-12 shrink-0 text-right font-mono text-11 text-you-text hover:underline"
              onClick={() => go(at * S)}
            >
              {at} s
            </button>
            <span className="text-ink-2">{text}</span>
          </li>
        ))}
      </ul>
      {refused.map((sentence) => (
        <p key={sentence} role="alert" className="text-down-text">
          {sentence}
        </p>
      ))}
    </li>
  )
}
