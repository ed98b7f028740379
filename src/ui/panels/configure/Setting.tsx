import type { ReactNode } from 'react'
import type { ValueKey } from '../../../core/model/profileKeys.ts'
import { useUi } from '../../../state/uiStore.ts'

interface SettingProps {
  readonly id: ValueKey
  readonly children: ReactNode
}

/** The field of a setting, brought into view and focused when something on the page leads to it. */
export function Setting({ id, children }: SettingProps) {
  const wanted = useUi((ui) => ui.setting === id)
  return <div ref={wanted ? reveal : undefined}>{children}</div>
}

function reveal(field: HTMLElement | null): void {
  if (field === null) return
  field.scrollIntoView({ block: 'center' })
  field.querySelector<HTMLElement>('input, select, button')?.focus()
  useUi.getState().set({ setting: null })
}
