import { Copy, History, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { duplicateStored, openVersion, renameStored } from '../../state/keptDesigns.ts'
import { openStored } from '../../state/openDesign.ts'
import { listVersions, type StoredDesign, type StoredVersion } from '../../state/storage.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { closeDialog } from './Frame.tsx'

interface DesignRowProps {
  readonly design: StoredDesign
  /** It is the one on the canvas. */
  readonly open: boolean
  readonly onChange: () => void
  readonly onDelete: () => void
}

/** One stored design and what can be done with it. */
export function DesignRow({ design, open, onChange, onDelete }: DesignRowProps) {
  const [title, setTitle] = useState<string | null>(null)
  const [versions, setVersions] = useState<readonly StoredVersion[] | null>(null)
  const name = design.title === '' ? 'Untitled' : design.title
  const rename = async (): Promise<void> => {
    const wanted = title?.trim() ?? ''
    setTitle(null)
    if (wanted === '' || wanted === design.title) return
    const problem = await renameStored(design, wanted)
    if (problem !== null) useUi.getState().announce(problem)
    onChange()
  }
  return (
    <li className="border-t border-line py-1 first:border-0">
      <div className="flex min-h-8 items-center gap-1">
        {title === null ? (
          <button
            type="button"
            className="min-w-0 flex-1 truncate text-left text-13 hover:underline"
            aria-current={open}
            onClick={() => {
              closeDialog()
              if (!open) void openStored(design.id)
            }}
          >
            {name}
            {open && <span className="text-ink-3"> (open)</span>}
          </button>
        ) : (
          <input
            aria-label={`New name of ${name}`}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
            autoFocus
            value={title}
            maxLength={100}
            className="h-7 min-w-0 flex-1 rounded-2 bg-panel px-1.5 text-13 shadow-[inset_0_0_0_1px_var(--edge)]"
            onChange={(change) => setTitle(change.target.value)}
            onBlur={() => void rename()}
            onKeyDown={(key) => {
              if (key.key === 'Enter') void rename()
              else if (key.key === 'Escape') setTitle(null)
              else return
              key.preventDefault()
              key.stopPropagation()
            }}
          />
        )}
        <span className="mr-2 text-11 text-ink-3">{new Date(design.savedAt).toLocaleString()}</span>
        <Button
          look="ghost"
          compact
          square
          aria-label={`Versions of ${name}`}
          aria-expanded={versions !== null}
          onClick={() => (versions === null ? void listVersions(design.id).then(setVersions) : setVersions(null))}
        >
          <History strokeWidth={1.5} />
        </Button>
        <Button look="ghost" compact square aria-label={`Rename ${name}`} onClick={() => setTitle(design.title)}>
          <Pencil strokeWidth={1.5} />
        </Button>
        <Button
          look="ghost"
          compact
          square
          aria-label={`Duplicate ${name}`}
          onClick={() => void duplicateStored(design).then(onChange, sayFull)}
        >
          <Copy strokeWidth={1.5} />
        </Button>
        <Button look="ghost" compact square aria-label={`Delete ${name}`} disabled={open} onClick={onDelete}>
          <Trash2 strokeWidth={1.5} />
        </Button>
      </div>
      {versions !== null && <Versions versions={versions} />}
    </li>
  )
}

function Versions({ versions }: { readonly versions: readonly StoredVersion[] }) {
  if (versions.length === 0) return <p className="pb-1 pl-4 text-12 text-ink-3">No earlier version yet.</p>
  return (
    <ul aria-label="Versions" className="max-h-40 overflow-y-auto pb-1 pl-4 [scrollbar-width:thin]">
      {versions.map((version) => (
        <li key={version.savedAt} className="flex min-h-7 items-center gap-3 text-12">
          <span className="min-w-0 flex-1 truncate text-ink-2">
            {new Date(version.savedAt).toLocaleString()} · {version.title}
          </span>
          <Button
            compact
            aria-label={`Open the version of ${new Date(version.savedAt).toLocaleString()}`}
            onClick={() => {
              closeDialog()
              void openVersion(version)
            }}
          >
            Open
          </Button>
        </li>
      ))}
    </ul>
  )
}

function sayFull(): void {
  useUi.getState().announce('The browser does not keep another design: save it as a file, or delete one.')
}
