import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { openStored } from '../../state/openDesign.ts'
import { deleteDesign, listDesigns, type StoredDesign } from '../../state/storage.ts'
import { Button } from '../controls/Button.tsx'
import { closeDialog, Frame } from './Frame.tsx'

/** Designs that this browser keeps, the latest first. */
export function DesignsDialog() {
  const present = useDocument((state) => state.id)
  const [designs, setDesigns] = useState<readonly StoredDesign[] | 'refused' | null>(null)
  useEffect(() => {
    listDesigns().then(setDesigns, () => setDesigns('refused'))
  }, [])
  const forget = async (id: string): Promise<void> => {
    await deleteDesign(id)
    setDesigns(await listDesigns())
  }
  return (
    <Frame
      title="Designs on this machine"
      description="Every design is saved as you draw. Nothing leaves this browser."
    >
      {designs === 'refused' && (
        <p className="text-13">This browser keeps nothing for this page. Save the design as a file.</p>
      )}
      {Array.isArray(designs) && designs.length === 0 && <p className="text-13">Nothing is stored yet.</p>}
      <ul>
        {Array.isArray(designs) &&
          designs.map((design) => (
            <li key={design.id} className="flex min-h-9 items-center gap-2 border-t border-line first:border-0">
              <button
                type="button"
                className="min-w-0 flex-1 truncate text-left text-13 hover:underline"
                aria-current={design.id === present}
                onClick={() => {
                  closeDialog()
                  void openStored(design.id)
                }}
              >
                {design.title === '' ? 'Untitled' : design.title}
                {design.id === present && <span className="text-ink-3"> (open)</span>}
              </button>
              <span className="text-11 text-ink-3">{new Date(design.savedAt).toLocaleString()}</span>
              <Button
                look="ghost"
                compact
                square
                aria-label={`Delete ${design.title}`}
                disabled={design.id === present}
                onClick={() => void forget(design.id)}
              >
                <Trash2 strokeWidth={1.5} />
              </Button>
            </li>
          ))}
      </ul>
    </Frame>
  )
}
