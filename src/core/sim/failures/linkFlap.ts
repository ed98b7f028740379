import { BOTH, linkIndexOf, numberOf, onLink, type Failure } from './failure.ts'

export const linkFlap: Failure = {
  id: 'link-flap',
  label: 'Flap',
  targetKind: 'link',
  story: 'The cable loses light and finds it again, over and over.',
  options: [
    { key: 'period', label: 'One flap takes', min: 0.2, max: 3600, unit: 'seconds', standard: '10' },
    { key: 'down', label: 'Of it without light', min: 0.1, max: 3600, unit: 'seconds', standard: '2' },
    { key: 'count', label: 'Flaps', min: 1, max: 1000, unit: 'times', standard: '5' },
  ],
  lastsUs,
  impair: (plan, target, options) => {
    const period = numberOf(linkFlap, options, 'period') * 1_000_000
    const down = numberOf(linkFlap, options, 'down') * 1_000_000
    if (down >= period)
      return { ok: false, message: 'link-flap: the time without light must be shorter than the period.' }
    const cut = onLink(linkIndexOf(plan, target), { dark: BOTH })
    return {
      ok: true,
      course: {
        phases: [
          { afterUs: 0, impairments: [cut] },
          { afterUs: Math.round(down), impairments: [] },
        ],
        repeatUs: Math.round(period),
        endsAfterUs: lastsUs(options),
      },
    }
  },
}

function lastsUs(options: Readonly<Record<string, string>>): number {
  return Math.round(numberOf(linkFlap, options, 'period') * 1_000_000 * numberOf(linkFlap, options, 'count'))
}
