import type { Network } from '../model/network.ts'
import type { Scenario, TimedCommand } from '../model/scenario.ts'
import type { Link } from '../model/topology.ts'
import { endsOf } from './drawn.ts'

/** Counterexamples begin with a design at rest and break it at this second. */
export const BREAK_AT_S = 2

/** A scenario that starts settled, breaks something at two seconds and lasts so many. */
export function breaking(name: string, steps: readonly TimedCommand[], lastsS: number): Scenario {
  return { name, start: 'settled', steps, until: lastsS * US }
}

/** What a cold start comes to within so many seconds, without any failure. */
export function starting(name: string, lastsS: number): Scenario {
  return { name, start: 'cold', steps: [], until: lastsS * US }
}

export function fail(
  failure: string,
  target: string,
  atS = BREAK_AT_S,
  options: Readonly<Record<string, string>> = {},
): TimedCommand {
  return { at: atS * US, command: { type: 'fail', failure, target, options } }
}

export function repair(failure: string, target: string, atS: number): TimedCommand {
  return { at: atS * US, command: { type: 'repair', failure, target } }
}

/** A cable by its ends: `leaf-a:Ethernet1/1 – srv-1:eth0`. */
export function cableName(net: Network, link: Link): string {
  const names = endsOf(net, link).map(({ name }) => name)
  const ports = link.ends.map((end) => net.ports.get(end)?.name ?? '')
  return names.map((name, at) => `${name}:${ports[at]}`).join(' – ')
}

const US = 1_000_000
