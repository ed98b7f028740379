import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Topology } from '../core/model/topology.ts'
import { scheduleCommand } from '../core/sim/commands.ts'
import { FAILURES, type Failure } from '../core/sim/failures/index.ts'
import { settle } from '../core/sim/settle.ts'
import { createSimulator } from '../core/sim/simulator.ts'
import type { Simulator } from '../core/sim/state.ts'
import { withPlatform } from '../core/vendors/exporter.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { onePositional, wholeNumber, type Args } from './args.ts'
import { readFailure, type TimedFailure } from './failureSyntax.ts'
import { PLATFORM_HELP, readDesign, readPlatform } from './input.ts'
import type { Io } from './io.ts'
import { table } from './table.ts'
import { readProbe, readTime } from './times.ts'
import { InputError, UsageError } from './usage.ts'

/** What every command that runs a design asks for. */
export interface RunRequest {
  readonly topology: Topology
  /** Microseconds. */
  readonly until: number
  readonly seed: number
  readonly probeUs: number
  readonly cold: boolean
  /** In the order of the command line, which decides at equal times. */
  readonly commands: readonly (TimedFailure & { readonly type: 'fail' | 'repair' })[]
}

/** Names of the flags that `readRun` reads. */
export const RUN_SWITCHES: readonly string[] = ['cold']
export const RUN_VALUES: readonly string[] = ['fail', 'repair', 'until', 'platform', 'seed', 'probe']

/** How these flags read in a command's help. */
export const RUN_FLAGS_HELP = `  F         a failure, listed below
  T         a cable id, a domain, a device, or device:port for the cable there
  <time>    250ms, 10s or 5m
  --cold    start at power-on; without it time 0 is the settled design
  --probe   milliseconds between probes of a flow direction, 10 unless given
${PLATFORM_HELP}`

/** Every failure with its target and options, for the end of a command's help. */
export function failuresHelp(): string {
  return `Failures, what they are done to and their options:\n${table(FAILURES.map(failureRow))}`
}

/** Reads the design and how to run it. Throws UsageError or InputError. */
export async function readRun(args: Args, io: Io): Promise<RunRequest> {
  const file = onePositional(args, 'file')
  const until = args.value('until')
  if (until === undefined) throw new UsageError('--until is missing: how long to run.')
  const request: Omit<RunRequest, 'topology'> = {
    until: readTime(until, '--until'),
    seed: wholeNumber(args, 'seed', 1),
    probeUs: readProbe(args.value('probe') ?? '10'),
    cold: args.has('cold'),
    commands: args.given.flatMap(({ name, value }) =>
      name === 'fail' || name === 'repair' ? [{ ...readFailure(value, `--${name}`), type: name }] : [],
    ),
  }
  const platform = readPlatform(args)
  const drawn = (await readDesign(file, io)).topology
  return { ...request, topology: platform === undefined ? drawn : withPlatform(drawn, platform) }
}

/** The run at its time zero, with all commands queued. Throws UsageError for one that cannot be carried out. */
export function startRun({ topology, seed, probeUs, cold, commands }: RunRequest, io: Io): Simulator {
  const sim = createSimulator({ profiles: PROFILES, topology, seed, probeUs, quiet: !cold })
  if (!cold && !settle(sim).settled) {
    io.err('The design does not settle within an hour of simulated time; the run starts from where it is then.\n')
  }
  for (const { type, failure, target, options, at } of commands) {
    if (type === 'repair' && Object.keys(options).length > 0) {
      throw new UsageError(`--repair takes no options: ${failure}:${target} is enough.`)
    }
    const command = type === 'fail' ? { type, failure, target, options } : { type, failure, target }
    const result = scheduleCommand(sim, at, command)
    if (!result.ok) throw new UsageError(result.message)
  }
  return sim
}

/** Exit code of a finished run; says why it broke off, if it did. */
export function endRun({ storm, now, zero }: Simulator, io: Io): number {
  if (storm === null) return 0
  io.err(`${storm}\nThe run ends there, at ${((now - zero) / 1_000_000).toFixed(3)} s.\n`)
  return 1
}

/** Writes a file at a path relative to where the command was called. Throws InputError. */
export async function writeResult(file: string, content: string | Uint8Array, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), content)
  } catch (error) {
    throw new InputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
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
