import type { LucideIcon } from 'lucide-react'
import { create } from 'zustand'
import type { Failure } from '../core/sim/failures/index.ts'
import { useRuntime } from '../state/runtimeStore.ts'
import { useUi } from '../state/uiStore.ts'

interface Catalog {
  readonly failures: readonly Failure[]
  readonly icons: Readonly<Record<string, LucideIcon>>
}

/** The catalog of failures. It loads when something is selected, searched for or broken: before that nothing shows it. */
export const useFailureCatalog = create<Catalog>()(() => ({ failures: [], icons: {} }))

useUi.subscribe(({ selection, dialog }) => {
  if (selection.length > 0 || dialog?.kind === 'commands' || dialog?.kind === 'fail') load()
})
useRuntime.subscribe(({ commands }) => {
  if (commands.length > 0) load()
})

function load(): void {
  if (asked) return
  asked = true
  void Promise.all([import('../core/sim/failures/index.ts'), import('./failureIcons.ts')]).then(
    ([{ FAILURES }, { FAILURE_ICONS }]) => useFailureCatalog.setState({ failures: FAILURES, icons: FAILURE_ICONS }),
  )
}

let asked = false
