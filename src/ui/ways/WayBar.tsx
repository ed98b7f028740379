import { X } from 'lucide-react'
import type { DirectionView, Outage } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { directionKey } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { type ShownDirection, useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { milliseconds, seconds } from '../controls/time.ts'
import { directionName } from '../timeline/directionNames.ts'
import { outageEnd } from '../timeline/outages.ts'
import { outageOf, shownView } from './shownWay.ts'
import { WayParts } from './WayParts.tsx'
import { wayText } from './wayText.ts'

/** Stands on the canvas while it shows the way of a flow: which one, when, and the way in words. */
export function WayBar() {
  const shown = useUi((ui) => ui.shownDirection)
  const view = useRuntime((run) => shown && shownView(run, shown))
  return shown && view ? <Bar shown={shown} view={view} /> : null
}

function Bar({ shown, view }: { readonly shown: ShownDirection; readonly view: DirectionView }) {
  const net = useNetwork()
  const name = directionName(net, directionKey(shown.flow, shown.direction))
  const outage = outageOf(view, shown)
  return (
    <section aria-label={`Way of ${name}`} className="float way-bar">
      <div className="flex w-full items-center gap-2">
        <b className="min-w-0 truncate font-semibold">{name}</b>
        <span className="flex-1" />
        <WayParts view={view} outage={outage} parts={PARTS} />
        <Button
          look="ghost"
          compact
          square
          aria-label="Stop showing the way"
          onClick={() => useUi.getState().set({ shownDirection: null })}
        >
          <X strokeWidth={1.5} />
        </Button>
      </div>
      {shown.part !== 'now' && outage && <ChosenOutage shown={shown} view={view} outage={outage} />}
      <output className="text-ink-2">{wayText(net, view, shown)}</output>
    </section>
  )
}

function ChosenOutage({ shown, view, outage }: BarProps & { readonly outage: Outage }) {
  const now = useRuntime((run) => (view.outages.at(-1)?.endAt === null ? run.liveNow : 0))
  const text = (one: Outage) =>
    `at ${seconds(one.startAt)} s, ${milliseconds(outageEnd(one, now) - one.startAt)}${one.endAt === null ? ' so far' : ''}`
  return (
    <label className="flex items-center gap-1.5 text-ink-3">
      Outage
      {view.outages.length === 1 ? (
        <span className="text-down-text">{text(outage)}</span>
      ) : (
        <select
          value={outage.startAt}
          className="h-6 rounded-2 bg-transparent px-1 text-12 text-down-text hover:bg-hover"
          onChange={(change) =>
            useUi.getState().set({ shownDirection: { ...shown, outage: Number(change.target.value) } })
          }
        >
          {view.outages.map((one) => (
            <option key={one.startAt} value={one.startAt}>
              {text(one)}
            </option>
          ))}
        </select>
      )}
    </label>
  )
}

interface BarProps {
  readonly shown: ShownDirection
  readonly view: DirectionView
}

const PARTS = ['now', 'before', 'during', 'after'] as const
