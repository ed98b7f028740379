import type { Design } from '../core/model/design.ts'
import type { Problem } from '../core/model/problem.ts'
import { useDocument } from './documentStore.ts'
import { newId } from './firstDesign.ts'
import { writeCurrentDesign } from './preferences.ts'
import { useUi } from './uiStore.ts'

/** Opens a design file's text, or shows why it cannot be read and leaves the present design alone. */
export async function openText(text: string, what: string): Promise<boolean> {
  const { loadDocument } = await import('../core/model/document.ts')
  const loaded = loadDocument(text)
  if (!loaded.ok) {
    refuse(what, sentences(loaded.problems))
    return false
  }
  openAs(loaded.design, newId(), `open ${what}`)
  await tellUnfitting(loaded.design, what)
  return true
}

/** A scenario that names what the design does not have stays with it, but nobody is to find out in front of an audience. */
async function tellUnfitting(design: Design, what: string): Promise<void> {
  if (design.scenarios === undefined || design.scenarios.length === 0) return
  const { unfitting } = await import('./scenarios.ts')
  const found = unfitting(design)
  if (found.length === 0) return
  const title = `${capital(what)} is open; not every scenario in it can be played`
  useUi.getState().set({ dialog: { kind: 'refused', title, sentences: [...shortened(found), KEPT], opened: true } })
}

/** Opens the design that a link's fragment carries, and goes to the instant of a run that it may name. */
export async function openFragment(fragment: string): Promise<boolean> {
  const { decodeFragment } = await import('./shareLink.ts')
  const [data = '', ...instant] = fragment.split('&')
  const text = decodeFragment(data)
  if (text !== null) {
    const opened = await openText(text, 'the link')
    if (opened && instant.length > 0) {
      const { openInstant } = await import('./scenarios.ts')
      openInstant(new URLSearchParams(instant.join('&')))
    }
    return opened
  }
  refuse('the link', [
    'The part of the link that carries the design is damaged: it was probably cut off on its way.',
    'Ask for the link again, or for the design file.',
  ])
  return false
}

/** Opens what was dropped or chosen: a design, or the running configurations of switches to draw. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [picture] = files
  if (picture !== undefined && files.length === 1 && (await openPicture(picture))) return
  const small = files.filter(({ size }) => size <= FILE_LIMIT)
  const texts = await Promise.all(small.map(async (file) => ({ name: file.name, text: await file.text() })))
  const configs = texts.filter(({ text }) => /^\s*interface \S/m.test(text) && !/^\s*\{/.test(text))
  if (configs.length > 0) useUi.getState().set({ dialog: { kind: 'import', texts: configs } })
  else if (files[0] !== undefined) await openFile(files[0])
}

/** Opens the design in a picture, or says why there is none. False for what is no picture. */
async function openPicture(file: File): Promise<boolean> {
  const { designInPicture, isPicture } = await import('./pictureFile.ts')
  if (!isPicture(new Uint8Array(await file.slice(0, 2_000).arrayBuffer()))) return false
  if (file.size > PICTURE_LIMIT) {
    refuse(file.name, [
      `The picture has ${Math.round(file.size / 1_000_000)} MB; at most ${PICTURE_LIMIT / 1_000_000} MB are read.`,
    ])
    return true
  }
  const found = designInPicture(new Uint8Array(await file.arrayBuffer()))
  if (found.kind === 'found') await openText(found.text, file.name)
  else refuse(file.name, found.kind === 'none' ? NO_DESIGN : DAMAGED_DESIGN)
  return true
}

async function openFile(file: File): Promise<void> {
  if (file.size > FILE_LIMIT) {
    const size = `${Math.round(file.size / 1_000_000)} MB`
    return refuse(file.name, [`The file has ${size}; a design file has at most ${FILE_LIMIT / 1_000_000} MB.`])
  }
  if (/\.[ct]sv$/i.test(file.name)) return refuse(file.name, TABLE_FILE)
  if (/\.ya?ml$/i.test(file.name)) return openYaml(await file.text(), file.name)
  await openText(await file.text(), file.name)
}

/** A design as its text pane has it. */
async function openYaml(text: string, what: string): Promise<void> {
  const { takenText } = await import('./designText.ts')
  const taken = await takenText(text)
  if (taken.ok) {
    openAs(taken.design, newId(), `open ${what}`)
    return tellUnfitting(taken.design, what)
  }
  const [first, ...more] = taken.problems
  const rest = more.length === 0 ? [] : [`${more.length} more problems were found.`]
  refuse(what, [first === undefined ? 'The text cannot be read.' : `Line ${first.line}: ${first.text}`, ...rest])
}

/** Opens a design that was drawn from something else than a file of ours. */
export function openDrawn(design: Design, step: string): void {
  openAs(design, newId(), step)
}

/** Lets the user choose a file of this machine. */
export function openFilePicker(): void {
  chooseFiles(
    '.json,application/json,.yaml,.yml,.png,.svg,image/png,image/svg+xml,.cfg,.conf,.txt,text/plain',
    (files) => void openFiles(files),
  )
}

/** Lets the user choose files of this machine; nothing happens when none is chosen. */
export function chooseFiles(accept: string, take: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = true
  input.hidden = true
  input.onchange = () => {
    const files = [...(input.files ?? [])]
    input.remove()
    if (files.length > 0) take(files)
  }
  input.oncancel = () => input.remove()
  document.body.append(input)
  input.click()
}

/** Opens a design kept by this browser. */
export async function openStored(id: string): Promise<boolean> {
  const [{ readDesign, shows }, { loadDocument }] = await Promise.all([
    import('./storage.ts'),
    import('../core/model/document.ts'),
  ])
  const stored = await readDesign(id)
  if (stored === undefined) return false
  const loaded = loadDocument(stored.text)
  shows(stored)
  if (loaded.ok) openAs(loaded.design, id, `open ${stored.title}`)
  else refuse(stored.title, sentences(loaded.problems))
  return loaded.ok
}

export async function openTemplate(id: string): Promise<void> {
  const { TEMPLATES } = await import('../core/templates/index.ts')
  const template = TEMPLATES.find((other) => other.id === id)
  if (template !== undefined) openAs(template.build(), newId(), `open template ${template.title}`)
}

export function openNew(): void {
  openAs({ ...EMPTY, title: 'Untitled' }, newId(), 'new design')
}

/** The present design as a file's text. */
export async function presentText(): Promise<string> {
  const { saveDocument } = await import('../core/model/document.ts')
  return saveDocument(useDocument.getState().design)
}

/** Downloads the present design as a file. */
export async function saveFile(): Promise<void> {
  const { title } = useDocument.getState().design
  download(`${fileName(title)}.mlag.json`, new Blob([await presentText()], { type: 'application/json' }))
  useUi.getState().announce('The design was saved as a file.')
}

/** The address that opens the present design anywhere: nothing is stored outside of it. */
export async function shareLink(): Promise<string> {
  const [{ encodeFragment }, text] = await Promise.all([import('./shareLink.ts'), presentText()])
  return `${location.origin}${location.pathname}#${encodeFragment(text)}`
}

export async function copyLink(): Promise<void> {
  const link = await shareLink()
  await copyText(link, link.length > LINK_LIMIT ? LONG_LINK : 'The link')
}

/** Puts a text on the clipboard and says so, or that the browser did not allow it. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    useUi.getState().announce(`${what} was copied.`)
  } catch {
    useUi.getState().announce(`The browser did not allow copying. ${what} can be selected and copied by hand.`)
  }
}

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A title as part of a file's name. */
export function fileName(title: string): string {
  const name = title.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|-+$/g, '')
  return name === '' ? 'design' : name.slice(0, 60)
}

function openAs(design: Design, id: string, step: string): void {
  useDocument.getState().replace(design, { undoable: true, step, id })
  writeCurrentDesign(id)
  const ui = useUi.getState()
  ui.select(null)
  ui.set({ dialog: null })
  ui.show()
  ui.announce(`${design.title} is open. Undo goes back to the design before.`)
}

function refuse(what: string, found: readonly string[]): void {
  const { set, announce } = useUi.getState()
  set({ dialog: { kind: 'refused', title: `${capital(what)} cannot be opened`, sentences: found } })
  announce(`${capital(what)} cannot be opened. ${found.join(' ')}`)
}

/** What was found first, how much more there is, and the way out. */
function sentences(problems: readonly Problem[]): readonly string[] {
  const [first] = problems
  if (first === undefined) return []
  const place = !/[.[]/.test(first.path) ? [] : [`It stands at ${first.path} in the file.`]
  const more = problems.length > 1 ? [`${problems.length - 1} more problems were found.`] : []
  return [first.text, ...place, ...more, first.wayOut]
}

/** The beginning of a sentence; a file's name stays as it is. */
function capital(text: string): string {
  return text.startsWith('the ') ? `The ${text.slice(4)}` : text
}

function shortened(found: readonly string[]): readonly string[] {
  return found.length <= MOST_TOLD
    ? found
    : [...found.slice(0, MOST_TOLD), `${found.length - MOST_TOLD} more steps do not fit.`]
}

const MOST_TOLD = 6
const TABLE_FILE = [
  'The file is a table, and a table belongs into the table of its kind.',
  'Open the tables with T, choose devices, cables or what the file is about, and drop it there or choose Read CSV.',
]
const KEPT = 'Change or delete these steps under Scenarios; everything else can be played.'
const EMPTY: Omit<Design, 'title'> = {
  topology: {
    devices: [],
    ports: [],
    links: [],
    bonds: [],
    domains: [],
    vlans: [{ id: 1, name: 'default' }],
    flows: [],
  },
  layout: {},
}
/** Characters of a link that programs pass on whole, as a rule. */
export const LINK_LIMIT = 8_000
const LONG_LINK = 'A link so long that many programs cut it off, for which the file is better,'
/** Bytes; larger than any design the format allows. */
const FILE_LIMIT = 4_000_000
const PICTURE_LIMIT = 60_000_000
const NO_DESIGN = [
  'The picture holds no design: it was not saved by MLAG Studio, or a program that passed it on left the design out.',
  'Ask for the picture as it was saved, for the design file, or for the link.',
]
const DAMAGED_DESIGN = [
  'The picture was saved by MLAG Studio, but the design in it is damaged.',
  'Ask for the picture again, or for the design file.',
]
