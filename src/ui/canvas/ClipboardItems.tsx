import { ClipboardPaste, Copy, CopyPlus, Scissors } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Point } from '../../core/model/design.ts'
import type { Target } from '../../state/uiStore.ts'
import { MENU_LINE } from '../controls/menu.ts'
import type * as Clipboard from '../edit/clipboard.ts'
import { MenuItem } from './MenuItem.tsx'

/** Cut, copy and duplicate what is selected, the thing under the pointer among it. Cables go with their devices. */
export function ClipboardItems({ target }: { readonly target: Target }) {
  if (target.kind !== 'device' && target.kind !== 'domain' && target.kind !== 'note') return null
  return (
    <>
      <DropdownMenu.Separator className={MENU_LINE} />
      <MenuItem
        icon={<Scissors strokeWidth={1.5} aria-hidden="true" />}
        label="Cut"
        shortcut="Ctrl X"
        onSelect={() => clipboard((it) => it.copySelected('cut'))}
      />
      <MenuItem
        icon={<Copy strokeWidth={1.5} aria-hidden="true" />}
        label="Copy"
        shortcut="Ctrl C"
        onSelect={() => clipboard((it) => it.copySelected('copy'))}
      />
      <MenuItem
        icon={<CopyPlus strokeWidth={1.5} aria-hidden="true" />}
        label="Duplicate"
        shortcut="Ctrl D"
        onSelect={() => clipboard((it) => it.duplicateSelected())}
      />
    </>
  )
}

/** Puts what was copied where the menu was opened. */
export function PasteItem({ at }: { readonly at: Point }) {
  return (
    <MenuItem
      icon={<ClipboardPaste strokeWidth={1.5} aria-hidden="true" />}
      label="Paste here"
      shortcut="Ctrl V"
      onSelect={() => clipboard((it) => it.pasteFromClipboard(at))}
    />
  )
}

function clipboard(act: (part: typeof Clipboard) => void | Promise<void>): void {
  void import('../edit/clipboard.ts').then(act)
}
