import type { Network } from '../model/network.ts'
import type { RunCommand, Scenario, TimedCommand } from '../model/scenario.ts'
import { resolveTarget, type Target } from '../model/targets.ts'
import { failureById, optionProblem, type Failure } from '../sim/failures/index.ts'

/** Why a scenario cannot be played on a design as it stands. */
export interface StepProblem {
  /** Index of the step. */
  readonly step: number
  readonly text: string
}

/**
 * What is wrong with the steps of a scenario on this design: names that lead nowhere, and steps that contradict each
 * other. What a failure needs beyond its target (a peer-link, a keepalive) the run says itself.
 */
export function scenarioProblems(net: Network, { steps, until }: Scenario): readonly StepProblem[] {
  const broken: Broken[] = []
  return steps.flatMap((step, index) => {
    const text =
      step.at > until
        ? `comes after the end of the scenario, at ${seconds(until)}.`
        : (stepProblem(net, step) ?? contradiction(net, steps, index, broken))
    return text === null ? [] : [{ step: index, text }]
  })
}

/** What is wrong with steps that join those which a run has had or waits for. */
export function addedProblems(
  net: Network,
  given: readonly TimedCommand[],
  added: readonly TimedCommand[],
): readonly string[] {
  const steps = [...given, ...added].toSorted((a, b) => a.at - b.at)
  const whole: Scenario = { name: '', start: 'settled', steps, until: Infinity }
  const before = { ...whole, steps: given.toSorted((a, b) => a.at - b.at) }
  const known = new Set(scenarioProblems(net, before).map(({ text }) => text))
  return scenarioProblems(net, whole).flatMap(({ text }) => (known.has(text) ? [] : [text]))
}

/** Why a step does not fit the design by itself. */
export function stepProblem(net: Network, { command }: TimedCommand): string | null {
  if (command.type === 'repair-all') return null
  const failure = failureById(command.failure)
  if (failure === undefined) return `There is no failure called ${JSON.stringify(command.failure)}.`
  const found = resolveTarget(net, command.target)
  if (!found.ok) return found.problem
  if (found.target.kind !== failure.targetKind) {
    return `${failure.label} is done to ${KIND[failure.targetKind]}; ${command.target} is ${KIND[found.target.kind]}.`
  }
  return command.type === 'repair' ? null : optionsProblem(failure, command.options)
}

function optionsProblem(failure: Failure, options: Readonly<Record<string, string>>): string | null {
  for (const [key, value] of Object.entries(options)) {
    const option = failure.options.find((known) => known.key === key)
    if (option === undefined) return `${failure.label} has no option ${JSON.stringify(key)}.`
    const problem = optionProblem(failure.id, option, value)
    if (problem !== null) return problem
  }
  return null
}

/** A failure that lasts, by what it is done to. */
interface Broken {
  readonly failure: string
  readonly what: string
  readonly from: number
  /** When it ends by itself. */
  readonly until: number
}

/** Follows what is broken from step to step; says when a step cannot mean what it says. */
function contradiction(net: Network, steps: readonly TimedCommand[], index: number, broken: Broken[]): string | null {
  const { at, command } = steps[index] ?? { at: 0, command: { type: 'repair-all' as const } }
  const now = broken.filter(({ until }) => until > at)
  broken.splice(0, broken.length, ...now)
  if (command.type === 'repair-all') {
    broken.length = 0
    return null
  }
  const what = keyOf(net, command)
  const same = now.find((one) => one.failure === command.failure && one.what === what)
  const label = failureById(command.failure)?.label ?? command.failure
  if (command.type === 'repair') {
    // A protection of the switch may have disabled the port: only the run knows.
    if (same === undefined && command.failure === 'port-err-disable') return null
    if (same === undefined) return `repairs “${label}” on ${command.target}, which is not broken at ${seconds(at)}.`
    broken.splice(broken.indexOf(same), 1)
    return same.from === at ? `repairs “${label}” on ${command.target} at the very instant at which it begins.` : null
  }
  if (same !== undefined) {
    return `does “${label}” to ${command.target} again, which is broken so since ${seconds(same.from)}: repair it first.`
  }
  const off = now.find((one) => one.failure === 'device-power-off' && one.what === what)
  if (off !== undefined) return `does “${label}” to ${command.target}, which is off since ${seconds(off.from)}.`
  const lasts = failureById(command.failure)?.lastsUs?.(command.options) ?? Infinity
  broken.push({ failure: command.failure, what, from: at, until: at + lasts })
  return null
}

function keyOf(net: Network, command: Exclude<RunCommand, { type: 'repair-all' }>): string {
  const found = resolveTarget(net, command.target)
  return found.ok ? idOf(found.target) : command.target
}

function idOf(target: Target): string {
  switch (target.kind) {
    case 'link':
      return target.link.id
    case 'domain':
      return target.domain.id
    case 'device':
      return target.device.id
  }
}

function seconds(us: number): string {
  return `${Number((us / 1_000_000).toFixed(3))} s`
}

const KIND = { link: 'a cable', device: 'a device', domain: 'a domain' } as const
