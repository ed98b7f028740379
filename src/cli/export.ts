import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exportFiles } from '../core/vendors/exportFiles.ts'
import { onePositional, readArgs } from './args.ts'
import { PLATFORM_HELP, readDesign, readPlatform } from './input.ts'
import type { CliCommand } from './io.ts'
import { InputError, UsageError } from './usage.ts'

/** `export <file> --out <dir>`: every file a user would download. Prints their names, one a line. */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'write the configuration of every switch',
  help: `mlag export <file> --out <dir> [--platform <platform>]

${PLATFORM_HELP}

Prints the name of each file written.`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: [], values: ['out', 'platform'] })
    const file = onePositional(args, 'file')
    const out = args.value('out')
    if (out === undefined) throw new UsageError('--out is missing: the folder to write to.')
    const platform = readPlatform(args)
    const files = exportFiles((await readDesign(file, io)).topology, platform)
    try {
      await mkdir(resolve(io.cwd, out), { recursive: true })
      for (const { path, text } of files) await writeFile(resolve(io.cwd, out, path), text)
    } catch (error) {
      throw new InputError(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
    }
    io.out(files.map(({ path }) => `${join(out, path)}\n`).join(''))
    return 0
  },
}
