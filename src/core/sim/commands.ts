import { networkOf } from '../model/network.ts'
import { resolveTarget, type Target } from '../model/targets.ts'
import { applyImpairments } from './carrier.ts'
import { CLASS, push } from './eventQueue.ts'
import { FAILURES, failureById, type Failure } from './failures/index.ts'
import { powerOff, powerOn } from './power.ts'
import type { CommandEvent, FailureRuntime, Impairment, Simulator } from './state.ts'
import { record } from './trace.ts'

export type CommandResult = { readonly ok: true } | { readonly ok: false; readonly message: string }

/**
 * Queues a command for reported time `atUs`. It acts after every other event at or before that time, so a live command
 * and one that was queued up front do the same. A refused command changes nothing.
 */
export function scheduleCommand(sim: Simulator, atUs: number, run: CommandEvent): CommandResult {
  const problem = commandProblem(sim, run)
  if (problem !== null) return { ok: false, message: problem }
  push(sim.queue, Math.max(sim.now, atUs + sim.zero), CLASS.command, { type: 'command', run })
  return { ok: true }
}

/** Why a command cannot be carried out on this design; null when it can. */
export function commandProblem(sim: Simulator, run: CommandEvent): string | null {
  if (run.type === 'repair-all') return null
  const failure = failureById(run.failure)
  if (failure === undefined) {
    return `There is no failure called ${JSON.stringify(run.failure.slice(0, 80))}. Known: ${FAILURES.map(({ id }) => id).join(', ')}.`
  }
  const found = targetOf(sim, failure, run.target)
  if (!found.ok) return found.message
  if (run.type === 'repair') return null
  for (const [key, value] of Object.entries(run.options)) {
    const option = failure.options.find((known) => known.key === key)
    if (option === undefined) {
      const known = failure.options.map((o) => o.key).join(', ')
      return `${failure.id} has no option ${JSON.stringify(key)}. ${known === '' ? 'It has none.' : `Known: ${known}.`}`
    }
    if (!option.values.includes(value)) return `${failure.id} ${key} is one of ${option.values.join(', ')}.`
  }
  const impaired = failure.impair(sim.plan, found.target, run.options)
  return impaired.ok ? null : impaired.message
}

/** Carries a checked command out at the present instant. */
export function applyCommandEvent(sim: Simulator, run: CommandEvent): void {
  switch (run.type) {
    case 'fail':
      fail(sim, run)
      return
    case 'repair':
      repair(sim, (f) => f.active.failure === run.failure && sameTarget(sim, f, run.target))
      return
    case 'repair-all':
      repair(sim, () => true)
  }
}

function fail(sim: Simulator, run: CommandEvent & { type: 'fail' }): void {
  const failure = failureById(run.failure)
  const found = failure && targetOf(sim, failure, run.target)
  if (!failure || !found?.ok) return
  const impaired = failure.impair(sim.plan, found.target, run.options)
  if (!impaired.ok) return
  const options = Object.fromEntries(failure.options.map((o) => [o.key, run.options[o.key] ?? o.standard]))
  const active = { failure: run.failure, target: run.target, options, at: sim.now - sim.zero }
  sim.failures.push({ active, repairedAt: null, impairments: impaired.impairments })
  const said = Object.values(options).join(', ')
  record(
    sim,
    'failure',
    'down',
    `${failure.label}: ${nameOf(found.target)}${said === '' ? '' : ` (${said})`}`,
    place(impaired.impairments),
  )
  takeEffect(sim)
}

function repair(sim: Simulator, wanted: (failure: FailureRuntime) => boolean): void {
  const repaired = sim.failures.filter((failure) => failure.repairedAt === null && wanted(failure))
  for (const failure of repaired) {
    failure.repairedAt = sim.now - sim.zero
    const label = failureById(failure.active.failure)?.label ?? failure.active.failure
    record(
      sim,
      'repair',
      'forwarding',
      `Repaired: ${label.toLowerCase()}, ${failure.active.target}`,
      place(failure.impairments),
    )
  }
  if (repaired.length > 0) takeEffect(sim)
}

function takeEffect(sim: Simulator): void {
  const off = new Set<number>()
  for (const { impairments, repairedAt } of sim.failures) {
    if (repairedAt !== null) continue
    for (const impairment of impairments) if (impairment.on === 'device') off.add(impairment.device)
  }
  for (const [index, device] of sim.devices.entries()) {
    if (device.power && off.has(index)) powerOff(sim, index)
    else if (!device.power && !off.has(index) && device.boots > 0) powerOn(sim, index)
  }
  applyImpairments(sim)
}

function place(impairments: readonly Impairment[]): {
  links: number[]
  devices: number[]
  link?: number
  device?: number
} {
  const links = impairments.flatMap((i) => (i.on === 'link' ? [i.link] : []))
  const devices = impairments.flatMap((i) => (i.on === 'device' ? [i.device] : []))
  const [link, device] = [links[0], devices[0]]
  return {
    links,
    devices,
    ...(links.length === 1 && link !== undefined ? { link } : {}),
    ...(device === undefined ? {} : { device }),
  }
}

type Found = { readonly ok: true; readonly target: Target } | { readonly ok: false; readonly message: string }

function targetOf(sim: Simulator, failure: Failure, text: string): Found {
  const result = resolveTarget(networkOf(sim.plan.topology), text)
  if (!result.ok) return { ok: false, message: result.problem }
  const kind = result.target.kind
  if (kind === failure.targetKind) return { ok: true, target: result.target }
  const wanted = { link: 'a cable', device: 'a device', domain: 'a domain' }
  return { ok: false, message: `${failure.id} is done to ${wanted[failure.targetKind]}; ${text} is ${wanted[kind]}.` }
}

/** A cable may be named by its id or by either port. */
function sameTarget(sim: Simulator, failure: FailureRuntime, text: string): boolean {
  const net = networkOf(sim.plan.topology)
  const key = (name: string) => {
    const result = resolveTarget(net, name)
    if (!result.ok) return null
    const { target } = result
    return target.kind === 'link' ? target.link.id : target.kind === 'device' ? target.device.id : target.domain.id
  }
  return key(failure.active.target) === key(text)
}

function nameOf(target: Target): string {
  switch (target.kind) {
    case 'link':
      return target.port === null ? target.link.id : `cable at ${target.port.name}`
    case 'device':
      return target.device.name
    case 'domain':
      return target.domain.name
  }
}
