import { ListVideo, RotateCcw } from 'lucide-react'
import { type UiState, useUi } from '../../state/uiStore.ts'
import { startCold } from '../actions.ts'
import { lazily } from '../lazily.tsx'
import { Button } from '../controls/Button.tsx'
import { Lanes } from '../timeline/Lanes.tsx'
import { OutageList } from '../timeline/OutageList.tsx'
import { SpeedControl, ViewControls } from '../timeline/Transport.tsx'
import { useTimelineView } from '../timeline/viewStore.ts'

const FrameList = lazily(() => import('../timeline/FrameList.tsx').then(({ FrameList }) => FrameList))
const ChecksTab = lazily(() => import('../panels/checks/ChecksTab.tsx').then(({ ChecksTab }) => ChecksTab))

/** What lies over the canvas of a phone while its tab is chosen. */
export function PhoneCover({ cover }: { readonly cover: NonNullable<UiState['phoneCover']> }) {
  return cover === 'timeline' ? (
    <TimelineCover />
  ) : (
    <section aria-label="Checks" className="phone-cover overflow-y-auto">
      <h2 className="sr-only">Checks</h2>
      <ChecksTab only={null} />
    </section>
  )
}

function TimelineCover() {
  const shows = useTimelineView((view) => view.shows)
  return (
    <section aria-label="Timeline" className="phone-cover flex flex-col">
      <div role="toolbar" aria-label="Timeline" className="flex shrink-0 flex-wrap items-center px-1">
        <ViewControls />
        <SpeedControl />
        <Button look="ghost" compact onClick={startCold} title="Power everything on">
          <RotateCcw />
          Start cold
        </Button>
        <Button look="ghost" compact onClick={() => useUi.getState().set({ dialog: { kind: 'scenarios' } })}>
          <ListVideo />
          Scenarios
        </Button>
      </div>
      {shows === 'lanes' && <Lanes />}
      {shows === 'outages' && <OutageList />}
      {shows === 'frames' && <FrameList />}
    </section>
  )
}
