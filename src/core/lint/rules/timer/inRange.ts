import { NUMBER_KEYS } from '../../../model/profileKeys.ts'
import { isOffered, numberProblem } from '../../../vendors/effective.ts'
import { numberWords } from '../../../vendors/valueWords.ts'
import type { Rule } from '../../rule.ts'

export const timerInRange: Rule = {
  id: 'timer/in-range',
  severity: 'warning',
  title: 'Every value that is set is one the platform takes.',
  why: ({ platform }) =>
    `${platform} refuses the value, and runs on with its default: the pair behaves otherwise than it is drawn.`,
  source: { general: 'Range of the platform’s own command, as listed in docs/fidelity.md' },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, profile, vendor }) =>
      NUMBER_KEYS.flatMap((key) => {
        const [base, value] = [profile.numbers[key], domain.settings.numbers[key]]
        if (!base || value === undefined || !isOffered(base)) return []
        const problem = numberProblem(key, base, value)
        if (problem === null) return []
        return [
          {
            text: `${domain.name}: ${problem}`,
            wayOut: 'Set a value within the range, or go back to the platform’s.',
            at: [domain.id],
            vendor,
            fix: {
              label: `Go back to ${numberWords(key, base.value)}`,
              edits: [{ type: 'set-number', domain: domain.id, key, value: null } as const],
            },
          },
        ]
      }),
    ),
}
