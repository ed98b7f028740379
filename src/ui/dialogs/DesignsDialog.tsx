import { useEffect, useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { saveFile } from '../../state/openDesign.ts'
import { deleteDesign, listDesigns, restoreDesign, type StoredDesign, type StoredVersion } from '../../state/storage.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { DesignRow } from './DesignRow.tsx'
import { Frame } from './Frame.tsx'

/** Designs that this browser keeps, the latest first: opened, renamed, duplicated, deleted, and how they were before. */
export function DesignsDialog() {
  const present = useDocument((state) => state.id)
  const saving = useUi((ui) => ui.saving)
  const [designs, setDesigns] = useState<readonly StoredDesign[] | 'refused' | null>(null)
  const [deleted, setDeleted] = useState<Deleted | null>(null)
  const list = (): void => void listDesigns().then(setDesigns, () => setDesigns('refused'))
  // What is open may be saved while this is: its row follows.
  useEffect(() => {
    if (saving === 'saving') return
    listDesigns().then(setDesigns, () => setDesigns('refused'))
  }, [saving])
  const forget = async (design: StoredDesign): Promise<void> => {
    setDeleted({ design, versions: await deleteDesign(design.id) })
    list()
  }
  const bringBack = async ({ design, versions }: Deleted): Promise<void> => {
    await restoreDesign(design, versions)
    setDeleted(null)
    list()
  }
  return (
    <Frame
      title="Designs on this machine"
      description="Every design is saved as you draw, and every few minutes as a version to go back to. Nothing leaves this browser."
      size="wide"
    >
      {designs === 'refused' && (
        <div className="flex items-center gap-3 text-13">
          <p className="flex-1">This browser keeps nothing for this page. Save the design as a file.</p>
          <Button onClick={() => void saveFile()}>Save file</Button>
        </div>
      )}
      {Array.isArray(designs) && !designs.some(({ id }) => id === present) && (
        <p className="text-13 not-last:pb-2">What is open is kept from its first change on.</p>
      )}
      {deleted !== null && (
        <p role="status" className="mb-1 flex items-center gap-3 rounded-2 bg-inset px-2 py-1.5 text-13">
          <span className="min-w-0 flex-1 truncate">{deleted.design.title || 'Untitled'} was deleted.</span>
          <Button compact onClick={() => void bringBack(deleted)}>
            Undo
          </Button>
        </p>
      )}
      <ul aria-label="Designs">
        {Array.isArray(designs) &&
          designs.map((design) => (
            <DesignRow
              key={design.id}
              design={design}
              open={design.id === present}
              onChange={list}
              onDelete={() => void forget(design)}
            />
          ))}
      </ul>
    </Frame>
  )
}

interface Deleted {
  readonly design: StoredDesign
  readonly versions: readonly StoredVersion[]
}
