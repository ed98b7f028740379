import { realpathSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { captureCommand } from './capture.ts'
import { compareCommand } from './compare.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import type { CliCommand, Io } from './io.ts'
import { lintCommand } from './lint.ts'
import { simulateCommand } from './simulate.ts'
import { templateCommand } from './template.ts'
import { upgradeCommand } from './upgrade.ts'
import { InputError, UsageError } from './usage.ts'

const COMMANDS: readonly CliCommand[] = [
  templateCommand,
  lintCommand,
  exportCommand,
  importCommand,
  simulateCommand,
  captureCommand,
  compareCommand,
  upgradeCommand,
]

/**
 * Runs one command. Resolves to the exit code: 0 fine (warnings included), 1 findings of severity error, unusable input
 * or a run that failed, 2 wrong usage.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined) io.err(OVERVIEW)
    else io.out(OVERVIEW)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) {
    io.err(`There is no command ${JSON.stringify(name)}.\n\n${OVERVIEW}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`${command.help}\n`)
    return 0
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${command.help}\n`)
      return 2
    }
    if (error instanceof InputError) {
      io.err(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

const OVERVIEW = `MLAG Studio, headless: the same core as the page.

  npm run --silent mlag -- <command> …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

<command> --help tells more. <file> may be - for standard input or template:<name>.
Exit code: 0 fine, 1 errors found or a run that failed, 2 wrong usage.
`

function processIo(): Io {
  return {
    // npm runs scripts in the project's folder and says here where it was called.
    cwd: realpathSync(process.env['INIT_CWD'] ?? process.cwd()),
    out: (output) => void process.stdout.write(output),
    err: (message) => void process.stderr.write(message),
    readStdin: () => text(process.stdin),
  }
}
