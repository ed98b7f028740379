import { networkOf, type Network } from '../model/network.ts'
import { resolveTarget, type Target } from '../model/targets.ts'
import { CLASS, push, takeOut, type EventQueue } from './eventQueue.ts'
import { FAILURES, failureById, optionProblem, type Failure } from './failures/index.ts'
import { optionWords } from './failures/optionWords.ts'
import { letGo } from './guards.ts'
import { takeEffect } from './impairments.ts'
import { keepLoads } from './loads.ts'
import type { CommandEvent, SimEvent } from './events.ts'
import type { FailureRuntime, Impairment } from './course.ts'
import type { Simulator } from './state.ts'
import { record, type Place } from './trace.ts'
import { lowered } from '../model/lowered.ts'

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

/** Takes a command out of a queue that has not reached its engine time; false when it does not wait there. */
export function takeBack(queue: EventQueue<SimEvent>, at: number, run: CommandEvent): boolean {
  const text = JSON.stringify(run)
  return takeOut(queue, (item) => {
    const { event } = item
    return item.at === at && event.type === 'command' && JSON.stringify(event.run) === text
  })
}

/** Why a command cannot be carried out on this design; null when it can. */
export function commandProblem(sim: Simulator, run: CommandEvent): string | null {
  if (sim.storm !== null) return 'The run ended in a storm. Run it again.'
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
    const problem = optionProblem(failure.id, option, value)
    if (problem !== null) return problem
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
  const given = Object.fromEntries(failure.options.map((o) => [o.key, run.options[o.key] ?? o.standard]))
  const options = { ...given, ...impaired.chosen }
  const active = { failure: run.failure, target: run.target, options, at: sim.now - sim.zero }
  const runtime: FailureRuntime = { active, repairedAt: null, course: impaired.course, impairments: [] }
  if (sim.failures.every(({ repairedAt }) => repairedAt !== null)) keepLoads(sim)
  const index = sim.failures.push(runtime) - 1
  const said = optionWords(failure, options)
  const what = `${failure.label}: ${calledBy(sim, run.target)}${said.length === 0 ? '' : ` (${said.join(', ')})`}`
  const all = impaired.course.phases.flatMap(({ impairments }) => impairments)
  record(sim, 'failure', 'down', what, placeOf(all))
  enterPhase(sim, index, 0, 0)
  if (impaired.course.endsAfterUs !== null) {
    const end = { type: 'phase', failure: index, phase: -1, round: 0 } as const
    push(sim.queue, sim.now + impaired.course.endsAfterUs, CLASS.timer, end)
  }
}

/** A failure reaches a phase of its course, or ends by itself. */
export function onPhase(sim: Simulator, index: number, phase: number, round: number): void {
  const failure = sim.failures[index]
  if (!failure || failure.repairedAt !== null) return
  if (phase < 0) repair(sim, (f) => f === failure)
  else enterPhase(sim, index, phase, round)
}

function enterPhase(sim: Simulator, index: number, phase: number, round: number): void {
  const failure = sim.failures[index]
  const reached = failure?.course.phases[phase]
  if (!failure || !reached) return
  failure.impairments = reached.impairments
  if (phase > 0 || round > 0) {
    const label = failureById(failure.active.failure)?.label ?? failure.active.failure
    const kind = reached.impairments.length === 0 ? 'repair' : 'failure'
    const text = `${label}: ${calledBy(sim, failure.active.target)}, ${kind === 'repair' ? 'well for now' : 'goes on'}`
    record(sim, kind, kind === 'repair' ? 'forwarding' : 'down', text, placeOf(reached.impairments))
  }
  takeEffect(sim)
  if (reached.impairments.some(({ on }) => on === 'twin')) {
    push(sim.queue, sim.now, CLASS.timer, { type: 'twin', failure: index })
  }
  const { phases, repeatUs } = failure.course
  const next = phases[phase + 1]
  if (next) {
    const wait = next.afterUs - reached.afterUs
    push(sim.queue, sim.now + wait, CLASS.timer, { type: 'phase', failure: index, phase: phase + 1, round })
  } else if (repeatUs !== null) {
    const wait = repeatUs - reached.afterUs
    push(sim.queue, sim.now + wait, CLASS.timer, { type: 'phase', failure: index, phase: 0, round: round + 1 })
  }
}

function repair(sim: Simulator, wanted: (failure: FailureRuntime) => boolean): void {
  const repaired = sim.failures.filter((failure) => failure.repairedAt === null && wanted(failure))
  // Shutting a port and opening it again is how one that is err-disabled is brought back.
  const opened = repaired.flatMap(({ impairments }) => impairments.flatMap((i) => (i.on === 'port' ? [i.port] : [])))
  letGo(sim, opened)
  for (const failure of repaired) {
    failure.repairedAt = sim.now - sim.zero
    const label = failureById(failure.active.failure)?.label ?? failure.active.failure
    const all = failure.course.phases.flatMap(({ impairments }) => impairments)
    record(
      sim,
      'repair',
      'forwarding',
      `Repaired: ${lowered(label)}, ${calledBy(sim, failure.active.target)}`,
      placeOf(all),
    )
  }
  if (repaired.length > 0) takeEffect(sim)
}

/** Where impairments act: for the timeline and for matching outages with their cause. */
function placeOf(impairments: readonly Impairment[]): Place {
  const links: number[] = []
  const devices: number[] = []
  for (const impairment of impairments) {
    switch (impairment.on) {
      case 'link':
        links.push(impairment.link)
        break
      case 'cabling':
        links.push(...impairment.moves.map(({ link }) => link))
        break
      case 'device':
      case 'config':
        devices.push(impairment.device)
        break
      case 'twin':
        devices.push(impairment.host)
        break
      case 'port':
      case 'mac-sync':
        break
    }
  }
  const ports = impairments.flatMap((impairment) => (impairment.on === 'port' ? [impairment.port] : []))
  const [link, device, port] = [links[0], devices[0], ports[0]]
  return {
    links,
    devices,
    ...(link !== undefined && new Set(links).size === 1 ? { link } : {}),
    ...(device === undefined ? {} : { device }),
    ...(port === undefined || device !== undefined ? {} : { port }),
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

/** A cable by both of its ends, the named one first: `cable leaf-a Ethernet1/1 to srv-1 eth0`. */
function nameOf(net: Network, target: Target): string {
  switch (target.kind) {
    case 'link': {
      const { link, port } = target
      const named = port?.id === link.ends[1] ? link.ends.toReversed() : link.ends
      const ends = named.map((end) => net.ports.get(end))
      const names = ends.map((port) => port && `${net.devices.get(port.device)?.name} ${port.name}`)
      return `cable ${names.join(' to ')}`
    }
    case 'device':
      return target.device.name
    case 'domain':
      return target.domain.name
  }
}

/** The target of a failure as it is called, however it was typed. */
function calledBy(sim: Simulator, text: string): string {
  const net = networkOf(sim.plan.topology)
  const result = resolveTarget(net, text)
  return result.ok ? nameOf(net, result.target) : text
}
