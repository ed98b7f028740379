import type { RunCommand, Scenario } from '../model/scenario.ts'
import { failureById } from '../sim/failures/index.ts'
import { optionWords } from '../sim/failures/optionWords.ts'
import { lowered } from '../model/lowered.ts'

/** A step in words: `Cut: srv-1:eth0`, `Repair: cut, srv-1:eth0`. */
export function stepText(command: RunCommand): string {
  if (command.type === 'repair-all') return 'Repair everything'
  const failure = failureById(command.failure)
  const label = failure?.label ?? command.failure
  if (command.type === 'repair') return `Repair: ${lowered(label)}, ${command.target}`
  return [`${label}: ${command.target}`, ...optionWords(failure, command.options)].join(', ')
}

/** How much a scenario holds: `cold start, 3 steps, 60 s`. */
export function sizeText({ start, steps, until }: Scenario): string {
  const parts = [
    ...(start === 'cold' ? ['cold start'] : []),
    ...(steps.length > 0 ? [`${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`] : []),
    `${Number((until / 1_000_000).toFixed(1))} s`,
  ]
  return parts.join(', ')
}
