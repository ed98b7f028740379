import { LogOut, Pause, Play, SkipBack, StepForward, Timer, Wrench } from 'lucide-react'
import { useEffect } from 'react'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { repairAll, resetRun, togglePlay } from '../actions.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime, milliseconds } from '../controls/time.ts'
import { toggleFailure, useActiveFailures, useBreakables } from '../failures.ts'
import { useFailureCatalog } from '../failureCatalog.ts'
import { targetName } from '../panels/targetNames.ts'
import { StateMark } from '../state/StateMark.tsx'
import { isBroken, outageEnd, worstOfAll } from '../timeline/outages.ts'
import { PointerRing } from './PointerRing.tsx'
import { PressedKey } from './PressedKey.tsx'

/** The controls of a presentation: few, large, below a canvas that has the whole screen. Escape leaves. */
export function PresentBar() {
  const running = useRuntime((run) => run.running)
  const now = useRuntime((run) => run.now)
  const { step, toNextTimer } = useRuntime.getState()
  const { seq, text } = useUi((ui) => ui.announcement)
  useFullScreen()
  return (
    <section
      aria-label="Presentation"
      className="flex min-w-0 items-center gap-2 border-t border-line bg-panel px-4 max-[640px]:gap-1.5 max-[640px]:px-2"
      style={{ gridArea: 'timeline' }}
    >
      <Button look="ghost" square className={`${SIDE} ${WIDE}`} aria-label="Reset the run" onClick={resetRun}>
        <SkipBack />
      </Button>
      <Button
        look="primary"
        square
        className="h-14! w-14!"
        aria-label={running ? 'Pause' : 'Play'}
        aria-keyshortcuts="Space"
        onClick={togglePlay}
      >
        {running ? (
          <Pause fill="currentColor" strokeWidth={0} className={BIG} />
        ) : (
          <Play fill="currentColor" strokeWidth={0} className={BIG} />
        )}
      </Button>
      <Button look="ghost" square className={`${SIDE} ${WIDE}`} aria-label="Step one event" onClick={step}>
        <StepForward />
      </Button>
      <Button className={`${SIDE} px-4! text-16! ${WIDE}`} onClick={toNextTimer} aria-label="Next timer">
        <Timer />
        <span className="max-[1100px]:hidden">Next timer</span>
      </Button>
      <Break />
      <div className="ml-4 flex min-w-0 flex-1 flex-col max-[640px]:ml-0">
        <span
          data-testid="clock"
          className="font-mono text-[28px] leading-9 font-semibold tracking-tight whitespace-nowrap max-[640px]:text-16"
        >
          {clockTime(now)}
        </span>
        <output aria-live="polite" aria-atomic className="truncate text-16 text-ink-2 max-[640px]:text-12">
          <span key={seq}>{text}</span>
        </output>
      </div>
      <Flows />
      <Button
        className={`${SIDE} px-4! text-16! max-[640px]:px-2!`}
        aria-label="Leave the presentation"
        onClick={leave}
      >
        <LogOut />
        <span className="max-[1100px]:hidden">Leave</span>
      </Button>
      <PointerRing />
      <PressedKey />
    </section>
  )
}

/** What breaks or repairs the selected thing, and what repairs all. */
function Break() {
  const net = useNetwork()
  const [selected] = useUi((ui) => ui.selection)
  const known = useFailureCatalog(({ failures }) => failures.length > 0)
  const breakables = useBreakables(selected)
  const active = useActiveFailures().length > 0
  const first = breakables.find(({ failure }) => FIRST.has(failure.id)) ?? breakables[0]
  return (
    <>
      {known && selected !== undefined && first !== undefined && (
        <Button
          look="failure"
          className={`${SIDE} max-w-80 min-w-0 shrink! px-4! text-16! max-[640px]:max-w-28 max-[640px]:px-2!`}
          aria-pressed={first.active}
          aria-keyshortcuts="X"
          onClick={() => toggleFailure(first)}
        >
          <span className="truncate">
            {first.active ? 'Repair' : first.failure.label} {targetName(net, selected)}
          </span>
        </Button>
      )}
      {active && (
        <Button className={`${SIDE} px-4! text-16!`} aria-label="Repair all" onClick={repairAll}>
          <Wrench />
          <span className="max-[1100px]:hidden">Repair all</span>
        </Button>
      )}
    </>
  )
}

function Flows() {
  const ok = useRuntime((run) => [...run.directions.values()].filter((view) => !isBroken(view)).length)
  const broken = useRuntime((run) => [...run.directions.values()].filter(isBroken).length)
  const worst = useRuntime((run) => {
    const outage = worstOfAll(run.directions.values(), run.now)
    return outage === null ? 'none' : milliseconds(outageEnd(outage, run.now) - outage.startAt)
  })
  return (
    <div className={`mx-4 flex shrink-0 flex-col text-16 leading-6 whitespace-nowrap ${WIDE}`}>
      <span className="flex items-center gap-2">
        <StateMark state={broken > 0 ? 'down' : ok > 0 ? 'forwarding' : 'unknown'} />
        flows {ok} ok, <span className={broken > 0 ? 'text-down-text' : ''}>{broken} broken</span>
      </span>
      <span>
        worst outage <b className="font-semibold">{worst}</b>
      </span>
    </div>
  )
}

/** The whole screen where the browser allows it; leaving one leaves the other. */
function useFullScreen(): void {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    let whole = false
    document.documentElement.requestFullscreen?.().catch(() => {})
    document.addEventListener(
      'fullscreenchange',
      () => {
        if (whole && document.fullscreenElement === null) leave()
        whole = document.fullscreenElement !== null
      },
      { signal },
    )
    addEventListener(
      'keydown',
      (event) => {
        const taken = useUi.getState().dialog !== null || document.querySelector('[role="menu"]') !== null
        if (event.key !== 'Escape' || taken) return
        event.preventDefault()
        event.stopImmediatePropagation()
        leave()
      },
      { signal, capture: true },
    )
    const show = (): void => useUi.getState().show()
    addEventListener('resize', show, { signal })
    show()
    return () => {
      stop.abort()
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {})
      // The focus was in the bar that is gone: back to what opens it.
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('header [aria-label="Present"]')?.focus()
    }
  }, [])
}

function leave(): void {
  useUi.getState().set({ presenting: false })
  useUi.getState().show()
}

const SIDE = 'h-11! min-w-11! [&_svg]:size-5!'
/** Left out where there is no room: time goes on and back by the others. */
const WIDE = 'max-[640px]:hidden'
const BIG = 'size-6!'
/** What one breaks first. */
const FIRST = new Set(['link-cut', 'device-power-off', 'peer-link-down'])
