import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where daemons live although a user's PATH does not name it. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin']

/** Full path of a program, null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS]
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

/**
 * Whether all of the programs are installed. Says on the console which one is missing and what is left out for it:
 * a suite that needs it is then skipped rather than failed.
 */
export function isInstalled(what: string, names: readonly string[]): boolean {
  const missing = names.filter((name) => findProgram(name) === null)
  if (missing.length > 0) console.warn(`${what}: skipped, ${missing.join(', ')} not installed`)
  return missing.length === 0
}

/** Full path of a program that is known to be installed. */
export function programPath(name: string): string {
  const path = findProgram(name)
  if (path === null) throw new Error(`${name} is not installed`)
  return path
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
