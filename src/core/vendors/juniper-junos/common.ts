import type { SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import type { Statement } from './statements.ts'

export type Group = readonly Statement[]

export function addressOf({
  own,
  prefixLength,
}: {
  readonly own: string
  readonly prefixLength: number
}): readonly string[] {
  return ['family inet', `address ${word(own)}/${prefixLength}`]
}

export function holdTime({ runs }: SwitchPlan): readonly string[] {
  const own = runs.numbers['link-debounce-ms']
  return own?.set ? [`hold-time up 0 down ${own.value}`] : []
}

/** ICCP runs over the drawn keepalive, not over the ICL. */
export function overKeepalive({ choices }: SwitchPlan['runs']): boolean {
  return choices['session-path'].value === 'keepalive-path'
}

/** VLAN 1 has a name already. */
export function vlanName(id: number): string {
  return id === 1 ? 'default' : `v${id}`
}

export function seconds(ms: number | undefined): number {
  return (ms ?? 0) / 1_000
}

export const ETHERNET_HEADER = 14
export const MAX_MTU = 9_216
/** A session must have so many seconds more than members wait after a start. */
export const HOLD_AFTER_INIT = 100
