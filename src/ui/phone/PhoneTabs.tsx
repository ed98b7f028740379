import { Activity, Network, Table2, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useChecks } from '../../state/checksStore.ts'
import { useUi, type UiState } from '../../state/uiStore.ts'

/** What a phone shows: one thing at a time. */
export function PhoneTabs() {
  const shown = useUi(shownTab)
  const serious = useChecks(({ findings }) => findings.filter(({ severity }) => severity !== 'info').length)
  return (
    <nav aria-label="Views" className="phone-tabs">
      {TABS.map(({ id, label, Icon }) => (
        <button
          key={id}
          type="button"
          aria-current={shown === id}
          className="phone-tab"
          onClick={() =>
            useUi.getState().set({
              view: id === 'table' ? 'table' : 'canvas',
              phoneCover: id === 'timeline' || id === 'checks' ? id : null,
            })
          }
        >
          <Icon size={16} strokeWidth={1.5} aria-hidden />
          <span>
            {label}
            {id === 'checks' && serious > 0 && ` ${serious}`}
          </span>
        </button>
      ))}
    </nav>
  )
}

type TabId = 'topology' | 'timeline' | 'checks' | 'table'

function shownTab({ view, phoneCover }: UiState): TabId {
  return phoneCover ?? (view === 'table' ? 'table' : 'topology')
}

const TABS: readonly { readonly id: TabId; readonly label: string; readonly Icon: LucideIcon }[] = [
  { id: 'topology', label: 'Topology', Icon: Network },
  { id: 'timeline', label: 'Timeline', Icon: Activity },
  { id: 'checks', label: 'Checks', Icon: TriangleAlert },
  { id: 'table', label: 'Table', Icon: Table2 },
]
