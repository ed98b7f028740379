import { useShallow } from 'zustand/shallow'
import type { MlagDomain } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { FailureList } from '../../failing/FailureList.tsx'
import { StateMark } from '../../state/StateMark.tsx'
import { directionName } from '../../timeline/directionNames.ts'
import { worstOutage } from '../../timeline/outages.ts'
import { useTimelineView } from '../../timeline/viewStore.ts'
import { Section } from '../Section.tsx'
import { stateOf, stateWord } from '../stateOf.ts'
import { FlowRow } from './FlowsThrough.tsx'
import { sentence } from './sentence.ts'

/** How the design as a whole does now: its pairs and why they are not well, what is broken, and who lost frames. */
export function DesignState() {
  const { domains } = useNetwork().topology
  return (
    <>
      {domains.length > 0 && (
        <Section word="pair" head="Pairs" right={`${domains.length}`}>
          <ul>
            {domains.map((domain) => (
              <PairRow key={domain.id} domain={domain} />
            ))}
          </ul>
        </Section>
      )}
      <Section head="Failures">
        <FailureList />
      </Section>
      <WorstFlows />
    </>
  )
}

function PairRow({ domain }: { readonly domain: MlagDomain }) {
  const net = useNetwork()
  const target = { kind: 'domain', id: domain.id } as const
  const state = useRuntime((run) => stateOf(net, run, target))
  const word = useRuntime((run) => stateWord(net, run, target))
  const reason = useRuntime((run) => run.domains.get(domain.id)?.reasons[0])
  return (
    <li className="py-0.5">
      <div className="flex min-h-6 items-center gap-2">
        <StateMark state={state} />
        <button
          type="button"
          className="min-w-0 flex-1 truncate text-left hover:underline"
          onClick={() => useUi.getState().select(target)}
        >
          {domain.name}
        </button>
        <span className="text-ink-3">{word}</span>
      </div>
      {reason !== undefined && <p className="pl-5.5 leading-[18px] text-ink-2">{sentence(reason)}</p>}
    </li>
  )
}

/** The directions that lost most, the worst first. */
function WorstFlows() {
  const net = useNetwork()
  const all = useRuntime((run) => run.directions.size)
  const hit = useRuntime(
    useShallow(({ directions, now }) =>
      [...directions]
        .flatMap(([key, view]) => (view.outages.length === 0 ? [] : [{ key, worst: worstOutage(view, now) ?? 0 }]))
        .toSorted((a, b) => b.worst - a.worst)
        .map(({ key }) => key),
    ),
  )
  if (all === 0) return null
  return (
    <Section word="flow" head="Flows with outages" right={`${hit.length} of ${all}`}>
      {hit.length === 0 && <p className="text-ink-3">No flow lost a frame so far.</p>}
      <ul>
        {hit.slice(0, SHOWN).map((key) => (
          <FlowRow key={key} direction={key} name={directionName(net, key)} />
        ))}
      </ul>
      {hit.length > 0 && (
        <p className="pt-1.5">
          <Button compact onClick={() => useTimelineView.getState().setShows('outages')}>
            {hit.length > SHOWN ? `All ${hit.length} with their parts` : 'Their parts and causes'}
          </Button>
        </p>
      )}
    </Section>
  )
}

/** As many as are taken in at a glance. */
const SHOWN = 8
