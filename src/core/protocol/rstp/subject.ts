import type { RstpBridge, RstpPort } from './types.ts'

/** What the machines of a port look at. */
export interface Subject {
  readonly bridge: RstpBridge
  readonly port: RstpPort
  readonly now: number
}

/** Something that other ports' machines wait for has changed. */
export function touchAll({ bridge }: Subject): void {
  for (const number of bridge.ports.keys()) bridge.dirty.add(number)
}
