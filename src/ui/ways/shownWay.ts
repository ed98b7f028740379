import type { LinkId } from '../../core/model/ids.ts'
import type { DirectionView, Outage } from '../../core/model/runView.ts'
import { directionKey, type RunState } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { type ShownDirection, useUi } from '../../state/uiStore.ts'

/** Whether the flow direction that the user looks at runs over a cable: `lost` for probes that do not arrive. */
export function useShownWay(id: LinkId): 'way' | 'lost' | null {
  const shown = useUi((ui) => ui.shownDirection)
  return useRuntime((run) => {
    const view = shown && shownView(run, shown)
    return shown && view && wayOf(view, shown).includes(id) ? (isLost(view, shown) ? 'lost' : 'way') : null
  })
}

/** The flow direction that the user looks at. Its outages are all that the run knows, whatever instant is shown. */
export function shownView(
  { directions, liveDirections }: Pick<RunState, 'directions' | 'liveDirections'>,
  { part, flow, direction }: ShownDirection,
): DirectionView | undefined {
  return (part === 'now' ? directions : liveDirections).get(directionKey(flow, direction))
}

/** Cables of the part that is shown, in the order in which probes take them. */
export function wayOf(view: DirectionView, shown: ShownDirection): readonly LinkId[] {
  const outage = outageOf(view, shown)
  switch (shown.part) {
    case 'now':
      return isLost(view, shown) ? (outage?.ways.during ?? []) : view.path
    case 'before':
      return outage?.ways.before ?? []
    case 'during':
      return outage?.ways.during ?? []
    case 'after':
      return outage?.ways.after ?? []
  }
}

/** The probes of the part that is shown were lost: those during an outage, and those of now while it is open. */
export function isLost(view: DirectionView, shown: ShownDirection): boolean {
  return shown.part === 'during' || (shown.part === 'now' && view.outages.at(-1)?.endAt === null)
}

/** The outage that is looked at: the latest one, unless one was chosen. */
export function outageOf(view: DirectionView, { part, outage }: ShownDirection): Outage | undefined {
  const chosen = part === 'now' ? undefined : view.outages.find(({ startAt }) => startAt === outage)
  return chosen ?? view.outages.at(-1)
}
