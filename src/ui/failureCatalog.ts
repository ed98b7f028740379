import { create } from 'zustand'
import type { Failure } from '../core/sim/failures/index.ts'
import { useUi } from '../state/uiStore.ts'

/** The catalog of failures. It loads when something is selected or searched for: before that nothing shows it. */
export const useFailureCatalog = create<{ readonly failures: readonly Failure[] }>()(() => ({ failures: [] }))

useUi.subscribe(({ selection, dialog }) => {
  if (asked || (selection.length === 0 && dialog?.kind !== 'commands')) return
  asked = true
  void import('../core/sim/failures/index.ts').then(({ FAILURES }) =>
    useFailureCatalog.setState({ failures: FAILURES }),
  )
})

let asked = false
