import {
  Braces,
  CircleQuestionMark,
  Download,
  Moon,
  Network,
  Presentation,
  Redo2,
  Search,
  Share2,
  Sun,
  SunMoon,
  Table2,
  Undo2,
} from 'lucide-react'
import { useStore } from 'zustand'
import { useDocument } from '../../state/documentStore.ts'
import type { Theme } from '../../state/preferences.ts'
import { useUi } from '../../state/uiStore.ts'
import { redoStep, undoStep } from '../actions.ts'
import { Button } from '../controls/Button.tsx'
import { FileMenu } from './FileMenu.tsx'
import { Logo } from './Logo.tsx'
import { TitleField } from './TitleField.tsx'

/** File, history, search, and what leaves the page. */
export function Toolbar() {
  const set = useUi((ui) => ui.set)
  return (
    <header
      className="flex items-center gap-0.5 border-b border-line bg-chrome pr-2 pl-3"
      style={{ gridArea: 'toolbar' }}
    >
      <h1 className="sr-only">MLAG Studio</h1>
      <Logo />
      <TitleField />
      <FileMenu />
      <Divider />
      <History />
      <Divider />
      <Button
        look="ghost"
        aria-label="Layout: the design in tiers"
        aria-keyshortcuts="Shift+A"
        onClick={() => void import('../edit/tiers/layOut.ts').then(({ layOut }) => layOut())}
      >
        <Network strokeWidth={1.5} />
        <span className="max-[1100px]:hidden">Layout</span>
      </Button>
      <TableButton />
      <TextButton />
      <span className="flex-1" />
      <button
        type="button"
        aria-keyshortcuts="Control+K"
        aria-label="Search or run a command"
        className="target flex h-7 w-58 items-center gap-2 rounded-2 bg-inset px-2 text-12 text-ink-3 shadow-[inset_0_0_0_1px_var(--line)] hover:bg-hover max-[1100px]:w-8 max-[1100px]:justify-center max-[1100px]:bg-transparent max-[1100px]:shadow-none"
        onClick={() => set({ dialog: { kind: 'commands' } })}
      >
        <Search size={16} strokeWidth={1.5} />
        <span className="max-[1100px]:hidden">Search or run a command</span>
        <kbd className="ml-auto font-sans text-11 max-[1100px]:hidden">Ctrl K</kbd>
      </button>
      <span className="flex-1" />
      <Button look="ghost" aria-keyshortcuts="D" onClick={() => set({ dialog: { kind: 'compare' } })}>
        Compare
      </Button>
      <Button look="ghost" aria-label="Present" aria-keyshortcuts="A" onClick={() => set({ presenting: true })}>
        <Presentation strokeWidth={1.5} />
        <span className="max-[1100px]:hidden">Present</span>
      </Button>
      <Button look="ghost" onClick={() => set({ dialog: { kind: 'share' } })}>
        <Share2 strokeWidth={1.5} />
        <span className={NAMED}>Share</span>
      </Button>
      <Button className="ml-1" onClick={() => set({ dialog: { kind: 'export' } })}>
        <Download strokeWidth={1.5} />
        <span className={NAMED}>Export</span>
      </Button>
      <Divider />
      <ThemeButton />
      <Button
        look="ghost"
        square
        aria-label="Shortcuts and help"
        aria-keyshortcuts="?"
        onClick={() => set({ dialog: { kind: 'shortcuts' } })}
      >
        <CircleQuestionMark strokeWidth={1.5} />
      </Button>
    </header>
  )
}

function TableButton() {
  const shown = useUi((ui) => ui.view === 'table')
  return (
    <Button
      look="ghost"
      aria-pressed={shown}
      aria-label="Table"
      aria-keyshortcuts="T"
      onClick={() => useUi.getState().set({ view: shown ? 'canvas' : 'table' })}
    >
      <Table2 strokeWidth={1.5} />
      <span className="max-[1100px]:hidden">Table</span>
    </Button>
  )
}

function TextButton() {
  const shown = useUi((ui) => ui.text)
  return (
    <Button
      look="ghost"
      aria-pressed={shown}
      aria-label="Text"
      aria-keyshortcuts="Y"
      onClick={() => useUi.getState().set({ text: !shown })}
    >
      <Braces strokeWidth={1.5} />
      <span className="max-[1100px]:hidden">Text</span>
    </Button>
  )
}

function History() {
  const past = useStore(useDocument.temporal, (history) => history.pastStates.length)
  const next = useStore(useDocument.temporal, (history) => history.futureStates.at(-1)?.step)
  const step = useDocument((state) => state.step)
  return (
    <>
      <Button
        look="ghost"
        square
        aria-label={past === 0 ? 'Undo' : `Undo: ${step}`}
        aria-keyshortcuts="Control+Z"
        disabled={past === 0}
        onClick={undoStep}
      >
        <Undo2 strokeWidth={1.5} />
      </Button>
      <Button
        look="ghost"
        square
        aria-label={next === undefined ? 'Redo' : `Redo: ${next}`}
        aria-keyshortcuts="Control+Y"
        disabled={next === undefined}
        onClick={redoStep}
      >
        <Redo2 strokeWidth={1.5} />
      </Button>
    </>
  )
}

function ThemeButton() {
  const theme = useUi((ui) => ui.theme)
  const { next, name, Icon } = THEMES[theme]
  return (
    <Button look="ghost" square aria-label={name} onClick={() => useUi.getState().set({ theme: next })}>
      <Icon strokeWidth={1.5} />
    </Button>
  )
}

function Divider() {
  return <span className="mx-1.5 h-5 w-px shrink-0 bg-line pointer-coarse:max-[1100px]:hidden" />
}

/** Where fingers need the room, its icon is enough. */
const NAMED = 'pointer-coarse:max-[900px]:sr-only'

const THEMES: Readonly<Record<Theme, { readonly next: Theme; readonly name: string; readonly Icon: typeof Sun }>> = {
  system: { next: 'light', name: 'Theme: as the system. Change to light', Icon: SunMoon },
  light: { next: 'dark', name: 'Theme: light. Change to dark', Icon: Sun },
  dark: { next: 'system', name: 'Theme: dark. Change to the system’s', Icon: Moon },
}
