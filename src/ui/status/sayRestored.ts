import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { milliseconds } from '../controls/time.ts'
import { isBroken, outageEnd, worstOfAll } from '../timeline/outages.ts'

/** Says when every flow arrives again, and how long the worst was out: what is seen as red bars that end. */
export function sayRestored(): void {
  let [broken, known] = [0, 0]
  useRuntime.subscribe((run, before) => {
    if (run.liveDirections === before.liveDirections) return
    const views = [...run.liveDirections.values()]
    const now = views.filter(isBroken).length
    const outages = views.reduce((sum, view) => sum + view.outages.length, 0)
    // A short one may begin and end between two looks.
    const restored = now === 0 && run.id === before.id && (broken > 0 || outages > known)
    broken = now
    known = outages
    if (!restored) return
    const worst = worstOfAll(views, run.liveNow)
    const length =
      worst === null ? '' : ` The worst outage was ${milliseconds(outageEnd(worst, run.liveNow) - worst.startAt)}.`
    useUi.getState().announce(`Every flow arrives again.${length}`)
  })
}
