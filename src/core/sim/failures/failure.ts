import type { Port } from '../../model/topology.ts'
import type { Target } from '../../model/targets.ts'
import type { Plan } from '../plan.ts'
import type { Impairment } from '../state.ts'

/** A way to break something. One file each; the catalog makes the buttons. */
export interface Failure {
  readonly id: string
  /** On a button: "Cut". */
  readonly label: string
  /** What it can be done to. */
  readonly targetKind: 'link' | 'device' | 'domain'
  /** What happens, in one sentence. */
  readonly story: string
  readonly options: readonly FailureOption[]
  /** What it does to the drawn network while it is active; a sentence when the target does not fit. */
  readonly impair: (plan: Plan, target: Target, options: Readonly<Record<string, string>>) => ImpairResult
}

export interface FailureOption {
  readonly key: string
  readonly label: string
  readonly values: readonly string[]
  /** First value that applies when none is given. */
  readonly standard: string
}

export type ImpairResult =
  | { readonly ok: true; readonly impairments: readonly Impairment[] }
  | { readonly ok: false; readonly message: string }

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

export const DIRECTION: Omit<FailureOption, 'standard'> = {
  key: 'dir',
  label: 'Direction, seen from the named port',
  values: ['to', 'from', 'both'],
}
