import { useUi } from '../../state/uiStore.ts'
import { whenRunning } from '../../state/whenRunning.ts'
import { Resizer } from '../controls/Resizer.tsx'
import { lazily } from '../lazily.tsx'
import { Transport } from './Transport.tsx'
import { useTimelineView } from './viewStore.ts'

// There is nothing to paint before the first run reports: until then the page has more urgent things to fetch.
const Lanes = lazily(async () => {
  await whenRunning()
  return (await import('./Lanes.tsx')).Lanes
})
const OutageList = lazily(() => import('./OutageList.tsx').then(({ OutageList }) => OutageList))
const FrameList = lazily(() => import('./FrameList.tsx').then(({ FrameList }) => FrameList))

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
      {shows === 'outages' && <OutageList />}
      {shows === 'frames' && <FrameList />}
    </section>
  )
}
