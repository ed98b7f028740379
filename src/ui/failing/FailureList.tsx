import { AlarmClockOff, Wrench } from 'lucide-react'
import { useShallow } from 'zustand/shallow'
import type { ActiveFailure } from '../../core/model/runView.ts'
import { stepText } from '../../core/scenarios/words.ts'
import { failureById } from '../../core/sim/failures/index.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'
import { useActiveFailures } from '../failures.ts'
import { StateMark } from '../state/StateMark.tsx'

/** What is broken now, each with its repair, and what is scheduled, which can be taken back. */
export function FailureList() {
  const active = useActiveFailures()
  const coming = useRuntime(useShallow((run) => run.commands.filter(({ at }) => at > run.liveNow)))
  const { repair, repairAll, takeBack } = useRuntime.getState()
  if (active.length + coming.length === 0) return <p className="text-ink-3">Nothing is broken, nothing is scheduled.</p>
  return (
    <>
      <ul aria-label="Active failures">
        {active.map((failure) => {
          const text = activeText(failure)
          return (
            <li key={text} className={ROW}>
              <StateMark state="down" />
              <span className="min-w-0 flex-1">
                {text} <span className={TIME}>{lastsText(failure)}</span>
              </span>
              <Button compact aria-label={`Repair ${text}`} onClick={() => repair(failure.failure, failure.target)}>
                <Wrench strokeWidth={1.5} />
                Repair
              </Button>
            </li>
          )
        })}
      </ul>
      <ul aria-label="Scheduled">
        {coming
          .toSorted((a, b) => a.at - b.at)
          .map((step) => {
            const text = stepText(step.command)
            return (
              <li key={`${step.at} ${text}`} className={ROW}>
                <StateMark state="waiting" />
                <span className="min-w-0 flex-1">
                  {text} <span className={TIME}>at {clockTime(step.at)}</span>
                </span>
                <Button
                  compact
                  aria-label={`Take back ${text} at ${clockTime(step.at)}`}
                  onClick={() => takeBack(step)}
                >
                  <AlarmClockOff strokeWidth={1.5} />
                  Take back
                </Button>
              </li>
            )
          })}
      </ul>
      {active.length > 0 && (
        <div className="flex justify-end pt-1.5">
          <Button compact aria-keyshortcuts="R" onClick={repairAll}>
            Repair all
          </Button>
        </div>
      )}
    </>
  )
}

function activeText({ failure, target, options }: ActiveFailure): string {
  return stepText({ type: 'fail', failure, target, options })
}

function lastsText({ failure, options, at }: ActiveFailure): string {
  const lastsUs = failureById(failure)?.lastsUs?.(options)
  return `since ${clockTime(at)}${lastsUs === undefined ? '' : `, ends by itself at ${clockTime(at + lastsUs)}`}`
}

const ROW = 'flex min-h-8 items-center gap-2 border-t border-line py-1 leading-4 first:border-0'
/** Behind the words where there is room, else below them. */
const TIME = 'pl-1 text-11 whitespace-nowrap text-ink-3'
