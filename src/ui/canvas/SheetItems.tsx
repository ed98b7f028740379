import { Grid3x3, Maximize, MousePointer2, Network as NetworkIcon, Plus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type Tool, useUi } from '../../state/uiStore.ts'
import { MENU_LINE } from '../controls/menu.ts'
import { isViewOnly } from '../room.ts'
import type { MenuRequest } from './canvasStore.ts'
import { PasteItem } from './ClipboardItems.tsx'
import { MenuItem } from './MenuItem.tsx'
import { place } from './placing.ts'
import { toggleGrid, useSnap } from './snapStore.ts'

/** What the sheet itself is offered, at the place that was asked about. */
export function SheetItems({ request }: { readonly request: MenuRequest }) {
  const grid = useSnap((s) => s.grid)
  const fit = (
    <MenuItem
      icon={<Maximize strokeWidth={1.5} aria-hidden="true" />}
      label="Fit into view"
      onSelect={() => useUi.getState().show()}
    />
  )
  if (isViewOnly()) return fit
  return (
    <>
      {PLACES.map(({ tool, label, shortcut }) => (
        <MenuItem
          key={tool}
          icon={<Plus strokeWidth={1.5} aria-hidden="true" />}
          label={label}
          shortcut={shortcut}
          onSelect={() => place(tool, request.at)}
        />
      ))}
      <DropdownMenu.Separator className={MENU_LINE} />
      <PasteItem at={request.at} />
      <MenuItem
        icon={<MousePointer2 strokeWidth={1.5} aria-hidden="true" />}
        label="Select all"
        shortcut="Ctrl A"
        onSelect={() => void import('../shortcuts.ts').then(({ selectAll }) => selectAll())}
      />
      <MenuItem
        icon={<NetworkIcon strokeWidth={1.5} aria-hidden="true" />}
        label="Lay out in tiers"
        shortcut="Shift A"
        onSelect={() => void import('../edit/tiers/layOut.ts').then(({ layOut }) => layOut())}
      />
      <MenuItem
        icon={<Grid3x3 strokeWidth={1.5} aria-hidden="true" />}
        label={grid ? 'Turn the grid off' : 'Turn the grid on'}
        shortcut="Shift G"
        onSelect={toggleGrid}
      />
      {fit}
    </>
  )
}

const PLACES: readonly { readonly tool: Tool; readonly label: string; readonly shortcut: string }[] = [
  { tool: 'pair', label: 'Place MLAG pair', shortcut: 'P' },
  { tool: 'switch', label: 'Place switch', shortcut: 'S' },
  { tool: 'host', label: 'Place server', shortcut: 'H' },
  { tool: 'management-switch', label: 'Place management switch', shortcut: 'M' },
  { tool: 'router', label: 'Place router', shortcut: 'U' },
  { tool: 'note', label: 'Place note', shortcut: 'Shift N' },
]
