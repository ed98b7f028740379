import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { main } from '../main.ts'

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface CommandLine {
  /** The folder the command is called in: a new and empty one for each test. */
  readonly folder: () => string
  readonly mlag: (...args: readonly string[]) => Promise<Answer>
  readonly mlagWith: (stdin: string, ...args: readonly string[]) => Promise<Answer>
}

/** The command line for the tests of one file. */
export function commandLine(): CommandLine {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mlag-studio-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function mlagWith(stdin: string, ...args: readonly string[]): Promise<Answer> {
    const written = { out: '', err: '' }
    const code = await main(args, {
      cwd: folder,
      out: (text) => void (written.out += text),
      err: (text) => void (written.err += text),
      readStdin: () => Promise.resolve(stdin),
    })
    return { code, ...written }
  }
  return { folder: () => folder, mlag: (...args) => mlagWith('', ...args), mlagWith }
}
