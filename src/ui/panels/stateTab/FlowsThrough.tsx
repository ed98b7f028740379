import { useShallow } from 'zustand/shallow'
import type { LinkId } from '../../../core/model/ids.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { directionKey } from '../../../state/runState.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { milliseconds } from '../../controls/time.ts'
import { StateMark } from '../../state/StateMark.tsx'
import { isBroken, worstOutage } from '../../timeline/outages.ts'
import { directionName } from '../../timeline/directionNames.ts'
import { Section } from '../Section.tsx'

/** Flow directions that run over these cables now. */
export function FlowsThrough({ links }: { readonly links: readonly LinkId[] }) {
  const net = useNetwork()
  const keys = useRuntime(useShallow((run) => [...new Set(links.flatMap((id) => run.links.get(id)?.flows ?? []))]))
  return (
    <Section word="flow" head="Flows here now" right={`${keys.length}`}>
      {keys.length === 0 && <p className="text-ink-3">No probe takes this way.</p>}
      <ul>
        {keys.map((key) => (
          <FlowRow key={key} direction={key} name={directionName(net, key)} />
        ))}
      </ul>
    </Section>
  )
}

/** One flow direction with its state and its longest outage. */
export function FlowRow({ direction, name }: { readonly direction: string; readonly name: string }) {
  const broken = useRuntime((run) => {
    const view = run.directions.get(direction)
    return view === undefined || isBroken(view)
  })
  const worst = useRuntime((run) => worstOutage(run.directions.get(direction), run.now))
  return (
    <li className="flex min-h-6 items-center gap-2">
      <StateMark state={broken ? 'down' : 'forwarding'} label={broken ? 'broken' : 'ok'} />
      <ShowFlow direction={direction} name={name} />
      {worst !== null && <span className="text-down-text">{milliseconds(worst)}</span>}
    </li>
  )
}

/** The name of a flow direction, which shows its way on the canvas and takes that back. */
export function ShowFlow({ direction, name }: { readonly direction: string; readonly name: string }) {
  const key = useUi(
    ({ shownDirection }) => shownDirection && directionKey(shownDirection.flow, shownDirection.direction),
  )
  const view = useRuntime((run) => run.directions.get(direction))
  const shown = key === direction
  return (
    <button
      type="button"
      aria-pressed={shown}
      title="Show its way on the canvas"
      className="min-w-0 flex-1 truncate text-left hover:underline aria-pressed:font-semibold aria-pressed:text-you-text"
      onClick={() => {
        if (view === undefined) return
        const shownDirection = shown
          ? null
          : { flow: view.flow, direction: view.direction, part: 'now' as const, outage: null }
        useUi.getState().set({ shownDirection })
      }}
    >
      {name}
    </button>
  )
}
