import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useId, useMemo, useState } from 'react'
import { TEMPLATES } from '../../core/templates/index.ts'
import type { Failure } from '../../core/sim/failures/index.ts'
import type { Network } from '../../core/model/network.ts'
import { useNetwork } from '../../state/network.ts'
import { openTemplate } from '../../state/openDesign.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi, type Target } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { useFailureCatalog } from '../failureCatalog.ts'
import { activeOn, failuresOf, failureTarget, openFailures } from '../failures.ts'
import { targetName } from '../panels/targetNames.ts'
import { SHORTCUTS } from '../shortcuts.ts'
import { type Find, findsOf, holds, learnedFinds } from './finds.ts'
import { closeDialog } from './Frame.tsx'
import { useOpener } from './useOpener.ts'

interface Entry {
  readonly key: string
  readonly text: string
  readonly kind: string
  /** What it is found by besides its name. */
  readonly also: string
  readonly keys: string
  readonly run: () => void
}

/** Finds things and commands by their words; arrows and Enter choose. */
export function CommandPalette() {
  const net = useNetwork()
  const catalog = useFailureCatalog((state) => state.failures)
  const entries = useMemo(() => entriesOf(net, catalog), [net, catalog])
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const giveBack = useOpener()
  const found = matching(entries, words).slice(0, SHOWN)
  const chosen = Math.min(at, found.length - 1)
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return
    closeDialog()
    entry.run()
  }
  return (
    <Dialog.Root open onOpenChange={closeDialog}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[var(--scrim)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
          className="dialog fixed top-24 left-1/2 z-50 w-140 max-w-[calc(100vw-2rem)] -translate-x-1/2 overflow-y-auto rounded-4 bg-raised text-12 text-ink shadow-3 outline-none"
        >
          <Dialog.Title className="sr-only">Search or run a command</Dialog.Title>
          <Dialog.Close asChild>
            <Button
              look="ghost"
              square
              aria-label="Close"
              className="absolute top-0 right-0 hidden! h-11! w-11! max-[640px]:inline-flex! pointer-coarse:inline-flex!"
            >
              <X strokeWidth={1.5} />
            </Button>
          </Dialog.Close>
          <input
            role="combobox"
            aria-label="Search or run a command"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={found[chosen] && `${list}-${chosen}`}
            value={words}
            placeholder="cut leaf-a, srv-1, vlan 10, mlag id 11, 00:00:5e …"
            spellCheck={false}
            className="h-11 w-full border-b border-line bg-transparent px-4 max-[640px]:pr-11 pointer-coarse:pr-11 text-13 outline-none placeholder:text-ink-3"
            onChange={(change) => {
              setWords(change.target.value)
              setAt(0)
            }}
            onKeyDown={(key) => {
              if (key.key === 'ArrowDown') setAt(Math.min(found.length - 1, chosen + 1))
              else if (key.key === 'ArrowUp') setAt(Math.max(0, chosen - 1))
              else if (key.key === 'Enter') run(found[chosen])
              else return
              key.preventDefault()
            }}
          />
          <ul id={list} role="listbox" aria-label="Found" className="p-1">
            {found.map((entry, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above takes the keys
              <li
                key={entry.key}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === chosen}
                tabIndex={-1}
                className="group flex h-7 items-center gap-2.5 rounded-2 px-2 aria-selected:bg-press"
                onPointerMove={() => setAt(index)}
                onClick={() => run(entry)}
              >
                <span className="min-w-0 flex-1 truncate">
                  {entry.text}
                  {entry.also !== '' && (
                    <span className="ml-2 font-mono text-11 text-ink-3 group-aria-selected:text-ink-2">
                      {entry.also}
                    </span>
                  )}
                </span>
                <span className="text-11 text-ink-3 group-aria-selected:text-ink-2">{entry.kind}</span>
                {entry.keys !== '' && (
                  <kbd className="font-sans text-11 text-ink-3 group-aria-selected:text-ink-2">{entry.keys}</kbd>
                )}
              </li>
            ))}
            {found.length === 0 && <li className="px-2 py-1.5 text-ink-3">Nothing is called that.</li>}
          </ul>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function entriesOf(net: Network, catalog: readonly Failure[]): readonly Entry[] {
  const { devices, links, bonds, domains } = net.topology
  const run = useRuntime.getState()
  const targets: readonly Target[] = [
    ...domains.map(({ id }): Target => ({ kind: 'domain', id })),
    ...devices.map(({ id }): Target => ({ kind: 'device', id })),
    ...bonds.map(({ id }): Target => ({ kind: 'bond', id })),
    ...links.map(({ id }): Target => ({ kind: 'link', id })),
  ]
  return [
    ...SHORTCUTS.map(({ name, keys, group, run }) => ({
      key: name,
      text: name,
      kind: group.toLowerCase(),
      also: '',
      keys,
      run,
    })),
    ...[...findsOf(net), ...learnedFinds(net, run.domains.values(), run.devices)].map((find) => ({
      ...find,
      keys: '',
      run: () => show(find),
    })),
    ...targets.filter(({ kind }) => kind !== 'bond').flatMap((target) => failureEntries(net, catalog, target)),
    ...targets.flatMap((target) => optionsEntry(net, target)),
    ...TEMPLATES.map(({ id, title }) => ({
      key: `template ${id}`,
      text: `Open template ${title}`,
      kind: 'template',
      also: '',
      keys: '',
      run: () => void openTemplate(id),
    })),
  ]
}

function show({ text, targets }: Find): void {
  const ui = useUi.getState()
  ui.selectMany(targets)
  if (targets.length > 0) ui.show(targets)
  else ui.announce(`${text}: there are none.`)
}

function failureEntries(net: Network, catalog: readonly Failure[], selected: Target): readonly Entry[] {
  const target = failureTarget(net, selected)
  const active = activeOn(net, useRuntime.getState(), selected)
  if (target === null) return []
  return failuresOf(net, catalog, selected, target).map((failure) => {
    const now = active.find((other) => other.failure === failure.id)
    const { fail, repair } = useRuntime.getState()
    return {
      key: `${failure.id} ${selected.id}`,
      text: `${now === undefined ? '' : 'Repair: '}${failure.label} ${targetName(net, selected)}`,
      kind: now === undefined ? 'fail' : 'repair',
      also: '',
      keys: '',
      run: () => (now === undefined ? fail(failure.id, target.target) : repair(failure.id, now.target)),
    }
  })
}

function optionsEntry(net: Network, selected: Target): readonly Entry[] {
  if (failureTarget(net, selected) === null) return []
  return [
    {
      key: `options ${selected.kind} ${selected.id}`,
      text: `Fail with options: ${targetName(net, selected)}`,
      kind: 'fail',
      also: '',
      keys: '',
      run: () => {
        useUi.getState().select(selected)
        openFailures()
      },
    },
  ]
}

/** Entries that hold every word; those that begin with the first word come first. */
function matching(entries: readonly Entry[], words: string): readonly Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries.filter(({ text, kind, also }) => holds(`${text} ${kind} ${also}`, wanted))
  const [first] = wanted
  if (first === undefined) return found
  const rank = ({ text }: Entry): number => (text.toLowerCase().startsWith(first) ? 0 : 1)
  return [...found].sort((a, b) => rank(a) - rank(b))
}

const SHOWN = 12
