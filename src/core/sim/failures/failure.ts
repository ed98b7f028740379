import type { Port } from '../../model/topology.ts'
import type { Target } from '../../model/targets.ts'
import type { Plan } from '../plan.ts'
import type { Course, Impairment } from '../course.ts'

/** A way to break something. One file each; the catalog makes the buttons. */
export interface Failure {
  readonly id: string
  /** On a button: "Cut". */
  readonly label: string
  /** What it can be done to. */
  readonly targetKind: 'link' | 'device' | 'domain'
  /** What happens, in one sentence. */
  readonly story: string
  /** The same for a device that is in no pair, where it differs. */
  readonly storyAlone?: string
  readonly options: readonly FailureOption[]
  /** After how long it ends by itself; without it, it lasts until it is repaired. */
  readonly lastsUs?: (options: Readonly<Record<string, string>>) => number
  /** What it does over time; a sentence when the target does not fit. */
  readonly impair: (plan: Plan, target: Target, options: Readonly<Record<string, string>>) => ImpairResult
}

export type FailureOption = ChoiceOption | NumberOption | NameOption

interface OptionBase {
  readonly key: string
  readonly label: string
  /** It means something only at a peer of a pair. */
  readonly ofPeer?: true
  /** Applies when none is given. */
  readonly standard: string
}

export interface ChoiceOption extends OptionBase {
  readonly values: readonly string[]
  /** A value in words, where it is not one itself. */
  readonly words?: Readonly<Record<string, string>>
}

/** Something of the design by its name. With the standard the failure chooses. */
export interface NameOption extends OptionBase {
  /** Another port of the device, a port of any switch (`device:port`), both with a cable; another server; an MLAG bond. */
  readonly names: 'port' | 'switch-port' | 'host' | 'mlag-id'
  /** What it chooses, in words. */
  readonly unnamed: string
}

/** A number with its unit, such as seconds or percent. */
export interface NumberOption extends OptionBase {
  readonly min: number
  readonly max: number
  readonly unit: string
}

export type ImpairResult =
  | {
      readonly ok: true
      readonly course: Course
      /** What it chose where an option left it the choice. */
      readonly chosen?: Readonly<Record<string, string>>
    }
  | { readonly ok: false; readonly message: string }

/** A failure that is there from now until it is repaired. */
export function atOnce(
  impairments: readonly Impairment[],
  chosen: Readonly<Record<string, string>> = {},
): ImpairResult {
  return { ok: true, course: { phases: [{ afterUs: 0, impairments }], repeatUs: null, endsAfterUs: null }, chosen }
}

/** An impairment of a cable; what is not named stays well. */
export function onLink(link: number, change: Partial<Impairment & { readonly on: 'link' }>): Impairment {
  return {
    on: 'link',
    link,
    dark: [false, false],
    silent: [false, false],
    remoteFault: false,
    loss: 0,
    lacpLost: false,
    ...change,
  }
}

/** Why a value does not fit an option; null when it does. */
export function optionProblem(failure: string, option: FailureOption, value: string): string | null {
  if ('values' in option) {
    return option.values.includes(value) ? null : `${failure} ${option.key} is one of ${option.values.join(', ')}.`
  }
  // Whether something is called that, and fits, the failure says itself.
  if ('names' in option) return null
  const number = Number(value)
  const fits = value.trim() !== '' && Number.isFinite(number) && number >= option.min && number <= option.max
  return fits ? null : `${failure} ${option.key} is a number from ${option.min} to ${option.max} (${option.unit}).`
}

/** The value of a number option, or its standard. */
export function numberOf(failure: Failure, options: Readonly<Record<string, string>>, key: string): number {
  const standard = failure.options.find((option) => option.key === key)?.standard
  return Number(options[key] ?? standard ?? 0)
}

/** Which directions of a cable `dir` means, seen from the named end: `to` loses frames towards it. */
export function directions(plan: Plan, link: number, port: Port | null, dir: string): readonly [boolean, boolean] {
  const named = plan.ports.find(({ id }) => id === port?.id)?.end ?? 0
  const towards: readonly [boolean, boolean] = named === 0 ? [false, true] : [true, false]
  if (plan.links[link] === undefined || dir === 'both') return [true, true]
  return dir === 'to' ? towards : [!towards[0], !towards[1]]
}

export function linkIndexOf(plan: Plan, target: Target): number {
  return target.kind === 'link' ? plan.links.findIndex(({ id }) => id === target.link.id) : -1
}

export function deviceIndexOf(plan: Plan, target: Target): number {
  return target.kind === 'device' ? plan.devices.findIndex(({ id }) => id === target.device.id) : -1
}

/** Cables of a domain's peer-link; empty when it has none. */
export function peerLinkCables(plan: Plan, target: Target): readonly number[] {
  const domain = target.kind === 'domain' ? plan.domains.find(({ id }) => id === target.domain.id) : undefined
  return (plan.lags[domain?.peerLinks[0] ?? -1]?.ports ?? []).map((port) => plan.ports[port]?.link ?? -1)
}

/** Keepalive cables at both peers of a domain; empty when no path is drawn. */
export function keepaliveCables(plan: Plan, target: Target): readonly number[] {
  const domain = target.kind === 'domain' ? plan.domains.find(({ id }) => id === target.domain.id) : undefined
  return [...new Set((domain?.keepalivePorts ?? []).flat().map((port) => plan.ports[port]?.link ?? -1))]
}

/** The port that a cable was named by; by its id, the one at its first end. -1: it is no cable. */
export function namedPort(plan: Plan, target: Target): number {
  const named = target.kind === 'link' ? (target.port?.id ?? target.link.ends[0]) : undefined
  return plan.ports.findIndex(({ id }) => id === named)
}

export function noPeerLink(target: Target): ImpairResult {
  return {
    ok: false,
    message: `${target.kind === 'domain' ? target.domain.name : 'This'} has no peer-link that could fail.`,
  }
}

export function noKeepalive(target: Target): ImpairResult {
  const name = target.kind === 'domain' ? target.domain.name : 'This'
  return { ok: false, message: `${name} has no keepalive path that could fail.` }
}

export const BOTH: readonly [boolean, boolean] = [true, true]

export const DIRECTION: Omit<ChoiceOption, 'standard'> = {
  key: 'dir',
  label: 'Direction, seen from the named port',
  values: ['to', 'from', 'both'],
  words: { both: 'both ways' },
}
