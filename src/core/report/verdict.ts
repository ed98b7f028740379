import type { DirectionReport } from './report.ts'

/** How a run stands against a limit. */
export interface Verdict {
  readonly limitUs: number
  /** `undecided`: nothing is beyond the limit yet, but something is still out. */
  readonly word: 'met' | 'not met' | 'undecided'
  /** In sentences, most important first. */
  readonly sentences: readonly string[]
}

/** Judges directions by what each lost in all: several short outages count together. */
export function judged(directions: readonly DirectionReport[], limitUs: number): Verdict {
  const beyond = directions.filter(({ totalUs }) => totalUs > limitUs)
  const open = directions.filter((direction) => direction.open && direction.totalUs <= limitUs)
  const worst = directions.toSorted((a, b) => b.totalUs - a.totalUs)[0]
  const assumed = directions.filter(({ restsOn }) => restsOn.length > 0)
  const values = [...new Set(assumed.flatMap(({ restsOn }) => restsOn))]
  const word = beyond.length > 0 ? 'not met' : open.length > 0 ? 'undecided' : 'met'
  return {
    limitUs,
    word,
    sentences: [
      `${LEAD[word]}: no flow loses more than ${lengthText(limitUs)}.`,
      ...(worst === undefined
        ? ['The design has no flows, so nothing was measured.']
        : worst.totalUs === 0
          ? ['Nothing was lost.']
          : [`${worst.name} lost most: ${lengthText(worst.totalUs)}${worst.open ? ', and is still out' : ''}.`]),
      ...(beyond.length > 0 ? [`Beyond the limit: ${beyond.map(({ name }) => name).join(', ')}.`] : []),
      ...(open.length > 0 ? [`Still out within the limit: ${open.map(({ name }) => name).join(', ')}.`] : []),
      ...(assumed.length > 0
        ? [
            `The outages of ${assumed.length} of ${directions.length} flow directions rest on values that no public source gives: ${values.join('; ')}. Measure them, set them in the pair’s settings, and run again before relying on these figures.`,
          ]
        : []),
    ],
  }
}

/** A length of time as a report gives it: `104 ms`, `12.5 s`. */
export function lengthText(us: number): string {
  return us < 1_000_000 ? `${Number((us / 1_000).toFixed(1))} ms` : `${Number((us / 1_000_000).toFixed(3))} s`
}

const LEAD = { met: 'Met', 'not met': 'Not met', undecided: 'Undecided' } as const
