import { basename } from 'node:path'
import { saveDocument } from '../core/model/document.ts'
import { PRINTED_BY } from '../core/vendors/importing/grammars.ts'
import { importConfigs, type ImportedFile } from '../core/vendors/importing/importConfigs.ts'
import { readArgs } from './args.ts'
import { readText } from './input.ts'
import type { CliCommand } from './io.ts'
import { InputError, UsageError } from './usage.ts'

/** `import <config> …`: the design that running configurations describe. Messages name every line that has no place in it. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'draw a design from the configurations of switches',
  help: `mlag import <config> …    one file for each switch, both peers of a pair

Reads the configurations of ${PRINTED_BY.map(({ platform }) => platform).join(', ')}.
Prints the design file. What was assumed, and every line that was not
understood, goes to standard error.`,
  run: async (argv, io) => {
    const { positionals } = readArgs(argv, { switches: [], values: [] })
    if (positionals.length === 0) throw new UsageError('The configurations are missing.')
    const texts = await Promise.all(
      positionals.map(async (file) => ({ name: basename(file), text: await readText(file, io) })),
    )
    const result = importConfigs(texts)
    if (!result.ok) throw new InputError(`${result.text}\n  ${result.wayOut}`)
    io.err(result.notes.map((note) => `note: ${note}\n`).join('') + result.files.map(fileReport).join(''))
    io.out(saveDocument(result.design))
    return 0
  },
}

function fileReport({ name, device, platform, read, unread }: ImportedFile): string {
  const lines = unread.map(({ line, text, why }) => `  ${line}: ${text}${why === '' ? '' : `  (${why})`}\n`)
  const left = unread.length === 0 ? 'every line understood' : `${read} lines understood, not these:`
  return `${name}: ${device}, ${platform}, ${left}\n${lines.join('')}`
}
