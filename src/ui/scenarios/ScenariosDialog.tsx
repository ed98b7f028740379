import { FileText, FolderInput } from 'lucide-react'
import { useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { keptIn } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { Bookmarks } from './Bookmarks.tsx'
import { KeptScenario } from './KeptScenario.tsx'
import { Part } from './Part.tsx'
import { ReadyMade } from './ReadyMade.tsx'
import { RollingUpgrade } from './RollingUpgrade.tsx'
import { takeFromFile } from './takeFromFile.ts'
import { ThisRun } from './ThisRun.tsx'

/** What was done in runs, to be kept, changed and played again. */
export function ScenariosDialog() {
  const { scenarios } = keptIn(useDocument((state) => state.design))
  const [told, setTold] = useState<readonly string[]>([])
  return (
    <Frame
      title="Scenarios"
      description="What you break and repair is recorded with its time. Kept with the design, it can be played again and gives the same figures."
      size="wide"
      actions={
        <>
          <Button onClick={() => void takeFromFile().then(setTold)}>
            <FolderInput strokeWidth={1.5} />
            Take from a design file…
          </Button>
          <Button onClick={() => useUi.getState().set({ dialog: { kind: 'report' } })}>
            <FileText strokeWidth={1.5} />
            Report of this run…
          </Button>
        </>
      }
    >
      <div role="status">
        {told.map((sentence) => (
          <p key={sentence} className="pb-1 text-ink-2">
            {sentence}
          </p>
        ))}
      </div>
      <ThisRun />
      <Part head="Kept with the design">
        {scenarios.length === 0 && <p className="text-ink-3">None yet.</p>}
        <ul>
          {scenarios.map((scenario) => (
            <KeptScenario key={scenario.name} scenario={scenario} />
          ))}
        </ul>
      </Part>
      <Bookmarks />
      <RollingUpgrade />
      <ReadyMade />
    </Frame>
  )
}
