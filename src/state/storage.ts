import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export interface StoredDesign {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** The design file's text. */
  readonly text: string
}

/** A design as it was at an earlier time. */
export interface StoredVersion {
  /** Id of the design. */
  readonly design: string
  readonly title: string
  readonly savedAt: number
  readonly text: string
}

/** The stored design, or undefined when there is none or the browser keeps nothing. */
export async function readDesign(id: string): Promise<StoredDesign | undefined> {
  try {
    return await (await database()).get('designs', id)
  } catch {
    return undefined
  }
}

/** This page shows a stored design: what it writes next comes after that form. */
export function shows({ id, savedAt }: StoredDesign): void {
  known.set(id, savedAt)
}

/**
 * Writes a design over its stored form, which goes into its history when it is some minutes older than the latest
 * version there, the first that this page overwrites, or one that another page stored meanwhile. Where the disk is full
 * the history makes room. Rejects when the browser refuses: the page then says that nothing is saved.
 */
export async function writeDesign(design: StoredDesign): Promise<void> {
  const db = await database()
  await remember(db, design).catch(() => {})
  try {
    await db.put('designs', design)
  } catch (refused) {
    if (!isFull(refused)) throw refused
    await db.clear('versions')
    await db.put('designs', design)
  }
  known.set(design.id, design.savedAt)
  channel()?.postMessage(design.id)
}

/** Calls with the id of every design that another page of this browser writes. */
export function watchOtherPages(written: (id: string) => void): void {
  channel()?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') written(data)
  })
}

/** Every stored design, the latest first. */
export async function listDesigns(): Promise<readonly StoredDesign[]> {
  const designs = await (await database()).getAll('designs')
  return designs.sort((a, b) => b.savedAt - a.savedAt)
}

/** Earlier versions of a design, the latest first. */
export async function listVersions(design: string): Promise<readonly StoredVersion[]> {
  const versions = await (await database()).getAll('versions', versionsOf(design))
  return versions.sort((a, b) => b.savedAt - a.savedAt)
}

/** Takes a design away and returns what `restoreDesign` puts back. */
export async function deleteDesign(id: string): Promise<readonly StoredVersion[]> {
  const db = await database()
  const versions = await listVersions(id)
  await db.delete('versions', versionsOf(id))
  await db.delete('designs', id)
  return versions
}

export async function restoreDesign(design: StoredDesign, versions: readonly StoredVersion[]): Promise<void> {
  const db = await database()
  await db.put('designs', design)
  for (const version of versions) await db.put('versions', version)
}

/** True for what a browser says when the disk, or its share of it, is full. */
export function isFull(refused: unknown): boolean {
  return refused instanceof DOMException && refused.name === 'QuotaExceededError'
}

async function remember(db: IDBPDatabase<Schema>, design: StoredDesign): Promise<void> {
  const before = await db.get('designs', design.id)
  if (before === undefined || before.text === design.text) return
  const versions = await listVersions(design.id)
  const last = versions[0]?.savedAt ?? 0
  const own = before.savedAt === known.get(design.id)
  if (own && seen.has(design.id) && before.savedAt - last < APART_MS) return
  seen.add(design.id)
  const { id, title, savedAt, text } = before
  await db.put('versions', { design: id, title, savedAt, text })
  for (const old of versions.slice(MOST_VERSIONS - 1)) await db.delete('versions', [old.design, old.savedAt])
}

function versionsOf(design: string): IDBKeyRange {
  return IDBKeyRange.bound([design, 0], [design, Number.MAX_SAFE_INTEGER])
}

interface Schema extends DBSchema {
  designs: { key: string; value: StoredDesign }
  versions: { key: [string, number]; value: StoredVersion }
}

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('mlag-studio', 2, {
    upgrade: (db, before) => {
      if (before < 1) db.createObjectStore('designs', { keyPath: 'id' })
      if (before < 2) db.createObjectStore('versions', { keyPath: ['design', 'savedAt'] })
    },
    // A page of a newer build wants in: this one opens anew when it saves next.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      opened = null
    },
  })
  opened.catch(() => (opened = null))
  return opened
}

/** One for sending and hearing: a page does not hear itself. Null where the browser has none. */
function channel(): BroadcastChannel | null {
  talk ??= typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('mlag-studio')
  return talk
}

let talk: BroadcastChannel | null = null
let opened: Promise<IDBPDatabase<Schema>> | null = null
/** When the form of a design was saved that this page showed or wrote last. */
const known = new Map<string, number>()
/** Designs of which this page has overwritten the stored form. */
const seen = new Set<string>()
/** Between two versions of a design's history. */
const APART_MS = 300_000
const MOST_VERSIONS = 20
