import { Crosshair, Ellipsis, Wrench } from 'lucide-react'
import { useShallow } from 'zustand/shallow'
import { lowered } from '../../core/model/lowered.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { activeOn, failureIcon, failureLabel, openFailures, toggleFailure, useBreakables } from '../failures.ts'
import { useFailureCatalog } from '../failureCatalog.ts'
import { useTimelineView } from '../timeline/viewStore.ts'
import { briefOf } from './briefOf.ts'
import { OutageOf } from './OutageBar.tsx'
import { worstSince } from './worst.ts'

/** Why it is as it is, in a sentence; the worst outage that came of it; repair it, or break it. */
export function Brief({ target }: { readonly target: Target }) {
  const net = useNetwork()
  const text = useRuntime((run) => briefOf(net, run, target))
  const failures = useRuntime(useShallow((run) => activeOn(net, run, target)))
  const [cause] = failures
  const worst = useRuntime(useShallow((run) => (cause === undefined ? null : worstSince(run, cause.at))))
  return (
    <div className="flex flex-col gap-2 overflow-y-auto px-4 pb-2 text-13 leading-[18px] text-ink-2">
      <p>{text}</p>
      {worst !== null && <OutageOf direction={worst.direction} startAt={worst.startAt} />}
      {cause === undefined ? <BreakIt target={target} /> : <MendIt target={target} causeAt={cause.at} />}
    </div>
  )
}

function MendIt({ target, causeAt }: { readonly target: Target; readonly causeAt: number }) {
  const net = useNetwork()
  const failures = useRuntime(useShallow((run) => activeOn(net, run, target)))
  useFailureCatalog((catalog) => catalog.icons)
  return (
    <div className="flex flex-wrap gap-2">
      {failures.map(({ failure, target: failed }, at) => (
        <Button
          key={`${failure} ${failed}`}
          look={at === 0 ? 'primary' : 'outlined'}
          className="phone-action"
          onClick={() => useRuntime.getState().repair(failure, failed)}
        >
          <Wrench strokeWidth={1.5} />
          Repair{failures.length === 1 ? ` ${thing(target)}` : `: ${lowered(failureLabel(failure))}`}
        </Button>
      ))}
      <Button className="phone-action" onClick={() => goTo(causeAt)}>
        <Crosshair strokeWidth={1.5} />
        Go to cause
      </Button>
    </div>
  )
}

/** The first failures of its kind, and all of them with their options. */
function BreakIt({ target }: { readonly target: Target }) {
  const breakables = useBreakables(target)
  if (breakables.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {breakables
        .filter(({ failure }) => failure.options.length === 0)
        .slice(0, AT_ONCE)
        .map((breakable) => {
          const Icon = failureIcon(breakable.failure.id)
          return (
            <Button
              key={breakable.failure.id}
              look="failure"
              className="phone-action"
              aria-pressed={breakable.active}
              onClick={() => toggleFailure(breakable)}
            >
              <Icon strokeWidth={1.5} aria-hidden="true" />
              {breakable.failure.label}
            </Button>
          )
        })}
      <Button square aria-label="All failures of it" onClick={() => openFailures()}>
        <Ellipsis strokeWidth={1.5} />
      </Button>
    </div>
  )
}

function thing({ kind }: Target): string {
  switch (kind) {
    case 'port':
    case 'link':
      return 'cable'
    case 'device':
      return 'device'
    case 'bond':
    case 'domain':
      return 'pair'
    case 'note':
      return ''
  }
}

function goTo(at: number): void {
  const { spanUs, goTo: show, setShows } = useTimelineView.getState()
  setShows('lanes')
  show(at - spanUs / 3)
  useUi.getState().set({ phoneCover: 'timeline' })
}

const AT_ONCE = 2
