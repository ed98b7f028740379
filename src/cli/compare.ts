import { casesOf, compareDesigns, comparePlatforms, type ComparisonOptions } from '../core/compare/comparison.ts'
import { exampleTopology } from '../core/compare/example.ts'
import { ownFault, type Fault, type FaultStep } from '../core/compare/faults.ts'
import { measure } from '../core/compare/measure.ts'
import type { CaseResult, Comparison } from '../core/compare/types.ts'
import type { Topology, VendorId } from '../core/model/topology.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { VENDORS } from '../core/vendors/platforms.ts'
import { onePositional, readArgs, wholeNumber, type Args } from './args.ts'
import { compareOutput, comparisonOutput } from './compareOutput.ts'
import { comparisonText } from './compareText.ts'
import { readFailure } from './failureSyntax.ts'
import { readDesign } from './input.ts'
import type { CliCommand, Io } from './io.ts'
import { OUTPUT_VERSION } from './output.ts'
import { failuresHelp } from './run.ts'
import { readProbe, readTime } from './times.ts'
import { UsageError } from './usage.ts'

/** `compare [<file>] …`: the same faults on one switch, on two and on a pair, and on platforms. */
export const compareCommand: CliCommand = {
  name: 'compare',
  summary: 'measure the same faults on one switch, two switches and an MLAG pair, and on platforms',
  help: `mlag compare [<file>] [--platforms <platform>,<platform>…] [--json]
             [--fail F:T[,option=value…]@<time>]… [--repair F:T@<time>]… [--until <time>] [--seed <n>] [--probe <ms>]

  <file>       a design with a pair; without it an example of two servers and an access switch, and for platforms
               template:basic-pair
  --platforms  compare these platforms and nothing else; there are ${VENDORS.join(', ')}
  --fail       instead of the usual faults; --until says how long, 60 s after the last step unless given
  --probe      milliseconds between probes of a flow direction, 10 unless given

  The three designs are built from the file's pair: its hosts, cables and flows stay, the pair becomes one switch, or
  two that know nothing of each other.

${failuresHelp()}`,
  run: async (argv, io) => {
    const args = readArgs(argv, {
      switches: ['json'],
      values: ['platforms', 'fail', 'repair', 'until', 'seed', 'probe'],
    })
    const platforms = readPlatforms(args)
    const file = args.positionals.length === 0 ? null : onePositional(args, 'file')
    const options = readOptions(args)
    const drawn = file === null ? null : (await readDesign(file, io)).topology
    const designs = platforms === null ? ofDesigns(drawn, options, io) : null
    const ofPlatforms = comparePlatforms(
      drawn ?? (await readDesign('template:basic-pair', io)).topology,
      platforms ?? VENDORS,
      options,
    )
    const done = [designs, ofPlatforms].map((comparison) => comparison && { comparison, results: runAll(comparison) })
    const [designsDone, platformsDone] = done
    io.out(
      args.has('json')
        ? `${JSON.stringify(
            compareOutput.parse({
              version: OUTPUT_VERSION,
              designs: designsDone ? comparisonOutput(designsDone.comparison, designsDone.results) : null,
              platforms: platformsDone ? comparisonOutput(platformsDone.comparison, platformsDone.results) : null,
            }),
            null,
            2,
          )}\n`
        : `${done.flatMap((one) => (one ? [comparisonText(one.comparison, one.results)] : [])).join('\n\n\n')}\n`,
    )
    return done.some((one) => one?.results.some(({ measured }) => measured !== null && measured.storm !== null)) ? 1 : 0
  },
}

/** Null with a word on stderr when the design has no pair that could be built in another way. */
function ofDesigns(drawn: Topology | null, options: ComparisonOptions, io: Io): Comparison | null {
  if (drawn !== null && drawn.domains.length === 0) {
    io.err(
      'The design has no pair, so there is nothing to build as one switch or as two; only platforms are compared.\n',
    )
    return null
  }
  return compareDesigns(drawn ?? exampleTopology(), options)
}

/** Throws UsageError for a step that no subject can take. */
function runAll(comparison: Comparison): readonly CaseResult[] {
  const results = casesOf(comparison).map((one) => measure(one, PROFILES))
  for (const { id } of comparison.faults) {
    const own = results.filter(({ fault }) => fault === id)
    const [first] = own
    if (first?.refused && own.every(({ measured }) => measured === null)) throw new UsageError(first.refused)
  }
  return results
}

function readPlatforms(args: Args): readonly VendorId[] | null {
  const text = args.value('platforms')
  if (text === undefined) return null
  return [...new Set(text.split(','))].map((name) => {
    const found = VENDORS.find((vendor) => vendor === name.trim())
    if (found) return found
    throw new UsageError(`There is no platform ${JSON.stringify(name)}; there are ${VENDORS.join(', ')}.`)
  })
}

function readOptions(args: Args): ComparisonOptions {
  return {
    seed: wholeNumber(args, 'seed', 1),
    probeUs: readProbe(args.value('probe') ?? '10'),
    ...readOwnFault(args),
  }
}

function readOwnFault(args: Args): { readonly faults?: readonly Fault[] } {
  const steps = args.given.flatMap(({ name, value }): FaultStep[] =>
    name === 'fail' || name === 'repair' ? [{ ...readFailure(value, `--${name}`), type: name }] : [],
  )
  const until = args.value('until')
  if (steps.length === 0) {
    if (until !== undefined) throw new UsageError('--until goes with --fail: the usual faults have their own length.')
    return {}
  }
  const last = Math.max(...steps.map(({ at }) => at))
  const title = steps.map(({ type, failure, target }) => `${type === 'repair' ? 'repair ' : ''}${failure} ${target}`)
  const end = until === undefined ? last + 60_000_000 : readTime(until, '--until')
  return { faults: [ownFault(title.join(', '), steps, end)] }
}
