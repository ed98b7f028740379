import { CircleX, TriangleAlert } from 'lucide-react'
import { useChecks } from '../../state/checksStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { milliseconds } from '../controls/time.ts'
import { WhatIs } from '../glossary/WhatIs.tsx'
import { openFailures, useActiveFailures } from '../failures.ts'
import { StateMark } from '../state/StateMark.tsx'
import { hasStormed, isBroken, outageEnd, worstOfAll } from '../timeline/outages.ts'
import { useTimelineView } from '../timeline/viewStore.ts'

/** Counts of what matters, and the sentence that was said last. */
export function StatusBar() {
  return (
    <footer
      className="flex items-center gap-3.5 overflow-hidden border-t border-line bg-chrome px-3 text-11 whitespace-nowrap text-ink-2 [&_b]:font-semibold [&_b]:text-ink"
      style={{ gridArea: 'status' }}
    >
      <Findings />
      <Rule />
      <Flows />
      <WhatIs word="outage" />
      <Rule />
      <Failures />
      <span className="flex-1" />
      <Announcement />
      <Rule />
      <Saving />
    </footer>
  )
}

function Findings() {
  const findings = useChecks((checks) => checks.findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const openChecks = (): void => {
    useUi.getState().select(null)
    useUi.getState().set({ inspectorTab: 'checks' })
  }
  return (
    <button type="button" className={`${ITEM} gap-3.5`} onClick={openChecks}>
      <span className={`flex items-center gap-1.5 ${errors > 0 ? 'text-down-text' : ''}`}>
        <CircleX size={13} strokeWidth={1.5} aria-hidden />
        {counted(errors, 'error')}
      </span>
      <span className={`flex items-center gap-1.5 ${warnings > 0 ? 'text-waiting-text' : ''}`}>
        <TriangleAlert size={13} strokeWidth={1.5} aria-hidden />
        {counted(warnings, 'warning')}
      </span>
    </button>
  )
}

function Flows() {
  const storm = useRuntime(hasStormed)
  const ok = useRuntime((run) => [...run.directions.values()].filter((view) => !isBroken(view)).length)
  const broken = useRuntime((run) => [...run.directions.values()].filter(isBroken).length)
  const worst = useRuntime((run) => {
    const outage = worstOfAll(run.directions.values(), run.now)
    if (outage === null) return 'none'
    return `${milliseconds(outageEnd(outage, run.now) - outage.startAt)}${outage.assumed ? ', assumed' : ''}`
  })
  return (
    <button type="button" className={ITEM} onClick={() => useTimelineView.getState().setShows('outages')}>
      <StateMark state={storm || broken > 0 ? 'down' : ok > 0 ? 'forwarding' : 'unknown'} />
      {storm ? (
        <span className="text-down-text">storm, no flow arrives</span>
      ) : (
        <>
          <span>flows {ok} ok</span>
          <span className={`ml-2 ${broken > 0 ? 'text-down-text' : ''}`}>{broken} broken</span>
        </>
      )}
      <span className="ml-2">
        worst outage <b>{worst}</b>
      </span>
    </button>
  )
}

function Failures() {
  const failures = useActiveFailures()
  const repairAll = useRuntime((run) => run.repairAll)
  const coming = useRuntime((run) => run.commands.filter(({ at }) => at > run.liveNow).length)
  const active = failures.length === 0 ? 'no failure active' : `${counted(failures.length, 'failure')} active`
  const list = (
    <button
      type="button"
      className={`${ITEM} ${failures.length + coming === 0 ? 'max-[1100px]:hidden' : ''}`}
      title="All failures, active and scheduled"
      onClick={() => openFailures()}
    >
      {active}
      {coming > 0 && `, ${coming} scheduled`}
    </button>
  )
  if (failures.length === 0) return list
  return (
    <span className="flex items-center gap-2">
      {list}
      <button type="button" className={`${ITEM} text-you-text`} onClick={repairAll}>
        Repair all
      </button>
    </span>
  )
}

function Announcement() {
  const { seq, text } = useUi((ui) => ui.announcement)
  return (
    <output aria-live="polite" aria-atomic className="min-w-0 truncate" data-testid="announcement" title={text}>
      <span key={seq}>{text}</span>
    </output>
  )
}

function Saving() {
  const saving = useUi((ui) => ui.saving)
  if (saving === 'saved' || saving === 'saving') return <span>{saving}</span>
  return (
    <button type="button" className={`${ITEM} text-down-text`} onClick={save}>
      not saved: {saving === 'full' ? 'the browser’s storage is full' : 'the browser keeps nothing'}. Save the file
    </button>
  )
}

const save = (): void => void import('../../state/openDesign.ts').then(({ saveFile }) => saveFile())

function Rule() {
  return <span className="h-3.5 w-px shrink-0 bg-line" />
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

const ITEM =
  'flex shrink-0 items-center gap-1.5 rounded-1 hover:text-ink hover:underline focus-visible:outline-offset-0'
