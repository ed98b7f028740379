import type { Scenario, TimedCommand } from '../model/scenario.ts'
import type { DomainStatus } from '../model/runView.ts'

/** A scenario that comes with the product, for one of its templates. Data only. */
export interface ReadyMade extends Scenario {
  readonly id: string
  /** Id of the template it is made for. */
  readonly template: string
  /** What happens and what to look at, in one or two sentences. */
  readonly story: string
  readonly shows: readonly Observation[]
}

/** What is seen at an instant; a test runs the scenario and looks. */
export interface Observation {
  /** Seconds. */
  readonly at: number
  /** In words, for the list. */
  readonly text: string
  readonly pairs?: readonly PairSeen[]
  /** Devices whose member ports MLAG control holds, and no others. */
  readonly holds?: readonly string[]
  readonly flows?: readonly FlowSeen[]
}

export interface PairSeen {
  readonly name: string
  readonly status?: DomainStatus
  readonly step?: 1 | 2 | 3 | 4
  readonly dualActive?: boolean
  /** Roles of its peers, by device. */
  readonly roles?: Readonly<Record<string, string>>
}

/** The longest outage between two hosts until then, both ways and over every flow, in seconds. */
export interface FlowSeen {
  readonly between: readonly [string, string]
  readonly least: number
  readonly most: number
  /** Still out at that instant. */
  readonly open?: boolean
}

export const S = 1_000_000

export function fail(
  seconds: number,
  failure: string,
  target: string,
  options: Readonly<Record<string, string>> = {},
): TimedCommand {
  return { at: seconds * S, command: { type: 'fail', failure, target, options } }
}

export function repair(seconds: number, failure: string, target: string): TimedCommand {
  return { at: seconds * S, command: { type: 'repair', failure, target } }
}

export function repairAll(seconds: number): TimedCommand {
  return { at: seconds * S, command: { type: 'repair-all' } }
}
