import { Crosshair, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/shallow'
import { toId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import type { Target } from '../../../state/uiStore.ts'
import { cableEnds } from '../../canvas/labels.ts'
import { Button } from '../../controls/Button.tsx'
import { seconds } from '../../controls/time.ts'
import { activeOn, failureLabel } from '../../failures.ts'
import { useTimelineView } from '../../timeline/viewStore.ts'
import { Section } from '../Section.tsx'
import { stateWord } from '../stateOf.ts'
import { lowered } from '../../../core/model/lowered.ts'

/** Cables have no names of their own: what they join says which is meant. */
function nameOf(net: Network, target: string): string {
  const link = net.links.get(toId(target))
  return link === undefined ? target : cableEnds(net, link)
}

/** Why a thing is in its state, in sentences, with what repairs it and where the run shows the cause. */
export function Why({ target, children }: { readonly target: Target; readonly children: ReactNode }) {
  const net = useNetwork()
  const word = useRuntime((run) => stateWord(net, run, target))
  const failures = useRuntime(useShallow((run) => activeOn(net, run, target)))
  const cause = failures[0]
  return (
    <Section head={`Why it is ${word}`} right={cause && <span className="font-mono">{seconds(cause.at)} s</span>}>
      <div className="leading-[18px]">{children}</div>
      {failures.map((failure) => (
        <p key={`${failure.failure} ${failure.target}`} className="pt-1 leading-[18px]">
          {failureLabel(failure.failure)} on <span className="font-mono">{nameOf(net, failure.target)}</span> at{' '}
          <span className="font-mono">{seconds(failure.at)}</span> s.
        </p>
      ))}
      {cause !== undefined && (
        <div className="flex flex-wrap gap-1.5 pt-2">
          {failures.map(({ failure, target: failed }, at) => (
            <Button
              key={`${failure} ${failed}`}
              compact
              look={at === 0 ? 'primary' : 'outlined'}
              onClick={() => useRuntime.getState().repair(failure, failed)}
            >
              <Wrench strokeWidth={1.5} />
              Repair {failures.length === 1 ? 'it' : lowered(failureLabel(failure))}
            </Button>
          ))}
          <Button
            compact
            onClick={() => {
              const { spanUs, goTo, setShows } = useTimelineView.getState()
              setShows('lanes')
              goTo(cause.at - spanUs / 3)
            }}
          >
            <Crosshair strokeWidth={1.5} />
            Go to cause
          </Button>
        </div>
      )}
    </Section>
  )
}
