import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useChecks } from '../../state/checksStore.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi, type InspectorTab, type Target } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { Resizer } from '../controls/Resizer.tsx'
import { Chip } from '../state/Chip.tsx'
import { lazily } from '../lazily.tsx'
import { NothingSelected } from './NothingSelected.tsx'
import { isViewOnly } from '../room.ts'
import { stateOf, stateWord } from './stateOf.ts'
import { idsOf, targetContext, targetName } from './targetNames.ts'

const ConfigureTab = lazily(() => import('./configure/ConfigureTab.tsx').then(({ ConfigureTab }) => ConfigureTab))
const StateTab = lazily(() => import('./stateTab/StateTab.tsx').then(({ StateTab }) => StateTab))
const ChecksTab = lazily(() => import('./checks/ChecksTab.tsx').then(({ ChecksTab }) => ChecksTab))
const ConfigTab = lazily(() => import('./config/ConfigTab.tsx').then(({ ConfigTab }) => ConfigTab))
const ConsoleTab = lazily(() => import('./console/ConsoleTab.tsx').then(({ ConsoleTab }) => ConsoleTab))

const Tour = lazily(() => import('../tour/Tour.tsx').then(({ Tour }) => Tour))

/** Everything about what is selected. Its views load when they are first looked at. */
export function Inspector({ overlay }: { readonly overlay: boolean }) {
  const selection = useUi((ui) => ui.selection)
  const width = useUi((ui) => ui.inspectorWidth)
  const set = useUi((ui) => ui.set)
  const tab = useUi((ui) => ui.inspectorTab)
  const tour = useUi((ui) => ui.tour)
  const target = selection.length === 1 ? selection[0] : undefined
  const open = !overlay || selection.length > 0
  const shownTour = tour && <Tour />
  // Without room beside the canvas and with nothing selected only the tour is here, a card over the lanes below the canvas.
  if (!open)
    return shownTour && <aside className="absolute right-2 bottom-7 z-30 w-72 rounded-3 shadow-2">{shownTour}</aside>
  return (
    <aside
      aria-label="Inspector"
      className={`flex min-h-0 flex-col overflow-visible border-l border-line bg-panel text-12 ${overlay ? 'absolute right-0 z-30 shadow-2' : 'relative'}`}
      style={overlay ? { width, top: 'var(--top)', bottom: 'var(--bottom)' } : { gridArea: 'inspector' }}
    >
      {!overlay && (
        <Resizer
          label="Width of the inspector"
          edge="left"
          value={width}
          min={280}
          max={480}
          onResize={(inspectorWidth) => set({ inspectorWidth })}
        />
      )}
      {target === undefined ? (
        <h2 className="px-4 pt-3 pb-2.5 text-13 font-semibold">
          {selection.length === 0 ? 'Nothing selected' : `${selection.length} selected`}
        </h2>
      ) : (
        <Identity target={target} />
      )}
      <InspectorTabs target={target} />
      <div
        // The list of checks and the configuration select what they are about and stay as they are.
        key={tab === 'checks' || tab === 'config' ? tab : `${tab} ${target?.kind} ${target?.id}`}
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-${tab}`}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto [scrollbar-width:thin]"
      >
        <InspectorContent tab={tab} target={target} />
      </div>
      {shownTour}
    </aside>
  )
}

export function InspectorContent({ tab, target }: { readonly tab: InspectorTab; readonly target: Target | undefined }) {
  const net = useNetwork()
  switch (tab) {
    case 'checks':
      return <ChecksTab only={target === undefined ? null : idsOf(net, target)} />
    case 'config':
      return <ConfigTab target={target} />
    case 'console':
      return <ConsoleTab target={target} />
    case 'configure':
      return target === undefined ? (
        <NothingSelected />
      ) : (
        <ConfigureTab key={`${target.kind}-${target.id}`} target={target} />
      )
    case 'state':
      return target === undefined ? <NothingSelected /> : <StateTab target={target} />
  }
}

export function Identity({ target, children }: { readonly target: Target; readonly children?: ReactNode }) {
  const net = useNetwork()
  const state = useRuntime((run) => stateOf(net, run, target))
  const word = useRuntime((run) => stateWord(net, run, target))
  return (
    <header className="px-4 pt-3 pb-2.5">
      <div className="flex items-center gap-2">
        <h2 className="min-w-0 truncate text-13 font-semibold" title={targetName(net, target)}>
          {targetName(net, target)}
        </h2>
        <span className="flex-1" />
        {word !== '' && <Chip state={state}>{word}</Chip>}
        {children}
        <Button look="ghost" compact square aria-label="Deselect" onClick={() => useUi.getState().select(null)}>
          <X strokeWidth={1.5} />
        </Button>
      </div>
      <p className="mt-1 truncate text-12 text-ink-3" title={targetContext(net, target)}>
        {targetContext(net, target)}
      </p>
    </header>
  )
}

export function InspectorTabs({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const tab = useUi((ui) => ui.inspectorTab)
  const tabs = isViewOnly() ? TABS.slice(1) : TABS
  const choose = (inspectorTab: InspectorTab): void => useUi.getState().set({ inspectorTab })
  const findings = useChecks((checks) => checks.findings)
  const ids = target === undefined ? null : idsOf(net, target)
  const serious = findings.filter(({ severity }) => severity !== 'info')
  const here = ids === null ? serious : serious.filter(({ objects }) => objects.some((id) => ids.includes(id)))
  const look = here.some(({ severity }) => severity === 'error') ? 's-down' : 's-waiting'
  return (
    <div
      role="tablist"
      aria-label="About what is selected"
      className="flex h-9 shrink-0 overflow-x-auto border-b border-line px-2 max-xl:px-2.5 [scrollbar-width:none]"
    >
      {tabs.map(({ id, label }, at) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`inspector-${id}`}
          aria-selected={tab === id}
          aria-controls="inspector-panel"
          tabIndex={tab === id ? 0 : -1}
          className="relative flex items-center gap-1 px-2 max-xl:px-1.5 text-12 font-medium text-ink-2 hover:text-ink focus-visible:outline-offset-[-3px] aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-2 max-xl:aria-selected:after:inset-x-1.5 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:bg-ink"
          onClick={() => choose(id)}
          onKeyDown={(key) => {
            const next =
              tabs[(at + (key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? tabs.length - 1 : 0)) % tabs.length]
            if (next === undefined || next.id === id) return
            choose(next.id)
            document.getElementById(`inspector-${next.id}`)?.focus()
          }}
        >
          {label}
          {id === 'checks' && here.length > 0 && (
            <span className={`badge ${look} bg-(--cb)! text-(--ct)!`}>{here.length}</span>
          )}
        </button>
      ))}
    </div>
  )
}

const TABS: readonly { readonly id: InspectorTab; readonly label: string }[] = [
  { id: 'configure', label: 'Configure' },
  { id: 'state', label: 'State' },
  { id: 'checks', label: 'Checks' },
  { id: 'config', label: 'Config' },
  { id: 'console', label: 'Console' },
]
