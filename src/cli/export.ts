import { dirname, join } from 'node:path'
import { exportFiles, type ExportOptions } from '../core/export/exportFiles.ts'
import type { Design } from '../core/model/design.ts'
import { LAB_IDS } from '../core/labs/lab.ts'
import { makeRunbook } from '../core/runbook/make.ts'
import { partsMarkdown } from '../core/runbook/markdown.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { redrawnOn } from '../core/vendors/platforms.ts'
import { HOST_FORMAT_IDS } from '../core/hosts/hostFormat.ts'
import { onePositional, readArgs, type Args } from './args.ts'
import { makeFolder, writeFileAt } from './files.ts'
import { PLATFORM_HELP, readDesign, readPlatform } from './input.ts'
import type { CliCommand } from './io.ts'
import { UsageError } from './usage.ts'

/** `export <file> --out <dir>`: every file a user would download. Prints their names, one a line. */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'write the configuration of every switch and server',
  help: `mlag export <file> --out <dir> [--platform <platform>] [--hosts <format>] [--lab <lab>]
            [--no-runbook]

${PLATFORM_HELP}
  --hosts     how servers are written: ${HOST_FORMAT_IDS.join(', ')} (default netplan)
  --lab       a topology of the design for an emulator as well, in a folder of its
              own: ${LAB_IDS.join(', ')}
  --no-runbook  leaves runbook.md out, whose failover tests are simulated

Prints the name of each file written.`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: ['no-runbook'], values: ['out', 'platform', 'hosts', 'lab'] })
    const file = onePositional(args, 'file')
    const out = args.value('out')
    if (out === undefined || out === '') throw new UsageError('--out is missing: the folder to write to.')
    const options = readOptions(args)
    const design = await readDesign(file, io)
    // Before the runbook, whose runs take seconds.
    await makeFolder(out, io)
    const runbook = args.has('no-runbook') ? null : await runbookText(design, options)
    const files = exportFiles(design.topology, { ...options, ...(runbook === null ? {} : { runbook }) })
    for (const { path, text } of files) {
      await makeFolder(dirname(join(out, path)), io)
      await writeFileAt(join(out, path), text, io)
    }
    io.out(files.map(({ path }) => `${join(out, path)}\n`).join(''))
    return 0
  },
}

/** Null for a design without a pair. */
async function runbookText(design: Design, { platform }: ExportOptions): Promise<string | null> {
  const topology = platform === undefined ? design.topology : redrawnOn(design.topology, platform)
  const parts = await makeRunbook({ ...design, topology }, PROFILES)
  return parts === null ? null : partsMarkdown(parts)
}

function readOptions(args: Args): ExportOptions {
  const platform = readPlatform(args)
  const format = args.value('hosts')
  const hosts = HOST_FORMAT_IDS.find((id) => id === format)
  if (format !== undefined && hosts === undefined) {
    throw new UsageError(`There is no format ${JSON.stringify(format)}; there are ${HOST_FORMAT_IDS.join(', ')}.`)
  }
  const name = args.value('lab')
  const lab = LAB_IDS.find((id) => id === name)
  if (name !== undefined && lab === undefined) {
    throw new UsageError(`There is no lab ${JSON.stringify(name)}; there are ${LAB_IDS.join(', ')}.`)
  }
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(lab === undefined ? {} : { lab }),
  }
}
