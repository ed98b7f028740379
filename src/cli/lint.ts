import type { Design } from '../core/model/design.ts'
import { loadDocument, type Problem } from '../core/model/document.ts'
import { lint, type Finding, type LintReport } from '../core/lint/lint.ts'
import { networkOf } from '../core/model/network.ts'
import { scenarioProblems } from '../core/scenarios/problems.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { onePositional, readArgs } from './args.ts'
import { readText } from './input.ts'
import type { CliCommand } from './io.ts'
import { lintText } from './lintText.ts'
import { lintOutput, OUTPUT_VERSION, type LintOutput } from './output.ts'
import { sarif } from './sarif.ts'
import { UsageError } from './usage.ts'

/** `lint <file>`: what keeps a design from being used, and where it breaks a rule. */
export const lintCommand: CliCommand = {
  name: 'lint',
  summary: 'check a design file',
  help: `mlag lint <file> [--why] [--json | --sarif]

--why adds to each finding what happens otherwise, where that is written, and why no
run shows it where none can.
Rules that the design has turned off are listed with their reason.
Exit code 1 when there are errors; warnings and notes leave it at 0.`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: ['why', 'json', 'sarif'], values: [] })
    const file = onePositional(args, 'file')
    if (args.has('json') && args.has('sarif')) throw new UsageError('--json or --sarif, not both.')
    const result = loadDocument(await readText(file, io))
    const report = result.ok
      ? ruleReport(file, result.design, lint(result.design, PROFILES))
      : reportOf(file, result.problems.map(problemFinding), [])
    if (args.has('json')) io.out(`${JSON.stringify(lintOutput.parse(report), null, 2)}\n`)
    else if (args.has('sarif')) io.out(`${JSON.stringify(sarif(report), null, 2)}\n`)
    else io.out(lintText(report, args.has('why')))
    return report.errors > 0 ? 1 : 0
  },
}

type OutputFinding = LintOutput['findings'][number]

function ruleReport(file: string, design: Design, { findings, off }: LintReport): LintOutput {
  return reportOf(
    file,
    [...findings.map((finding) => ruleFinding(design, finding)), ...scenarioFindings(design)],
    off.map(({ rule, title, reason, findings }) => ({
      rule,
      title,
      reason,
      findings: findings.map((finding) => ruleFinding(design, finding)),
    })),
  )
}

function reportOf(file: string, findings: OutputFinding[], off: LintOutput['off']): LintOutput {
  const count = (wanted: OutputFinding['severity']) => findings.filter(({ severity }) => severity === wanted).length
  return {
    version: OUTPUT_VERSION,
    file,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    findings,
    off,
  }
}

function ruleFinding(design: Design, finding: Finding): OutputFinding {
  const { rule, severity, title, text, why, wayOut, source, objects, fix, counterexample, unplayable } = finding
  return {
    rule,
    severity,
    message: text,
    wayOut,
    path: pathOf(design, objects[0]),
    objects: [...objects],
    title,
    why,
    source,
    fix: fix?.label ?? null,
    counterexample:
      counterexample === null
        ? null
        : { story: counterexample.story, scenario: JSON.parse(JSON.stringify(counterexample.scenario)) },
    unplayable,
  }
}

/** Steps of kept scenarios that cannot be played on the design as it stands. */
function scenarioFindings({ topology, scenarios = [] }: Design): readonly OutputFinding[] {
  const net = networkOf(topology)
  return scenarios.flatMap((scenario, at) =>
    scenarioProblems(net, scenario).map(({ step, text }): OutputFinding => ({
      rule: 'document/scenario',
      severity: 'warning',
      message: `${scenario.name}, step ${step + 1}: ${text}`,
      wayOut: 'Change the step, or delete it.',
      path: `design.scenarios[${at}].steps[${step}]`,
      objects: [],
      title: 'Every scenario can be played on the design.',
      why: 'A scenario with a step that leads nowhere or contradicts another one is refused when it is played.',
      source: 'docs/file-format.md',
      fix: null,
      counterexample: null,
      unplayable: 'A scenario that does not fit cannot be run.',
    })),
  )
}

function problemFinding({ code, path, objects, text, wayOut }: Problem): OutputFinding {
  return {
    rule: `document/${code}`,
    severity: 'error',
    message: text,
    wayOut,
    path,
    objects: [...objects],
    title: 'The file is a design that fits together.',
    why: 'A design that does not fit together can be neither drawn nor simulated.',
    source: 'docs/file-format.md',
    fix: null,
    counterexample: null,
    unplayable: 'A file that is no design cannot be run.',
  }
}

/** Where the object stands in the file; the design as a whole for none. */
function pathOf({ topology }: Design, id: string | undefined): string {
  for (const list of LISTS) {
    const at = topology[list].findIndex((item) => item.id === id)
    if (at >= 0) return `design.topology.${list}[${at}]`
  }
  return 'design'
}

const LISTS = ['devices', 'ports', 'links', 'bonds', 'domains', 'flows'] as const
