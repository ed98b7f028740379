import { useEffect } from 'react'
import { useUi, type UiState } from '../../state/uiStore.ts'
import { Logo } from '../toolbar/Logo.tsx'
import { useDocument } from '../../state/documentStore.ts'
import { Share2 } from 'lucide-react'
import { drawSmall } from '../canvas/flowStore.ts'
import { lazily } from '../lazily.tsx'
import { Button } from '../controls/Button.tsx'
import { isViewOnly } from '../room.ts'
import { OutageStrip } from './OutageStrip.tsx'
import { PhoneMenu } from './PhoneMenu.tsx'
import { PhoneTabs } from './PhoneTabs.tsx'
import { Said } from './Said.tsx'
import { Sheet } from './Sheet.tsx'
import { Strip } from './Strip.tsx'

const Tour = lazily(() => import('../tour/Tour.tsx').then(({ Tour }) => Tour))

export { PhoneCover } from './PhoneCover.tsx'

/** Above the canvas of a phone: which design, and what leaves the page. */
export function PhoneHead() {
  const title = useDocument((state) => state.design.title)
  return (
    <header className="phone-head">
      <h1 className="sr-only">MLAG Studio</h1>
      <Logo />
      <b className="min-w-0 truncate text-13 font-semibold">{title}</b>
      {isViewOnly() && (
        <span className="badge" title="A phone shows, fails and repairs a design. A larger screen edits it.">
          view
        </span>
      )}
      <span className="flex-1" />
      <Button
        look="ghost"
        square
        aria-label="Share"
        onClick={() => useUi.getState().set({ dialog: { kind: 'share' } })}
      >
        <Share2 strokeWidth={1.5} />
      </Button>
      <PhoneMenu />
    </header>
  )
}

/** Below it: what is tapped, the time, and what else there is to look at. */
export function PhoneParts() {
  const tour = useUi((ui) => ui.tour)
  const onCanvas = useUi((ui) => ui.view === 'canvas' && ui.phoneCover === null)
  const selected = useUi((ui) => ui.selection.length > 0)
  useWayToCanvas()
  useStayInView()
  useEffect(() => void drawSmall(), [])
  return (
    <>
      <div className="phone-below">
        {onCanvas && (selected ? <Sheet /> : <OutageStrip />)}
        {tour && <Tour />}
      </div>
      <Said />
      <Strip />
      <PhoneTabs />
    </>
  )
}

/** What is to be shown on the canvas uncovers it. */
function useWayToCanvas(): void {
  useEffect(
    () =>
      useUi.subscribe((ui: UiState, before) => {
        const asked = ui.viewRequest !== before.viewRequest && ui.viewRequest.targets.length > 0
        const way = ui.shownDirection !== before.shownDirection && ui.shownDirection !== null
        if (asked || way) ui.set({ phoneCover: null, view: 'canvas' })
      }),
    [],
  )
}

/**
 * The canvas becomes smaller when something is tapped: all of the design stays in view until it was moved by hand, and
 * from then on what is selected.
 */
function useStayInView(): void {
  const shown = useUi((ui) => ui.view === 'canvas')
  useEffect(() => {
    const canvas = shown ? document.querySelector<HTMLElement>('.canvas') : null
    if (canvas === null) return undefined
    const stop = new AbortController()
    const { signal } = stop
    // Where it was moved, a button shows everything again.
    const touched = (): void => {
      canvas.dataset['moved'] = ''
    }
    canvas.addEventListener('touchmove', touched, { signal, passive: true, capture: true })
    canvas.addEventListener('wheel', touched, { signal, passive: true, capture: true })
    const sizes = new ResizeObserver(() => {
      const { phoneCover, selection, show } = useUi.getState()
      if (!('moved' in canvas.dataset)) show()
      else if (phoneCover === null && selection.length > 0) show(selection)
    })
    sizes.observe(canvas)
    const unwatch = useUi.subscribe(({ viewRequest }, before) => {
      if (viewRequest !== before.viewRequest && viewRequest.targets.length === 0) delete canvas.dataset['moved']
    })
    return () => {
      unwatch()
      sizes.disconnect()
      stop.abort()
    }
  }, [shown])
}
