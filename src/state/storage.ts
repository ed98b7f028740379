import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export interface StoredDesign {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** The design file's text. */
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

/** Rejects when the browser refuses (private mode, full disk): the page then says that nothing is saved. */
export async function writeDesign(design: StoredDesign): Promise<void> {
  await (await database()).put('designs', design)
}

/** Every stored design, the latest first. */
export async function listDesigns(): Promise<readonly StoredDesign[]> {
  const designs = await (await database()).getAll('designs')
  return designs.sort((a, b) => b.savedAt - a.savedAt)
}

export async function deleteDesign(id: string): Promise<void> {
  await (await database()).delete('designs', id)
}

interface Schema extends DBSchema {
  designs: { key: string; value: StoredDesign }
}

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('mlag-studio', 1, {
    upgrade: (db) => {
      db.createObjectStore('designs', { keyPath: 'id' })
    },
  })
  return opened
}

let opened: Promise<IDBPDatabase<Schema>> | null = null
