import type { TimedCommand } from '../core/model/scenario.ts'
import type { Topology } from '../core/model/topology.ts'
import { READY_MADE } from '../core/scenarios/index.ts'
import { scheduleCommand } from '../core/sim/commands.ts'
import { FAILURES, type Failure, type FailureOption } from '../core/sim/failures/index.ts'
import { settle } from '../core/sim/settle.ts'
import { createSimulator } from '../core/sim/simulator.ts'
import type { Simulator } from '../core/sim/state.ts'
import { effective } from '../core/vendors/effective.ts'
import { withPlatform } from '../core/vendors/exporter.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { onePositional, wholeNumber, type Args } from './args.ts'
import { readFailure } from './failureSyntax.ts'
import { PLATFORM_HELP, readDesign, readPlatform } from './input.ts'
import type { Io } from './io.ts'
import { doubts, findScenario } from './scenario.ts'
import { table } from './table.ts'
import { readProbe, readTime } from './times.ts'
import { UsageError } from './usage.ts'

/** What every command that runs a design asks for. */
export interface RunRequest {
  readonly topology: Topology
  /** Microseconds. */
  readonly until: number
  readonly seed: number
  readonly probeUs: number
  readonly cold: boolean
  /** Name of the scenario that is played. */
  readonly scenario: string | null
  /** The scenario's, then those of the command line, whose order decides at equal times. */
  readonly commands: readonly TimedCommand[]
}

/** Names of the flags that `readRun` reads. */
export const RUN_SWITCHES: readonly string[] = ['cold']
export const RUN_VALUES: readonly string[] = ['fail', 'repair', 'scenario', 'until', 'platform', 'seed', 'probe']

/** How these flags read in a command's help. */
export const RUN_FLAGS_HELP = `  F         a failure, listed below
  T         a cable id, a domain, a device, or device:port for the cable there
  <time>    250ms, 10s or 5m
  --scenario  plays one that is kept with the design, by its name, or a ready-made one, listed below; --until, --fail
              and --repair may be left out then, and come on top of it
  --cold    start at power-on; without it time 0 is the settled design
  --probe   milliseconds between probes of a flow direction, 10 unless given
${PLATFORM_HELP}`

/** Every failure with its target and options, for the end of a command's help. */
export function failuresHelp(): string {
  const scenarios = READY_MADE.map(({ id, template, name }) => [`  ${id}`, template, name])
  return `Failures, what they are done to and their options:
${table(FAILURES.map(failureRow))}

Ready-made scenarios and the template they are made for:
${table(scenarios)}`
}

/** Reads the design and how to run it. Throws UsageError or InputError. */
export async function readRun(args: Args, io: Io): Promise<RunRequest> {
  const file = onePositional(args, 'file')
  const [until, name] = [args.value('until'), args.value('scenario')]
  if (until === undefined && name === undefined) throw new UsageError('--until is missing: how long to run.')
  const options = {
    seed: wholeNumber(args, 'seed', 1),
    probeUs: readProbe(args.value('probe') ?? '10'),
  }
  const own = args.given.flatMap(({ name: flag, value }) =>
    flag === 'fail' || flag === 'repair' ? [readCommand(flag, value)] : [],
  )
  const end = until === undefined ? undefined : readTime(until, '--until')
  const platform = readPlatform(args)
  const design = await readDesign(file, io)
  const scenario = name === undefined ? null : findScenario(design, name)
  const commands = [...(scenario?.steps ?? []), ...own]
  return {
    ...options,
    until: end ?? Math.max(scenario?.until ?? 0, ...own.map(({ at }) => at)),
    cold: args.has('cold') || scenario?.start === 'cold',
    scenario: scenario?.name ?? null,
    commands,
    topology: platform === undefined ? design.topology : withPlatform(design.topology, platform),
  }
}

function readCommand(flag: 'fail' | 'repair', value: string): TimedCommand {
  const { failure, target, options, at } = readFailure(value, `--${flag}`)
  if (flag === 'fail') return { at, command: { type: flag, failure, target, options } }
  if (Object.keys(options).length > 0) {
    throw new UsageError(`--repair takes no options: ${failure}:${target} is enough.`)
  }
  return { at, command: { type: flag, failure, target } }
}

/** The run at its time zero, with all commands queued. Throws UsageError for one that cannot be carried out. */
export function startRun({ topology, seed, probeUs, cold, commands, until }: RunRequest, io: Io): Simulator {
  const sim = createSimulator({ profiles: PROFILES, topology, seed, probeUs, quiet: !cold })
  if (!cold && !settle(sim).settled) {
    io.err('The design does not settle within an hour of simulated time; the run starts from where it is then.\n')
  }
  for (const { at, command } of commands) {
    const result = scheduleCommand(sim, at, command)
    if (!result.ok) throw new UsageError(result.message)
  }
  for (const sentence of [...doubts(topology, commands, until), ...refusedValues(topology)]) io.err(`${sentence}\n`)
  return sim
}

/** Values of pairs that their platform does not take: its own hold in the run. */
function refusedValues({ domains, devices }: Topology): readonly string[] {
  return domains.flatMap(({ name, peers, settings }) => {
    const peer = devices.find(({ id }) => id === peers[0])
    if (peer?.kind !== 'switch') return []
    return effective(PROFILES[peer.vendor], settings).refused.map((text) => `${name}: ${text}`)
  })
}

/** Exit code of a finished run; says why it broke off, if it did. */
export function endRun({ storm, now, zero }: Simulator, io: Io): number {
  if (storm === null) return 0
  io.err(`${storm}\nThe run ends there, at ${((now - zero) / 1_000_000).toFixed(3)} s.\n`)
  return 1
}

function failureRow({ id, targetKind, options }: Failure): readonly string[] {
  return [`  ${id}`, targetKind, options.map(optionText).join(', ')]
}

function optionText(option: FailureOption): string {
  if ('values' in option) return `${option.key}=${option.values.join('|')}`
  if ('names' in option) return `${option.key}=${option.names === 'host' ? 'server' : 'port'}`
  return `${option.key}=${option.min}..${option.max} ${option.unit}`
}
