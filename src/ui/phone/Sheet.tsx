import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Identity, InspectorContent, InspectorTabs } from '../panels/Inspector.tsx'
import { Brief } from './Brief.tsx'

/** What is tapped, under the canvas: what it does and how it is broken and repaired; all that is known of it on request. */
export function Sheet() {
  const selection = useUi((ui) => ui.selection)
  const tab = useUi((ui) => ui.inspectorTab)
  const [open, setOpen] = useState(false)
  const target = selection.length === 1 ? selection[0] : undefined
  const Icon = open ? ChevronDown : ChevronUp
  const more = (
    <Button
      look="ghost"
      square
      aria-label="State, checks, configuration"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
    >
      <Icon strokeWidth={1.5} />
    </Button>
  )
  return (
    <aside aria-label="Inspector" className="phone-sheet" data-open={open || undefined}>
      {target === undefined ? (
        <header className="flex items-center px-4">
          <h2 className="flex-1 text-13 font-semibold">{selection.length} selected</h2>
          {more}
        </header>
      ) : (
        <Identity target={target}>{more}</Identity>
      )}
      {!open && target !== undefined && <Brief target={target} />}
      {open && (
        <>
          <InspectorTabs target={target} />
          <div
            key={`${tab} ${target?.kind} ${target?.id}`}
            role="tabpanel"
            id="inspector-panel"
            aria-labelledby={`inspector-${tab}`}
            tabIndex={-1}
            className="min-h-0 flex-1 overflow-y-auto"
          >
            <InspectorContent tab={tab} target={target} />
          </div>
        </>
      )}
    </aside>
  )
}
