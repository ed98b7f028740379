import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { HostFormatId } from '../../../src/core/hosts/hostFormat.ts'

/** A file of a server: where it lies below the server's root, and its text. */
export interface ServerFile {
  readonly path: string
  readonly text: string
}

/** A program that reads a server's files as it would on a server, and changes nothing on this machine. */
export interface Judge {
  readonly format: HostFormatId
  /** False, and said on the console, where it is not installed or may not run. */
  readonly isReady: () => boolean
  /** What it has against the files; nothing where it takes them all. */
  readonly complaints: (files: readonly ServerFile[]) => Promise<readonly string[]>
}

/** A folder with the files below it, for as long as `read` runs. */
export async function withFolder<T>(
  files: readonly ServerFile[],
  read: (folder: string) => T | Promise<T>,
  mode = 0o600,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mlag-studio-host-'))
  try {
    for (const { path, text } of files) {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
      chmodSync(target, mode)
    }
    return await read(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether the program ends well with these arguments; its words go to the console where it does not. */
export function endsWell(what: string, program: string, args: readonly string[]): boolean {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status === 0) return true
  console.warn(`${what}: skipped, ${program} ${args.join(' ')} failed: ${(stderr ?? '').trim()}`)
  return false
}

export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
