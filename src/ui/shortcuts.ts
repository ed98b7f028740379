import { useDocument } from '../state/documentStore.ts'
import { presentNetwork } from '../state/network.ts'
import { copyLink, openFilePicker, openNew, saveFile } from '../state/openDesign.ts'
import { saveRunReport } from '../state/runReport.ts'
import { useRuntime } from '../state/runtimeStore.ts'
import { type Target, useUi } from '../state/uiStore.ts'
import { redoStep, repairAll, resetRun, shiftSpeed, startCold, startSettled, togglePlay, undoStep } from './actions.ts'
import { askForOther } from './canvas/asking.ts'
import { toggleGrid } from './canvas/snapStore.ts'
import { remove } from './canvas/remove.ts'
import { openFailures, toggleCut } from './failures.ts'
import { placeAtCentre } from './palette/arm.ts'
import { run } from './edit/command.ts'
import { EDIT_COMMANDS } from './edit/editCommands.ts'
import type * as Clipboard from './edit/clipboard.ts'
import type { PictureChoice } from './picture/choice.ts'
import type * as Deliver from './picture/deliver.ts'
import type * as Scrub from './timeline/scrub.ts'
import { useTimelineView } from './timeline/viewStore.ts'
import type { Keys } from './shortcutKeys.ts'

/** Something that a key does, that the sheet of shortcuts lists and that the command palette offers. Loads at first use. */
export interface Shortcut {
  readonly group: 'Time' | 'Failures' | 'Design' | 'View'
  readonly name: string
  /** As printed: `Ctrl Z`. Empty: only in the command palette. */
  readonly keys: Keys | ''
  readonly run: () => void
}

export const SHORTCUTS: readonly Shortcut[] = [
  { group: 'Time', name: 'Play or pause', keys: 'Space', run: togglePlay },
  { group: 'Time', name: 'Step one event', keys: '.', run: () => useRuntime.getState().step() },
  { group: 'Time', name: 'Jump to the next timer', keys: 'J', run: () => useRuntime.getState().toNextTimer() },
  { group: 'Time', name: 'Run until nothing is pending', keys: 'K', run: () => useRuntime.getState().converge() },
  { group: 'Time', name: 'Look at the event before', keys: ',', run: () => scrub(({ toEvent }) => toEvent(-1)) },
  { group: 'Time', name: 'Look at the event after', keys: ';', run: () => scrub(({ toEvent }) => toEvent(1)) },
  { group: 'Time', name: 'Back to now', keys: 'N', run: () => scrub(({ backToNow }) => backToNow()) },
  {
    group: 'Time',
    name: 'Bookmark this instant',
    keys: 'B',
    run: () => void import('./scenarios/bookmark.ts').then(({ bookmarkNow }) => bookmarkNow()),
  },
  { group: 'Time', name: 'Scenarios, recording and bookmarks', keys: 'O', run: () => openDialog('scenarios') },
  { group: 'Time', name: 'Report of this run', keys: '', run: () => openDialog('report') },
  { group: 'Time', name: 'Slower', keys: '-', run: () => shiftSpeed(-1) },
  { group: 'Time', name: 'Faster', keys: '+', run: () => shiftSpeed(1) },
  { group: 'Time', name: 'Reset the run', keys: 'Home', run: resetRun },
  { group: 'Time', name: 'Start cold: power everything on', keys: '', run: startCold },
  { group: 'Time', name: 'Start settled', keys: '', run: startSettled },
  { group: 'Time', name: 'Save a report of this run', keys: '', run: saveRunReport },
  {
    group: 'Failures',
    name: 'Cut the cable, power the device off, or repair it',
    keys: 'X',
    run: () => toggleCut(presentNetwork()),
  },
  { group: 'Failures', name: 'Fail with options, schedule, list of failures', keys: 'W', run: () => openFailures() },
  { group: 'Failures', name: 'Repair everything', keys: 'R', run: repairAll },
  { group: 'Design', name: 'Connect to another device', keys: 'C', run: connectSelected },
  { group: 'Design', name: 'Place an MLAG pair', keys: 'P', run: () => placeAtCentre('pair') },
  { group: 'Design', name: 'Place a switch', keys: 'S', run: () => placeAtCentre('switch') },
  { group: 'Design', name: 'Place a server', keys: 'H', run: () => placeAtCentre('host') },
  { group: 'Design', name: 'Place a management switch', keys: 'M', run: () => placeAtCentre('management-switch') },
  { group: 'Design', name: 'Place a router', keys: 'U', run: () => placeAtCentre('router') },
  { group: 'Design', name: 'Place a note', keys: 'Shift N', run: () => placeAtCentre('note') },
  {
    group: 'Design',
    name: 'Layout of the design in tiers',
    keys: 'Shift A',
    run: () => void import('./edit/tiers/layOut.ts').then(({ layOut }) => layOut()),
  },
  { group: 'Design', name: 'Select all', keys: 'Ctrl A', run: selectAll },
  {
    group: 'Design',
    name: 'Copy',
    keys: 'Ctrl C',
    run: () => clipboard((it) => it.copySelected('copy')),
  },
  { group: 'Design', name: 'Cut', keys: 'Ctrl X', run: () => clipboard((it) => it.copySelected('cut')) },
  {
    group: 'Design',
    name: 'Paste',
    keys: 'Ctrl V',
    run: () => clipboard((it) => it.pasteFromClipboard()),
  },
  {
    group: 'Design',
    name: 'Duplicate with its cables',
    keys: 'Ctrl D',
    run: () => clipboard((it) => it.duplicateSelected()),
  },
  ...EDIT_COMMANDS.map((command): Shortcut => {
    const { name, keys } = command
    return { group: 'Design', name, keys, run: () => run(command) }
  }),
  { group: 'Design', name: 'Remove what is selected', keys: 'Delete', run: removeSelected },
  { group: 'Design', name: 'Undo', keys: 'Ctrl Z', run: undoStep },
  { group: 'Design', name: 'Redo', keys: 'Ctrl Y', run: redoStep },
  { group: 'Design', name: 'Templates', keys: 'G', run: () => openDialog('gallery') },
  { group: 'Design', name: 'New design', keys: '', run: openNew },
  { group: 'Design', name: 'Designs on this machine', keys: '', run: () => openDialog('designs') },
  { group: 'Design', name: 'Open a file', keys: 'Ctrl O', run: openFilePicker },
  {
    group: 'Design',
    name: 'Import running configurations',
    keys: 'I',
    run: () => useUi.getState().set({ dialog: { kind: 'import', texts: [] } }),
  },
  { group: 'Design', name: 'Save as a file', keys: 'Ctrl S', run: () => void saveFile() },
  { group: 'Design', name: 'Copy a link to this design', keys: '', run: () => void copyLink() },
  { group: 'Design', name: 'Share: link, picture, print', keys: '', run: () => openDialog('share') },
  {
    group: 'Design',
    name: 'Save the picture as PNG',
    keys: '',
    run: () => picture(({ savePng }, choice) => savePng(choice)),
  },
  {
    group: 'Design',
    name: 'Save the picture as SVG',
    keys: '',
    run: () => picture(({ saveSvg }, choice) => saveSvg(choice)),
  },
  {
    group: 'Design',
    name: 'Copy the picture',
    keys: '',
    run: () => picture(({ copyPicture }, choice) => copyPicture(choice)),
  },
  {
    group: 'Design',
    name: 'Print the canvas',
    keys: 'Ctrl P',
    run: () => void import('./picture/printing.ts').then(({ printCanvas }) => printCanvas()),
  },
  { group: 'View', name: 'Search or run a command', keys: 'Ctrl K', run: () => openDialog('commands') },
  { group: 'View', name: 'Show everything', keys: 'F', run: () => useUi.getState().show() },
  { group: 'View', name: 'Grid on or off', keys: 'Shift G', run: toggleGrid },
  { group: 'View', name: 'Table or canvas', keys: 'T', run: toggleTable },
  { group: 'View', name: 'Text of the design (YAML)', keys: 'Y', run: toggleText },
  { group: 'View', name: 'Present on the whole screen', keys: 'A', run: togglePresenting },
  { group: 'View', name: 'Follow the present', keys: 'L', run: () => useTimelineView.getState().follow() },
  { group: 'View', name: 'Export configurations', keys: 'E', run: () => openDialog('export') },
  { group: 'View', name: 'Cable plan', keys: '', run: () => openDialog('cables') },
  { group: 'View', name: 'Runbook', keys: '', run: () => openDialog('runbook') },
  { group: 'View', name: 'Compare designs and platforms', keys: 'D', run: () => openDialog('compare') },
  { group: 'View', name: 'How true is this? Sources and tests', keys: '', run: () => openDialog('fidelity') },
  { group: 'View', name: 'What the words mean', keys: '', run: openGlossary },
  { group: 'View', name: 'Take the tour', keys: '', run: () => useUi.getState().set({ tour: true }) },
  { group: 'View', name: 'Theme: light', keys: '', run: () => useUi.getState().set({ theme: 'light' }) },
  { group: 'View', name: 'Theme: dark', keys: '', run: () => useUi.getState().set({ theme: 'dark' }) },
  { group: 'View', name: 'Theme: as the system', keys: '', run: () => useUi.getState().set({ theme: 'system' }) },
  { group: 'View', name: 'Shortcuts', keys: '?', run: () => openDialog('shortcuts') },
  { group: 'View', name: 'Let go of tool and selection', keys: 'Escape', run: letGo },
]

function clipboard(act: (part: typeof Clipboard) => void | Promise<void>): void {
  void import('./edit/clipboard.ts').then(act)
}

function scrub(act: (part: typeof Scrub) => void): void {
  void import('./timeline/scrub.ts').then(act)
}

function connectSelected(): void {
  const { selection, announce } = useUi.getState()
  const [selected] = selection
  if (selected === undefined || !askForOther(selected)) announce('Select the device to connect first.')
}

/** Every device and every note. */
export function selectAll(): void {
  const { topology, notes = [] } = useDocument.getState().design
  useUi
    .getState()
    .selectMany([
      ...topology.devices.map(({ id }): Target => ({ kind: 'device', id })),
      ...notes.map(({ id }): Target => ({ kind: 'note', id })),
    ])
}

function removeSelected(): void {
  const { selection, announce } = useUi.getState()
  if (!remove(selection)) announce('Nothing is selected.')
}

function toggleTable(): void {
  useUi.getState().set({ view: useUi.getState().view === 'canvas' ? 'table' : 'canvas' })
}

function openGlossary(): void {
  useUi.getState().set({ dialog: { kind: 'glossary', word: null } })
}

function togglePresenting(): void {
  useUi.getState().set({ presenting: !useUi.getState().presenting })
}

function toggleText(): void {
  useUi.getState().set({ text: !useUi.getState().text })
}

function letGo(): void {
  const ui = useUi.getState()
  if (ui.tool !== null || ui.connecting !== null) ui.set({ tool: null, connecting: null })
  else ui.select(null)
}

function picture(act: (deliver: typeof Deliver, choice: PictureChoice) => Promise<void>): void {
  void Promise.all([import('./picture/deliver.ts'), import('./picture/choice.ts')]).then(([deliver, { usualChoice }]) =>
    act(deliver, usualChoice()),
  )
}

function openDialog(
  kind:
    | 'cables'
    | 'commands'
    | 'compare'
    | 'designs'
    | 'export'
    | 'fidelity'
    | 'gallery'
    | 'report'
    | 'runbook'
    | 'scenarios'
    | 'share'
    | 'shortcuts',
): void {
  useUi.getState().set({ dialog: { kind } })
}
