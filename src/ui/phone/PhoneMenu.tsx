import {
  BookOpenCheck,
  Cable,
  ChartGantt,
  CircleQuestionMark,
  ClipboardCheck,
  Download,
  FileInput,
  FileText,
  FolderOpen,
  HardDriveDownload,
  LayoutTemplate,
  Library,
  Link2,
  ListVideo,
  Menu,
  Presentation,
  Route,
  Search,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { copyLink, openFilePicker, saveFile } from '../../state/openDesign.ts'
import type { Theme } from '../../state/preferences.ts'
import { useUi, type DialogState } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { MENU, MENU_HEAD, MENU_ITEM, MENU_LINE } from '../controls/menu.ts'

/** Everything else that a phone can do with a design. */
export function PhoneMenu() {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="ghost" square aria-label="Menu">
          <Menu strokeWidth={1.5} />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={MENU}>
          {ITEMS.map((group, at) => (
            <DropdownMenu.Group key={group[0]?.label}>
              {at > 0 && <DropdownMenu.Separator className={MENU_LINE} />}
              {group.map(({ label, Icon, run }) => (
                <DropdownMenu.Item key={label} className={MENU_ITEM} onSelect={run}>
                  <Icon strokeWidth={1.5} aria-hidden />
                  {label}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
          <DropdownMenu.Separator className={MENU_LINE} />
          <Themes />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Themes() {
  const theme = useUi((ui) => ui.theme)
  return (
    <DropdownMenu.RadioGroup value={theme} aria-label="Theme">
      <DropdownMenu.Label className={MENU_HEAD}>Theme</DropdownMenu.Label>
      {THEMES.map(({ id, label }) => (
        <DropdownMenu.RadioItem
          key={id}
          value={id}
          className={MENU_ITEM}
          onSelect={() => useUi.getState().set({ theme: id })}
        >
          <span className="grid size-4 place-content-center rounded-full shadow-[inset_0_0_0_1px_var(--edge)]">
            <DropdownMenu.ItemIndicator className="size-2 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
          </span>
          {label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface Item {
  readonly label: string
  readonly Icon: LucideIcon
  readonly run: () => void
}

function opens(dialog: DialogState): () => void {
  return () => useUi.getState().set({ dialog })
}

const ITEMS: readonly (readonly Item[])[] = [
  [
    { label: 'Search or run a command…', Icon: Search, run: opens({ kind: 'commands' }) },
    { label: 'Scenarios…', Icon: ListVideo, run: opens({ kind: 'scenarios' }) },
    { label: 'Failures…', Icon: TriangleAlert, run: opens({ kind: 'fail', failure: null }) },
    { label: 'Report of this run…', Icon: FileText, run: opens({ kind: 'report' }) },
  ],
  [
    { label: 'Templates…', Icon: LayoutTemplate, run: opens({ kind: 'gallery' }) },
    { label: 'Designs on this machine…', Icon: Library, run: opens({ kind: 'designs' }) },
    { label: 'Open file…', Icon: FolderOpen, run: openFilePicker },
    { label: 'Import configurations…', Icon: FileInput, run: opens({ kind: 'import', texts: [] }) },
  ],
  [
    { label: 'Export configurations…', Icon: Download, run: opens({ kind: 'export' }) },
    { label: 'Cable plan…', Icon: Cable, run: opens({ kind: 'cables' }) },
    { label: 'Runbook…', Icon: ClipboardCheck, run: opens({ kind: 'runbook' }) },
    { label: 'Compare…', Icon: ChartGantt, run: opens({ kind: 'compare' }) },
    { label: 'Save file', Icon: HardDriveDownload, run: () => void saveFile() },
    { label: 'Copy link', Icon: Link2, run: () => void copyLink() },
  ],
  [
    { label: 'Present', Icon: Presentation, run: () => useUi.getState().set({ presenting: true }) },
    { label: 'What the words mean', Icon: CircleQuestionMark, run: opens({ kind: 'glossary', word: null }) },
    { label: 'How true is this?', Icon: BookOpenCheck, run: opens({ kind: 'fidelity' }) },
    { label: 'Take the tour', Icon: Route, run: () => useUi.getState().set({ tour: true }) },
  ],
]

const THEMES: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]
