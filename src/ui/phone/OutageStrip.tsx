import { Wrench } from 'lucide-react'
import { useShallow } from 'zustand/shallow'
import { useRuntime } from '../../state/runtimeStore.ts'
import { repairAll } from '../actions.ts'
import { Button } from '../controls/Button.tsx'
import { useActiveFailures } from '../failures.ts'
import { OutageOf } from './OutageBar.tsx'
import { worstSince } from './worst.ts'

/** While nothing is selected: the worst outage of the run, and the way to repair all. Nothing while all is well. */
export function OutageStrip() {
  const failures = useActiveFailures()
  const worst = useRuntime(useShallow((run) => worstSince(run, 0)))
  if (failures.length === 0 && worst === null) return null
  return (
    <section aria-label="Worst outage" className="phone-summary">
      {worst !== null && <OutageOf direction={worst.direction} startAt={worst.startAt} />}
      {failures.length > 0 && (
        <div className="flex items-center gap-2">
          <span className="flex-1">
            {failures.length} {failures.length === 1 ? 'failure' : 'failures'} active
          </span>
          <Button onClick={repairAll}>
            <Wrench strokeWidth={1.5} />
            Repair all
          </Button>
        </div>
      )}
    </section>
  )
}
