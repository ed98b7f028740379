import type { Outage, RunEvent } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { milliseconds, seconds } from '../controls/time.ts'
import { WayParts } from '../ways/WayParts.tsx'
import { outageEnd } from './outages.ts'
import { directionName } from './directionNames.ts'

/** An outage explained: what it is made of and which events bound its parts. */
export function OutageCard({ direction, outage: shown }: { readonly direction: string; readonly outage: Outage }) {
  const view = useRuntime((run) => run.directions.get(direction))
  const outage = view?.outages.find((other) => other.startAt === shown.startAt) ?? shown
  const now = useRuntime((run) => (outage.endAt === null ? run.now : 0))
  const name = directionName(useNetwork(), direction)
  const events = useRuntime((run) => run.events)
  const length = milliseconds(outageEnd(outage, now) - outage.startAt)
  return (
    <div className="w-80 text-12 leading-4">
      <div className="flex items-baseline gap-2 pb-2">
        <b className="font-semibold">{name}</b>
        <b className="ml-auto font-semibold text-down-text">
          {length}
          {outage.endAt === null ? ' so far' : ''}
        </b>
      </div>
      <dl className="grid grid-cols-[52px_64px_minmax(0,1fr)]">
        <Row word="began" at={outage.startAt} text={outage.trigger} />
        <Phase word="detect" us={outage.detectUs} event={eventOf(events, outage.detectEvent)} />
        <Phase word="decide" us={outage.decideUs} event={eventOf(events, outage.decideEvent)} />
        <Phase word="restore" us={outage.restoreUs} event={undefined} end={outage.endAt} />
      </dl>
      {view && (
        <div className="flex items-center gap-2 border-t border-line pt-1.5">
          <span className="flex-1 text-ink-2">Its way on the canvas</span>
          <WayParts view={view} outage={outage} parts={PARTS} />
        </div>
      )}
      <p className="pt-2 text-11 text-ink-3">
        {outage.reactionUs !== null && `From the fault to the reaction: ${milliseconds(outage.reactionUs)}. `}
        {outage.assumed && 'An assumed value of the platform decided it: see the sources in the domain’s settings. '}
        Measured from the first lost probe to the next one that arrives.
      </p>
    </div>
  )
}

function Phase({ word, us, event, end = null }: PhaseProps) {
  return (
    <>
      <dt className="border-t border-line py-1.5 font-medium">{word}</dt>
      <dd className="border-t border-line py-1.5 pr-2 text-right font-mono">
        {us === null ? 'not yet' : milliseconds(us)}
      </dd>
      <dd className="border-t border-line py-1.5 text-ink-2">
        {event !== undefined && (
          <>
            <span className="font-mono text-11 text-ink-3">{seconds(event.at)}</span> {event.text}
          </>
        )}
        {end !== null && (
          <>
            <span className="font-mono text-11 text-ink-3">{seconds(end)}</span> a probe arrives again
          </>
        )}
      </dd>
    </>
  )
}

interface PhaseProps {
  readonly word: string
  readonly us: number | null
  readonly event: RunEvent | undefined
  readonly end?: number | null
}

function Row({ word, at, text }: { readonly word: string; readonly at: number; readonly text: string }) {
  return (
    <>
      <dt className="border-t border-line py-1.5 font-medium">{word}</dt>
      <dd className="border-t border-line py-1.5 pr-2 text-right font-mono">{seconds(at)} s</dd>
      <dd className="border-t border-line py-1.5 text-ink-2">{text}</dd>
    </>
  )
}

function eventOf(events: readonly RunEvent[], seq: number | null): RunEvent | undefined {
  return seq === null ? undefined : events.find((event) => event.seq === seq)
}

const PARTS = ['before', 'during', 'after'] as const
