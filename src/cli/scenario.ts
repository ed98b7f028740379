import type { Design } from '../core/model/design.ts'
import { networkOf } from '../core/model/network.ts'
import type { Scenario, TimedCommand } from '../core/model/scenario.ts'
import type { Topology } from '../core/model/topology.ts'
import { READY_MADE } from '../core/scenarios/index.ts'
import { scenarioProblems } from '../core/scenarios/problems.ts'
import { UsageError } from './usage.ts'

/** The scenario that `--scenario` names: one kept with the design, else a ready-made one. Throws UsageError. */
export function findScenario({ topology, scenarios = [] }: Design, wanted: string): Scenario {
  const kept = scenarios.find(({ name }) => name === wanted)
  const found = kept ?? READY_MADE.find(({ id, name }) => id === wanted || name === wanted)
  if (found === undefined) {
    const own = scenarios.length === 0 ? 'none is' : scenarios.map(({ name }) => JSON.stringify(name)).join(', ')
    const ready = READY_MADE.map(({ id }) => id).join(', ')
    throw new UsageError(
      `There is no scenario ${JSON.stringify(wanted)}. Kept with the design: ${own}. Ready-made: ${ready}.`,
    )
  }
  const problems = scenarioProblems(networkOf(topology), found)
  if (problems.length === 0) return found
  const template = kept === undefined ? READY_MADE.find(({ name }) => name === found.name)?.template : undefined
  throw new UsageError(
    [
      `The scenario ${JSON.stringify(found.name)} does not fit this design:`,
      ...problems.map(({ step, text }) => `  step ${step + 1}: ${text}`),
      ...(template === undefined ? [] : [`It is made for template:${template}.`]),
    ].join('\n'),
  )
}

/** What cannot be meant as it stands in commands of the command line, a sentence each. The run takes them nevertheless. */
export function doubts(topology: Topology, steps: readonly TimedCommand[], until: number): readonly string[] {
  const inOrder = steps.toSorted((a, b) => a.at - b.at)
  const scenario = { name: '', start: 'settled', steps: inOrder, until } as const
  return scenarioProblems(networkOf(topology), scenario).map(({ step, text }) => {
    const { at, command } = inOrder[step] ?? { at: 0, command: { type: 'repair-all' } }
    return `The ${command.type} at ${at / 1_000_000} s ${text}`
  })
}
