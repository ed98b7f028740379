import fc from 'fast-check'
import type { Topology } from '../../model/topology.ts'
import { scheduleCommand } from '../commands.ts'
import { FAILURES } from '../failures/index.ts'
import type { Simulator } from '../state.ts'
import { SECOND } from './scenario.ts'

/** A failure by its place in the catalog and its target by number, so that a case stays readable. */
export interface Fault {
  readonly failure: number
  readonly target: number
  readonly atS: number
}

/** One to four faults in the first minute. */
export const faults: fc.Arbitrary<Fault[]> = fc.array(
  fc.record({ failure: fc.nat(FAILURES.length - 1), target: fc.nat(30), atS: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 4 },
)

/** Targets that the design does not have are refused, which is fine. */
export function breakSomething(sim: Simulator, topology: Topology, { failure, target, atS }: Fault): void {
  const chosen = FAILURES[failure]
  if (chosen === undefined) return
  const names = {
    link: topology.links.map(({ id }) => id),
    device: topology.devices.map(({ name }) => name),
    domain: topology.domains.map(({ name }) => name),
  }[chosen.targetKind]
  const name = names[target % names.length]
  if (name === undefined) return
  scheduleCommand(sim, atS * SECOND, { type: 'fail', failure: chosen.id, target: name, options: {} })
}
