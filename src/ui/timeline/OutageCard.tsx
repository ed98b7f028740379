import type { ReactNode } from 'react'
import type { Outage, RunEvent, SimTime } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { milliseconds, seconds } from '../controls/time.ts'
import { Explained } from '../glossary/Explained.tsx'
import { WayParts } from '../ways/WayParts.tsx'
import { outageEnd } from './outages.ts'
import { RestsOn } from './RestsOn.tsx'
import { directionName } from './directionNames.ts'
import { show } from './scrub.ts'

/** An outage explained: what it is made of and which events bound its parts, each of which leads to its instant. */
export function OutageCard({ direction, outage: shown }: { readonly direction: string; readonly outage: Outage }) {
  // As far as the run knows it, even while an instant within it is shown.
  const view = useRuntime((run) => run.liveDirections.get(direction))
  const outage = view?.outages.find((other) => other.startAt === shown.startAt) ?? shown
  const now = useRuntime((run) => (outage.endAt === null ? run.liveNow : 0))
  const name = directionName(useNetwork(), direction)
  const events = useRuntime((run) => run.events)
  const length = milliseconds(outageEnd(outage, now) - outage.startAt)
  return (
    <div className="w-80 max-w-[calc(100vw-3rem)] text-12 leading-4">
      <div className="flex items-baseline gap-2 pb-2">
        <b className="font-semibold">{name}</b>
        <b className="ml-auto font-semibold text-down-text">
          {length}
          {outage.endAt === null ? ' so far' : ''}
        </b>
      </div>
      <dl className="grid grid-cols-[52px_64px_minmax(0,1fr)]">
        <Row word="began" figure={`${seconds(outage.startAt)} s`}>
          <Instant at={eventOf(events, outage.triggerEvent)?.at ?? outage.startAt} text={outage.trigger} />
        </Row>
        <Phase word="detect" us={outage.detectUs} event={eventOf(events, outage.detectEvent)} />
        <Phase word="decide" us={outage.decideUs} event={eventOf(events, outage.decideEvent)} />
        <Row word="restore" figure={outage.restoreUs === null ? NOT_YET : milliseconds(outage.restoreUs)}>
          {outage.endAt !== null && <Instant at={outage.endAt} text="a probe arrives again" />}
        </Row>
      </dl>
      {view && (
        <div className="flex items-center gap-2 border-t border-line pt-1.5">
          <span className="flex-1 text-ink-2">Its way on the canvas</span>
          <WayParts view={view} outage={outage} parts={PARTS} />
        </div>
      )}
      <RestsOn outage={outage} />
      <p className="pt-2 text-11 text-ink-3">
        {outage.reactionUs !== null && `From the fault to the reaction: ${milliseconds(outage.reactionUs)}. `}
        Measured from the first lost probe to the next one that arrives.
      </p>
      <Explained words={WORDS} />
    </div>
  )
}

function Phase({ word, us, event }: PhaseProps) {
  return (
    <Row word={word} figure={us === null ? NOT_YET : milliseconds(us)}>
      {event !== undefined && <Instant at={event.at} text={event.text} />}
    </Row>
  )
}

interface PhaseProps {
  readonly word: string
  readonly us: number | null
  readonly event: RunEvent | undefined
}

function Row({ word, figure, children }: RowProps) {
  return (
    <>
      <dt className="border-t border-line py-1.5 font-medium">{word}</dt>
      <dd className="border-t border-line py-1.5 pr-2 text-right font-mono">{figure}</dd>
      <dd className="border-t border-line py-1.5 text-ink-2">{children}</dd>
    </>
  )
}

interface RowProps {
  readonly word: string
  readonly figure: string
  readonly children: ReactNode
}

/** What happened at an instant; a click shows that instant, and the card stays. */
function Instant({ at, text }: { readonly at: SimTime; readonly text: string }) {
  return (
    <button
      type="button"
      title="Show this instant"
      className="rounded-1 text-left hover:text-ink hover:underline"
      onClick={() => show(at)}
    >
      <span className="font-mono text-11 text-you-text">{seconds(at)}</span> {text}
    </button>
  )
}

function eventOf(events: readonly RunEvent[], seq: number | null): RunEvent | undefined {
  return seq === null ? undefined : events.find((event) => event.seq === seq)
}

const NOT_YET = 'not yet'
const WORDS = ['outage', 'flow'] as const
const PARTS = ['before', 'during', 'after'] as const
