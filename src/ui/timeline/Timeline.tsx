import { lazy, Suspense } from 'react'
import { useUi } from '../../state/uiStore.ts'
import { Resizer } from '../controls/Resizer.tsx'
import { Lanes } from './Lanes.tsx'
import { Transport } from './Transport.tsx'
import { useTimelineView } from './viewStore.ts'

const OutageList = lazy(() => import('./OutageList.tsx').then((part) => ({ default: part.OutageList })))
const FrameList = lazy(() => import('./FrameList.tsx').then((part) => ({ default: part.FrameList })))

/** The run's memory: what happened when, how long every flow was out, and the controls of time. */
export function Timeline() {
  const shows = useTimelineView((view) => view.shows)
  const height = useUi((ui) => ui.timelineHeight)
  const set = useUi((ui) => ui.set)
  return (
    <section
      aria-label="Timeline"
      className="relative flex min-h-0 flex-col border-t border-line bg-panel"
      style={{ gridArea: 'timeline' }}
    >
      <Resizer
        label="Height of the timeline"
        edge="top"
        value={height}
        min={36}
        max={480}
        onResize={(timelineHeight) => set({ timelineHeight })}
      />
      <Transport />
      {shows === 'lanes' && <Lanes />}
      <Suspense>
        {shows === 'outages' && <OutageList />}
        {shows === 'frames' && <FrameList />}
      </Suspense>
    </section>
  )
}
