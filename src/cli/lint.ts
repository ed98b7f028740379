import { loadDocument, type Problem } from '../core/model/document.ts'
import { onePositional, readArgs } from './args.ts'
import { problemText, readText } from './input.ts'
import type { CliCommand } from './io.ts'
import { lintOutput, OUTPUT_VERSION, type LintOutput } from './output.ts'
import { sarif } from './sarif.ts'
import { UsageError } from './usage.ts'

/** `lint <file>`: what keeps a design from being used. */
export const lintCommand: CliCommand = {
  name: 'lint',
  summary: 'check a design file',
  help: `mlag lint <file> [--json | --sarif]

Exit code 1 when there are errors.`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: ['json', 'sarif'], values: [] })
    const file = onePositional(args, 'file')
    if (args.has('json') && args.has('sarif')) throw new UsageError('--json or --sarif, not both.')
    const result = loadDocument(await readText(file, io))
    const problems = result.ok ? [] : result.problems
    const report = lintReport(file, problems)
    if (args.has('json')) io.out(`${JSON.stringify(lintOutput.parse(report), null, 2)}\n`)
    else if (args.has('sarif')) io.out(`${JSON.stringify(sarif(report), null, 2)}\n`)
    else io.out(lintText(file, problems))
    return report.errors > 0 ? 1 : 0
  },
}

function lintReport(file: string, problems: readonly Problem[]): LintOutput {
  return {
    version: OUTPUT_VERSION,
    file,
    errors: problems.length,
    warnings: 0,
    findings: problems.map(({ code, path, objects, text, wayOut }) => ({
      rule: `document/${code}`,
      severity: 'error' as const,
      message: text,
      wayOut,
      path,
      objects: [...objects],
    })),
  }
}

function lintText(file: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${file}: no problems\n`
  const count = problems.length === 1 ? '1 error' : `${problems.length} errors`
  return `${file}: ${count}\n${problems.map(problemText).join('\n')}\n`
}
