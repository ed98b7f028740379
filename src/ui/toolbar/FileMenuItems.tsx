import {
  BookOpenCheck,
  Cable,
  ChartGantt,
  ChevronDown,
  ClipboardCheck,
  FilePlus2,
  FileInput,
  FolderOpen,
  HardDriveDownload,
  LayoutTemplate,
  Library,
  Link2,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { copyLink, openFilePicker, openNew, saveFile } from '../../state/openDesign.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { MENU, MENU_ITEM, MENU_LINE, MENU_SHORTCUT } from '../controls/menu.ts'

/** New, open, save, templates, link. Open when it appears: it was just asked for. */
export function FileMenuItems() {
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>
        <Button look="ghost" square aria-label="File" className="w-6!">
          <ChevronDown strokeWidth={1.5} />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={6} className={MENU}>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={openNew}>
            <FilePlus2 strokeWidth={1.5} /> New design
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'gallery' } })}
          >
            <LayoutTemplate strokeWidth={1.5} /> New from a template…<span className={MENU_SHORTCUT}>G</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={openFilePicker}>
            <FolderOpen strokeWidth={1.5} /> Open file…<span className={MENU_SHORTCUT}>Ctrl O</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'designs' } })}
          >
            <Library strokeWidth={1.5} /> Designs on this machine…
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'import', texts: [] } })}
          >
            <FileInput strokeWidth={1.5} /> Import configurations…<span className={MENU_SHORTCUT}>I</span>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className={MENU_LINE} />
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => void saveFile()}>
            <HardDriveDownload strokeWidth={1.5} /> Save file<span className={MENU_SHORTCUT}>Ctrl S</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => void copyLink()}>
            <Link2 strokeWidth={1.5} /> Copy link
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'cables' } })}
          >
            <Cable strokeWidth={1.5} /> Cable plan…
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'runbook' } })}
          >
            <ClipboardCheck strokeWidth={1.5} /> Runbook…
          </DropdownMenu.Item>
          <DropdownMenu.Separator className={MENU_LINE} />
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'compare' } })}
          >
            <ChartGantt strokeWidth={1.5} /> Compare…<span className={MENU_SHORTCUT}>D</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={MENU_ITEM}
            onSelect={() => useUi.getState().set({ dialog: { kind: 'fidelity' } })}
          >
            <BookOpenCheck strokeWidth={1.5} /> How true is this?
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
