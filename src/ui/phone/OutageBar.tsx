import { useState } from 'react'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { lazily } from '../lazily.tsx'
import { milliseconds } from '../controls/time.ts'
import { directionName } from '../timeline/directionNames.ts'
import { outageEnd, phasesOf } from '../timeline/outages.ts'
import type { OutageRef } from './worst.ts'

const OutagePopover = lazily(() => import('../timeline/OutagePopover.tsx').then(({ OutagePopover }) => OutagePopover))

/** An outage with its flow, its length and its parts to scale; a tap explains it. */
export function OutageOf({ direction, startAt }: OutageRef) {
  const net = useNetwork()
  const outage = useRuntime((run) =>
    run.liveDirections.get(direction)?.outages.find((other) => other.startAt === startAt),
  )
  const now = useRuntime((run) => (outage?.endAt === null ? run.liveNow : 0))
  const [at, setAt] = useState<DOMRect | null>(null)
  if (outage === undefined) return null
  const length = outageEnd(outage, now) - outage.startAt
  const name = directionName(net, direction)
  const total = `${milliseconds(length)}${outage.endAt === null ? ' so far' : ''}${outage.assumed ? ', assumed' : ''}`
  return (
    <>
      <button
        type="button"
        className="phone-outage-button"
        aria-label={`Outage of ${name}: ${total}`}
        onClick={(click) => setAt(click.currentTarget.getBoundingClientRect())}
      >
        <span className="flex w-full items-baseline gap-2">
          <span className="min-w-0 truncate">Worst outage, {name}</span>
          <b className="ml-auto font-semibold text-down-text">{total}</b>
        </span>
        <span className="flex h-4 w-full" aria-hidden="true">
          {phasesOf(outage, now).map(({ name: phase, from, to }) => (
            <i key={phase} className="phone-phase" data-phase={phase} style={{ flexGrow: (to - from) / length }}>
              {(to - from) / length > LABELLED && `${phase} ${Math.round((to - from) / 1_000)}`}
            </i>
          ))}
        </span>
      </button>
      {at !== null && <OutagePopover direction={direction} outage={outage} at={at} onClose={() => setAt(null)} />}
    </>
  )
}

/** A part this large has room for its name and its milliseconds. */
const LABELLED = 0.26
