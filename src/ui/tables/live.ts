import type { StateWord } from '../../core/model/runView.ts'
import type { Network } from '../../core/model/network.ts'
import { directionKey, type RunState } from '../../state/runState.ts'
import { milliseconds } from '../controls/time.ts'
import { stateOf, stateWord } from '../panels/stateOf.ts'
import { isBroken, worstOutage } from '../timeline/outages.ts'
import type { Column, TableRow } from './table.ts'

/** What a live cell says at the instant that is shown. */
export function liveText(net: Network, run: RunState, row: TableRow, live: NonNullable<Column['live']>): string {
  switch (live) {
    case 'state':
      return row.target === null ? flowWord(run, row) : stateWord(net, run, row.target)
    case 'worst outage': {
      const worst = directions(run, row).flatMap((view) => worstOutage(view, run.now) ?? [])
      return worst.length === 0 ? 'none' : milliseconds(Math.max(...worst))
    }
  }
}

/** The mark beside it. */
export function liveState(net: Network, run: RunState, row: TableRow): StateWord {
  if (row.target !== null) return stateOf(net, run, row.target)
  const word = flowWord(run, row)
  return word === 'ok' ? 'forwarding' : word === 'broken' ? 'down' : 'unknown'
}

function flowWord(run: RunState, row: TableRow): string {
  const views = directions(run, row)
  if (views.length === 0) return 'unknown'
  return views.some(isBroken) ? 'broken' : 'ok'
}

function directions(run: RunState, { flow }: TableRow) {
  if (flow === undefined) return []
  return ([0, 1] as const).flatMap((direction) => run.directions.get(directionKey(flow, direction)) ?? [])
}
