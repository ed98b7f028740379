import { saveDocument } from '../core/model/document.ts'
import { TEMPLATES } from '../core/templates/index.ts'
import { onePositional, readArgs } from './args.ts'
import { findTemplate } from './input.ts'
import type { CliCommand } from './io.ts'
import { UsageError } from './usage.ts'

/** `template --list` and `template <name>`. */
export const templateCommand: CliCommand = {
  name: 'template',
  summary: 'list the starter designs, or print one as a design file',
  help: `mlag template --list      one name a line, then tab and title
mlag template <name>      prints the design file`,
  run: (argv, io) => {
    const args = readArgs(argv, { switches: ['list'], values: [] })
    if (args.has('list')) {
      if (args.positionals.length > 0) throw new UsageError('--list takes no name.')
      io.out(TEMPLATES.map(({ id, title }) => `${id}\t${title}\n`).join(''))
    } else {
      io.out(saveDocument(findTemplate(onePositional(args, 'template name')).build()))
    }
    return Promise.resolve(0)
  },
}
