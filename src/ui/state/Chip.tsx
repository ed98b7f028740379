import type { ReactNode } from 'react'
import type { StateWord } from '../../core/model/runView.ts'
import { StateMark } from './StateMark.tsx'
import { stateClass } from './words.ts'

/** A state as mark and word. Without children the word is the state itself. */
export function Chip({ state, children }: { readonly state: StateWord; readonly children?: ReactNode }) {
  return (
    <span className={`chip ${stateClass(state)}`} data-state={state}>
      <StateMark state={state} />
      {children ?? state}
    </span>
  )
}
