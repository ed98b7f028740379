/** Looks shared by all menus. */
export const MENU =
  'z-50 max-h-[var(--radix-dropdown-menu-content-available-height)] max-w-96 min-w-62 overflow-y-auto rounded-3 bg-raised p-1 shadow-2 outline-none'
export const MENU_ITEM =
  'flex h-7 items-center gap-2.5 rounded-2 px-2 text-12 whitespace-nowrap text-ink outline-none data-[disabled]:opacity-55 data-[highlighted]:bg-press [&_svg]:size-4 [&_svg]:text-ink-2'
export const MENU_HEAD = 'flex h-6 items-center px-2 text-11 font-semibold text-ink-3'
export const MENU_LINE = 'mx-2 my-1 h-px bg-line'
export const MENU_SHORTCUT = 'ml-auto shrink-0 pl-3 text-11 text-ink-3'
