import { withBits } from '../identity.ts'
import { addLag, addPort, distributingPorts, isDistributing, isLagOperational, portsOf } from '../system.ts'
import { addNode, createLab, input, portAt, schedule, setLight } from './twoNodes.ts'
import type { Cable, Lab } from './twoNodes.ts'
import { BIT } from '../types.ts'
import type { LacpSystem } from '../types.ts'

export const PORTS = [1, 2, 3, 4, 5, 6, 7, 8]

/** Ports that distribute, by aggregator. */
export type Aggregates = Readonly<Record<number, readonly number[]>>

/** Systems with eight ports and an aggregator for each. */
export function bridges(...names: readonly string[]): Lab {
  const lab = createLab()
  for (const name of names) addNode(lab, name, { system: system(name), ports: PORTS, lag: { aggregators: 'many' } })
  return lab
}

export function system(name: string): string {
  return `02:00:00:00:00:${name.charCodeAt(0).toString(16)}`
}

export function systemOf(lab: Lab, name: string): LacpSystem {
  const found = lab.systems.get(name)
  if (found === undefined) throw new Error(`No system ${name}`)
  return found
}

/** Ports of a system that distribute, by aggregator. */
export function at(lab: Lab, name: string): Aggregates {
  const found: Record<number, number[]> = {}
  for (const port of portsOf(systemOf(lab, name), 'lag')) {
    if (isDistributing(port) && port.aggregator !== null) (found[port.aggregator] ??= []).push(port.actor.port)
  }
  return found
}

/** Ports of a system that distribute, by lag. */
export function inLags(lab: Lab, name: string): Readonly<Record<string, readonly number[]>> {
  const found = systemOf(lab, name)
  return Object.fromEntries(
    [...found.lags.keys()].map((lag) => [lag, distributingPorts(found, lag).map(({ actor }) => actor.port)]),
  )
}

export function isUp(lab: Lab, name: string): boolean {
  return isLagOperational(systemOf(lab, name), 'lag')
}

/** The link that a conversation of system `a` takes. */
export function linkOf(lab: Lab, hash: number): number {
  const ports = distributingPorts(systemOf(lab, 'a'), 'lag')
  return ports[hash % ports.length]?.actor.port ?? 0
}

export function light(lab: Lab, ms: number, cable: Cable | undefined, lit: boolean): void {
  if (cable === undefined) throw new Error('No such cable')
  schedule(lab, ms, () => setLight(lab, cable, lit))
}

export function setAggregation(lab: Lab, end: string, aggregatable: boolean): void {
  if (aggregatable) setBits(lab, end, BIT.aggregation, 0)
  else setBits(lab, end, 0, BIT.aggregation)
}

export function setBits(lab: Lab, end: string, set: number, clear: number): void {
  const { state } = withBits(portAt(lab, end).actor, set, clear)
  input(lab, end, { type: 'actor', actor: { state } })
}

/** A second aggregation of the same system, with a key of its own. */
export function addSecondLag(lab: Lab, name: string, ports: readonly number[]): void {
  const found = systemOf(lab, name)
  addLag(found, { id: 'second', maxLinks: null, minLinks: 1, aggregators: 'one' })
  for (const port of ports) {
    const state = BIT.activity | BIT.aggregation
    const actor = { systemPriority: 32_768, system: system(name), key: 0x999, portPriority: 255, port, state }
    addPort(found, { id: String(port), lag: 'second', muxControl: 'coupled', lacpEnabled: true, actor })
  }
}
