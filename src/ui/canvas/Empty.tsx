import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'

const openPair = (): void =>
  void import('../../state/openDesign.ts').then(({ openTemplate }) => openTemplate('basic-pair'))

/** An empty canvas says how to begin. */
export function Empty() {
  return (
    <div className="empty">
      <svg width="200" height="72" fill="none" stroke="var(--edge)" strokeDasharray="4 4" aria-hidden="true">
        <rect x="8.5" y="4.5" width="72" height="24" rx="4" />
        <rect x="119.5" y="4.5" width="72" height="24" rx="4" />
        <path d="M80 12.5h40M80 20.5h40M44 29 88 48M156 29l-44 19" />
        <rect x="72.5" y="48.5" width="56" height="20" rx="4" />
      </svg>
      <p className="text-13 font-semibold">Start with a pair</p>
      <p className="text-12 text-ink-2">Drag two switches here, or open a design that already forwards.</p>
      <div className="flex gap-2">
        <Button look="primary" onClick={openPair}>
          Open leaf pair
        </Button>
        <Button onClick={() => useUi.getState().set({ dialog: { kind: 'gallery' } })}>Templates…</Button>
      </div>
    </div>
  )
}
