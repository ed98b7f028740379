import { useState } from 'react'
import { longestOf } from '../../core/model/longest.ts'
import { useNetwork } from '../../state/network.ts'
import type { DirectionView, Outage } from '../../core/model/runView.ts'
import { directionKey } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { milliseconds, seconds } from '../controls/time.ts'
import { StateMark } from '../state/StateMark.tsx'
import { lazily } from '../lazily.tsx'
import { isBroken, outageEnd, worstOfAll } from './outages.ts'
import { directionName } from './directionNames.ts'

const OutagePopover = lazily(() => import('./OutagePopover.tsx').then(({ OutagePopover }) => OutagePopover))

/** Every flow direction with its outages in milliseconds, in words; each opens into its parts. */
export function OutageList() {
  const net = useNetwork()
  const keys = net.topology.flows.flatMap(({ id }) => [directionKey(id, 0), directionKey(id, 1)])
  return (
    <div ref={showWorst} className="min-h-0 flex-1 overflow-auto border-t border-line [scrollbar-width:thin]">
      <table className="w-full border-collapse text-12" aria-label="Outages of every flow and direction">
        <thead className="sticky top-0 bg-panel text-11 text-ink-3">
          <tr>
            {['flow', 'state', 'outages', 'worst', 'sent', 'lost'].map((head) => (
              <th key={head} scope="col" className="h-6 border-b border-line px-2 text-left font-semibold first:pl-4">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <DirectionRow key={key} direction={key} name={directionName(net, key)} />
          ))}
        </tbody>
      </table>
      {keys.length === 0 && <p className="px-4 py-2 text-ink-3">No flow is drawn: nothing is measured.</p>}
    </div>
  )
}

function DirectionRow({ direction, name }: { readonly direction: string; readonly name: string }) {
  const view = useRuntime((run) => run.directions.get(direction))
  const now = useRuntime((run) => run.now)
  const [open, setOpen] = useState<{ readonly outage: Outage; readonly at: DOMRect } | null>(null)
  if (view === undefined) return null
  const broken = isBroken(view)
  const { shown, others } = longestOf(view.outages, (outage) => outageEnd(outage, now) - outage.startAt)
  return (
    <tr data-direction={direction} className="border-b border-line [&>td]:px-2 [&>td]:py-1">
      <th scope="row" className="py-1 pr-2 pl-4 text-left font-normal whitespace-nowrap">
        {name}
      </th>
      <td>
        <span className="flex items-center gap-1.5">
          <StateMark state={broken ? 'down' : 'forwarding'} />
          {broken ? 'broken' : 'ok'}
        </span>
      </td>
      <td className="w-full">
        <span className="flex flex-wrap gap-1">
          {view.outages.length === 0 && <span className="text-ink-3">none</span>}
          {shown.map((outage) => (
            <button
              key={outage.startAt}
              type="button"
              className="rounded-2 bg-down-bg px-1.5 font-medium text-down-text hover:underline"
              aria-label={`Outage of ${name} at ${seconds(outage.startAt)} s: ${lengthText(outage, now)}`}
              onClick={(click) => setOpen({ outage, at: click.currentTarget.getBoundingClientRect() })}
            >
              {lengthText(outage, now)}
            </button>
          ))}
          {others > 0 && <span className="text-ink-3">and {others} more, none longer</span>}
        </span>
        {open !== null && (
          <OutagePopover direction={direction} outage={open.outage} at={open.at} onClose={() => setOpen(null)} />
        )}
      </td>
      <td className="font-mono whitespace-nowrap">{worstText(view, now)}</td>
      <td className="font-mono">{view.sent}</td>
      <td className="font-mono">{view.lost}</td>
    </tr>
  )
}

/** Opened, the list begins with what lost most: it is what the status bar names. */
function showWorst(list: HTMLElement | null): void {
  const { directions, now } = useRuntime.getState()
  const worst = worstOfAll(directions.values(), now)
  const found = [...directions].find(([, { outages }]) => worst !== null && outages.includes(worst))
  list?.querySelector(`[data-direction="${CSS.escape(found?.[0] ?? '')}"]`)?.scrollIntoView({ block: 'center' })
}

function lengthText(outage: Outage, now: number): string {
  return `${milliseconds(outageEnd(outage, now) - outage.startAt)}${outage.endAt === null ? ' so far' : ''}${outage.assumed ? ', assumed' : ''}`
}

function worstText(view: DirectionView, now: number): string {
  const lengths = view.outages.map((outage) => outageEnd(outage, now) - outage.startAt)
  return lengths.length === 0 ? '' : milliseconds(Math.max(...lengths))
}
