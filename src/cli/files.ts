import type { Stats } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Io } from './io.ts'
import { InputError, UsageError } from './usage.ts'

/**
 * The text of a file at a path relative to where the command was called. A byte order mark says how it is encoded, as
 * editors and shells of Windows write it, and is taken off; UTF-8 otherwise. Throws InputError.
 */
export async function readTextFile(file: string, io: Io): Promise<string> {
  if (file === '') throw new UsageError('The name of the file is empty.')
  try {
    return decoded(await readFile(resolve(io.cwd, file)))
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error, 'there is no such file.')}`)
  }
}

/** Writes a file at a path relative to where the command was called, into a folder that is there. Throws InputError. */
export async function writeFileAt(file: string, content: string | Uint8Array, io: Io): Promise<void> {
  if (file === '') throw new UsageError('The name of the file to write is empty.')
  try {
    await writeFile(resolve(io.cwd, file), content)
  } catch (error) {
    throw new InputError(`${file} cannot be written: ${reasonOf(error, 'its folder does not exist.')}`)
  }
}

/** Makes a folder and those above it, where they are not there. Throws InputError. */
export async function makeFolder(folder: string, io: Io): Promise<void> {
  try {
    await makeEach(resolve(io.cwd, folder))
  } catch (error) {
    throw new InputError(`${folder} cannot be written: ${reasonOf(error, 'there is no such folder.')}`)
  }
}

/** Not Node's own recursion: that never returns where a file system takes no folders, such as below /proc. */
async function makeEach(path: string): Promise<void> {
  const there = await statOf(path)
  if (there?.isDirectory() === true) return
  const above = dirname(path)
  if (above !== path && (await statOf(above)) === null) await makeEach(above)
  await mkdir(path)
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Why the system refused, in words; its own for what is rare. */
function reasonOf(error: unknown, missing: string): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return missing
  return REASONS[code] ?? error.message
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder.',
  ENOTDIR: 'a part of its path is a file, not a folder.',
  EEXIST: 'a file of that name is there; choose another folder.',
  EACCES: 'access to it is denied.',
  EPERM: 'access to it is denied.',
  EROFS: 'the file system is read-only.',
  ENOSPC: 'the disk is full.',
}
