import type { Design } from '../core/model/design.ts'
import type { EventKind } from '../core/model/runView.ts'
import { useDocument, type DocumentState } from './documentStore.ts'
import { firstDesign, newId } from './firstDesign.ts'
import { readCurrentDesign, writeCurrentDesign } from './preferences.ts'
import { useRuntime } from './runtimeStore.ts'
import { useUi, type Target } from './uiStore.ts'
import { whenRunning } from './whenRunning.ts'

/**
 * Opens what the page begins with (the link's design, else what was open last, else the first template), starts its
 * run, and from then on keeps run and storage in step with the document.
 */
export async function openSession(): Promise<void> {
  await openFirst()
  useDocument.temporal.getState().clear()
  void checkWhenRunning()
  startRun()
  useDocument.subscribe((state, before) => {
    if (state.design === before.design) return
    if (state.id !== before.id && useUi.getState().saving === 'saving') void keep(before).catch(() => {})
    forgetSelection(state.design)
    if (state.design !== saved) saveSoon()
    if (state.design.topology !== before.design.topology) restartRunSoon()
  })
  useRuntime.subscribe((run, before) => {
    if (run.refused !== null && run.refused !== before.refused) useUi.getState().announce(run.refused)
    if (run.events !== before.events) sayEvents(before.events.at(-1)?.seq ?? -1)
  })
  addEventListener('hashchange', () => void openLink())
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) void saveNow()
  })
  addEventListener('pagehide', () => void saveNow())
  // The browser asks before it closes a page whose design is kept nowhere.
  addEventListener('beforeunload', (event) => {
    if (['failed', 'full'].includes(useUi.getState().saving)) event.preventDefault()
  })
}

async function openFirst(): Promise<void> {
  const stored = readCurrentDesign()
  const restored = stored !== null && (await (await opening()).openStored(stored))
  if (!restored) {
    const id = newId()
    useDocument.getState().replace(firstDesign(), { undoable: false, id })
    writeCurrentDesign(id)
  }
  useUi.getState().announce('')
  await openLink()
}

/** A first visit opens nothing. */
const opening = () => import('./openDesign.ts')

/** Takes the design out of the address, so that a reload does not undo later work. */
async function openLink(): Promise<void> {
  const fragment = location.hash.slice(1)
  if (!fragment.startsWith('d=')) return
  history.replaceState(null, '', location.pathname + location.search)
  if (await (await opening()).openFragment(fragment)) await saveNow()
}

/** The rules come when the page has come to life: until then it has more urgent things to fetch. */
async function checkWhenRunning(): Promise<void> {
  await whenRunning()
  setTimeout(() => void import('./checks.ts').then(({ watchChecks }) => watchChecks()), CHECKS_AFTER_MS)
}

function startRun(): void {
  const { load, loaded, play } = useRuntime.getState()
  const { id, design } = useDocument.getState()
  runOf = id
  // A link may have brought a run of its own.
  if (loaded?.topology === design.topology) return
  load(design.topology, 'settled')
  play()
}

/** One new run for all edits of one task. */
function restartRunSoon(): void {
  if (restarting) return
  restarting = true
  setTimeout(() => {
    restarting = false
    const { commands, load, follow, loaded } = useRuntime.getState()
    const { id, design } = useDocument.getState()
    const other = id !== runOf
    runOf = id
    if (loaded?.topology === design.topology) return
    // In another design the same ids mean other things.
    if (other) load(design.topology, 'settled')
    else follow(design.topology)
    if (commands.length > 0) useUi.getState().announce('The design changed: a new run began, without failures.')
  })
}

function saveSoon(): void {
  useUi.getState().set({ saving: 'saving' })
  clearTimeout(saveTimer)
  saveTimer = setTimeout(() => void saveNow(), SAVE_AFTER_MS)
}

/** Writes the design now unless it is written. */
export async function saveNow(): Promise<void> {
  clearTimeout(saveTimer)
  const { id, design } = useDocument.getState()
  if (design === saved) return
  try {
    await keep({ id, design })
    writeCurrentDesign(id)
    saved = design
    useUi.getState().set({ saving: useDocument.getState().design === design ? 'saved' : 'saving' })
  } catch (refused) {
    const { isFull } = await import('./storage.ts')
    useUi.getState().set({ saving: isFull(refused) ? 'full' : 'failed' })
  }
}

/** Shows what another page of this browser made of the design, which is stored already. */
export function takeOver(design: Design): void {
  saved = design
  useDocument.getState().replace(design, { undoable: true, step: 'take over what another tab changed' })
}

/** Writes a design into this browser's list. Rejects when the browser refuses. */
async function keep({ id, design }: Pick<DocumentState, 'id' | 'design'>): Promise<void> {
  const [{ writeDesign }, { saveDocument }] = await Promise.all([
    import('./storage.ts'),
    import('../core/model/document.ts'),
  ])
  await writeDesign({ id, title: design.title, savedAt: Date.now(), text: saveDocument(design) })
}

/** The latest event that a user would want to hear of. */
function sayEvents(after: number): void {
  const { events } = useRuntime.getState()
  const news = events.findLast((event) => event.seq > after && SAID[event.kind])
  if (news !== undefined) useUi.getState().announce(news.text)
}

function forgetSelection(design: Design): void {
  const { selection, selectMany } = useUi.getState()
  const there = selection.filter((target) => exists(design, target))
  if (there.length !== selection.length) selectMany(there)
}

function exists({ topology, notes = [] }: Design, target: Target): boolean {
  switch (target.kind) {
    case 'device':
      return topology.devices.some(({ id }) => id === target.id)
    case 'port':
      return topology.ports.some(({ id }) => id === target.id)
    case 'link':
      return topology.links.some(({ id }) => id === target.id)
    case 'bond':
      return topology.bonds.some(({ id }) => id === target.id)
    case 'domain':
      return topology.domains.some(({ id }) => id === target.id)
    case 'note':
      return notes.some(({ id }) => id === target.id)
  }
}

const SAID: Readonly<Record<EventKind, boolean>> = {
  failure: true,
  repair: true,
  notice: false,
  reaction: true,
  forwarding: false,
  state: false,
  storm: true,
}

let restarting = false
/** Id of the design whose run was begun last. */
let runOf = ''
let saved: Design | null = null
let saveTimer: ReturnType<typeof setTimeout> | undefined
const SAVE_AFTER_MS = 400
const CHECKS_AFTER_MS = 1_000
