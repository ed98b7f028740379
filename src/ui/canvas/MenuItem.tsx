import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { MENU_ITEM, MENU_SHORTCUT } from '../controls/menu.ts'

/** An entry of a menu of the canvas. */
export function MenuItem({
  icon,
  label,
  shortcut = null,
  onSelect,
}: {
  readonly icon: ReactNode
  readonly label: string
  readonly shortcut?: string | null
  readonly onSelect: () => void
}) {
  return (
    <DropdownMenu.Item className={MENU_ITEM} onSelect={onSelect}>
      {icon}
      <span className="truncate">{label}</span>
      {shortcut !== null && <span className={MENU_SHORTCUT}>{shortcut}</span>}
    </DropdownMenu.Item>
  )
}
