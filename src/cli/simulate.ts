import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Topology } from '../core/model/topology.ts'
import { scheduleCommand } from '../core/sim/commands.ts'
import { FAILURES, type Failure } from '../core/sim/failures/index.ts'
import { settle } from '../core/sim/settle.ts'
import { createSimulator, runUntil } from '../core/sim/simulator.ts'
import type { Simulator } from '../core/sim/state.ts'
import { fingerprint } from '../core/sim/trace.ts'
import { viewOf } from '../core/sim/view.ts'
import { withPlatform } from '../core/vendors/exporter.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { onePositional, readArgs, wholeNumber, type Args } from './args.ts'
import { readFailure, type TimedFailure } from './failureSyntax.ts'
import { readDesign, readPlatform } from './input.ts'
import type { CliCommand, Io } from './io.ts'
import { simulateOutput } from './output.ts'
import { simulateReport } from './simulateReport.ts'
import { simulateText } from './simulateText.ts'
import { table } from './table.ts'
import { readProbe, readTime } from './times.ts'
import { traceLines } from './traceLines.ts'
import { InputError, UsageError } from './usage.ts'

/** `simulate <file> … --until <t>`: runs a design, breaks and repairs it, reports. */
export const simulateCommand: CliCommand = {
  name: 'simulate',
  summary: 'run a design, break and repair it, report what happened',
  help: `mlag simulate <file> --until <time> [--fail F:T[,option=value…]@<time>]… [--repair F:T@<time>]…
              [--cold] [--platform <platform>] [--seed <n>] [--probe <ms>] [--json] [--trace <file>]

  F         a failure, listed below
  T         a cable id, a domain, a device, or device:port for the cable there
  <time>    250ms, 10s or 5m
  --cold    start at power-on; without it time 0 is the settled design
  --probe   milliseconds between probes of a flow direction, 10 unless given
  --trace   writes what happened, one JSON object a line

  mlag simulate template:basic-pair --fail link-cut:srv-1:eth0@1s --repair link-cut:srv-1:eth0@10s --until 30s

Failures, what they are done to and their options:
${table(FAILURES.map(failureRow))}`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: ['cold', 'json'], values: VALUES })
    const file = onePositional(args, 'file')
    const request = readRequest(args)
    const platform = readPlatform(args)
    const drawn = (await readDesign(file, io)).topology
    return simulate(platform === undefined ? drawn : withPlatform(drawn, platform), request, io)
  },
}

interface Request {
  readonly until: number
  readonly seed: number
  readonly probeUs: number
  readonly cold: boolean
  readonly json: boolean
  readonly trace: string | undefined
  /** In the order of the command line, which decides at equal times. */
  readonly commands: readonly (TimedFailure & { readonly type: 'fail' | 'repair' })[]
}

function readRequest(args: Args): Request {
  const until = args.value('until')
  if (until === undefined) throw new UsageError('--until is missing: how long to run.')
  return {
    until: readTime(until, '--until'),
    seed: wholeNumber(args, 'seed', 1),
    probeUs: readProbe(args.value('probe') ?? '10'),
    cold: args.has('cold'),
    json: args.has('json'),
    trace: args.value('trace'),
    commands: args.given.flatMap(({ name, value }) =>
      name === 'fail' || name === 'repair' ? [{ ...readFailure(value, `--${name}`), type: name }] : [],
    ),
  }
}

async function simulate(topology: Topology, request: Request, io: Io): Promise<number> {
  const { until, seed, probeUs, cold, commands } = request
  const sim = createSimulator({ profiles: PROFILES, topology, seed, probeUs, quiet: !cold })
  if (!cold && !settle(sim).settled) {
    io.err('The design does not settle within an hour of simulated time; the run starts from where it is then.\n')
  }
  queue(sim, commands)
  runUntil(sim, sim.zero + until)

  const report = simulateReport({
    topology,
    seed,
    until,
    settled: sim.settled,
    events: sim.events.length,
    fingerprint: fingerprint(sim),
    view: viewOf(sim),
    failures: sim.failures,
  })
  io.out(request.json ? `${JSON.stringify(simulateOutput.parse(report), null, 2)}\n` : simulateText(report))
  if (request.trace !== undefined) await writeTrace(request.trace, sim, topology, io)
  if (sim.storm === null) return 0
  io.err(`${sim.storm}\nThe run ends there, at ${((sim.now - sim.zero) / 1_000_000).toFixed(3)} s.\n`)
  return 1
}

function queue(sim: Simulator, commands: Request['commands']): void {
  for (const { type, failure, target, options, at } of commands) {
    if (type === 'repair' && Object.keys(options).length > 0) {
      throw new UsageError(`--repair takes no options: ${failure}:${target} is enough.`)
    }
    const command = type === 'fail' ? { type, failure, target, options } : { type, failure, target }
    const result = scheduleCommand(sim, at, command)
    if (!result.ok) throw new UsageError(result.message)
  }
}

function failureRow({ id, targetKind, options }: Failure): readonly string[] {
  const known = options.map((option) =>
    'values' in option
      ? `${option.key}=${option.values.join('|')}`
      : `${option.key}=${option.min}..${option.max} ${option.unit}`,
  )
  return [`  ${id}`, targetKind, known.join(', ')]
}

async function writeTrace(file: string, sim: Simulator, topology: Topology, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), traceLines(topology, sim.events))
  } catch (error) {
    throw new InputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const VALUES: readonly string[] = ['fail', 'repair', 'until', 'platform', 'seed', 'probe', 'trace']
