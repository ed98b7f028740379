import { useEffect } from 'react'
import type { RunState } from '../state/runState.ts'
import { useRuntime } from '../state/runtimeStore.ts'
import { useUi } from '../state/uiStore.ts'
import { lazily } from './lazily.tsx'
import { Canvas } from './canvas/Canvas.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { useFileDrop } from './dialogs/useFileDrop.ts'
import { Inspector } from './panels/Inspector.tsx'
import { Palette } from './palette/Palette.tsx'
import { StatusBar } from './status/StatusBar.tsx'
import { Timeline } from './timeline/Timeline.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { useClipboard } from './edit/useClipboard.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useRoom } from './room.ts'

const TableView = lazily(() => import('./tables/TableView.tsx').then(({ TableView }) => TableView))
const TextPane = lazily(() => import('./text/TextPane.tsx').then(({ TextPane }) => TextPane))
const PresentBar = lazily(() => import('./present/PresentBar.tsx').then(({ PresentBar }) => PresentBar))
const Notices = lazily(() => import('./status/Notices.tsx').then(({ Notices }) => Notices))
const Stopped = lazily(() => import('./status/Stopped.tsx').then(({ Stopped }) => Stopped))
const PhoneCover = lazily(() => import('./phone/PhonePage.tsx').then(({ PhoneCover }) => PhoneCover))
const PhoneHead = lazily(() => import('./phone/PhonePage.tsx').then(({ PhoneHead }) => PhoneHead))
const PhoneParts = lazily(() => import('./phone/PhonePage.tsx').then(({ PhoneParts }) => PhoneParts))

/** The page: canvas in the middle, what one places left, what one selected right, time below. */
export function App() {
  const inspectorWidth = useUi((ui) => ui.inspectorWidth)
  const timelineHeight = useUi((ui) => ui.timelineHeight)
  const view = useUi((ui) => ui.view)
  const text = useUi((ui) => ui.text)
  const presenting = useUi((ui) => ui.presenting)
  const room = useRoom()
  const phone = room === 'phone' && !presenting
  const cover = useUi((ui) => (phone ? ui.phoneCover : null))
  const crashed = useRuntime((run) => run.crashed !== null)
  const outdated = useUi((ui) => ui.outdated)
  const noticed = useRuntime(hasNotices) || outdated
  useTheme()
  useShortcuts()
  useClipboard()
  useFileDrop()
  useAfterStart()
  return (
    <div
      className="page grid h-dvh overflow-hidden bg-chrome text-13 text-ink"
      data-room={phone ? room : undefined}
      style={
        phone
          ? {}
          : {
              gridTemplateRows: presenting
                ? '0 minmax(0, 1fr) 96px 0'
                : `var(--toolbar) minmax(0, 1fr) min(${timelineHeight}px, 55vh, max(96px, 100vh - 328px)) var(--status)`,
              gridTemplateColumns: presenting
                ? '0 minmax(0, 1fr) 0'
                : `${room === 'full' ? '196px' : 'var(--rail)'} minmax(0, 1fr) ${room === 'overlay' ? 0 : inspectorWidth}px`,
              gridTemplateAreas:
                "'toolbar toolbar toolbar' 'palette canvas inspector' 'timeline timeline timeline' 'status status status'",
            }
      }
    >
      {phone ? (
        <PhoneHead />
      ) : (
        !presenting && (
          <>
            <Toolbar />
            <Palette rail={room !== 'full'} />
          </>
        )
      )}
      <main
        aria-label={cover ?? (view === 'canvas' ? 'Canvas' : 'Tables')}
        className="relative flex min-h-0 min-w-0 overflow-hidden bg-canvas"
        style={{ gridArea: 'canvas' }}
      >
        <div className="relative h-full min-w-0 flex-1" inert={cover !== null}>
          {view === 'canvas' ? <Canvas /> : <TableView />}
          {crashed && <Stopped />}
          {noticed && <Notices />}
        </div>
        {text && <TextPane />}
        {cover !== null && <PhoneCover cover={cover} />}
      </main>
      {presenting ? (
        <PresentBar />
      ) : phone ? (
        <PhoneParts />
      ) : (
        <>
          <Inspector overlay={room === 'overlay'} />
          <Timeline />
          <StatusBar />
        </>
      )}
      <Dialogs />
    </div>
  )
}

function hasNotices({ now, liveNow, refused, events }: RunState): boolean {
  return now < liveNow || refused !== null || events.at(-1)?.kind === 'storm'
}

/** What nobody misses at first comes when the page has come to life. */
function useAfterStart(): void {
  const ready = useRuntime((run) => run.ready)
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => void import('./afterStart.ts').then(({ begin }) => begin()), AFTER_START_MS)
    return () => clearTimeout(timer)
  }, [ready])
}

const AFTER_START_MS = 1_500

/** The theme stands on the root element, where the tokens look for it. */
function useTheme(): void {
  const theme = useUi((ui) => ui.theme)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}
