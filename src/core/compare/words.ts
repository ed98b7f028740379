import type { Capacity, CaseResult } from './types.ts'

/** The outages of a case in one cell: how many flow directions lost something, and for how long at most. */
export function outageWords({ measured }: CaseResult): string {
  if (measured === null) return 'does not apply'
  if (measured.storm !== null) return 'a storm ended the run'
  const { lost, open, worstUs, directions } = measured
  if (lost === 0) return 'nothing lost'
  const parts = [worstUs === null ? '' : lengthWords(worstUs), open === 0 ? '' : `${open} until repair`]
  return `${lost} of ${directions.length}: ${parts.filter((part) => part !== '').join(', ')}`
}

/** A length as a person says it: `100 ms`, `3.0 s`. */
export function lengthWords(us: number): string {
  return us < 1_000_000 ? `${Math.round(us / 1_000)} ms` : `${(us / 1_000_000).toFixed(1)} s`
}

/** A design without failures, one line for each thing that tells designs apart. */
export const TRAITS: readonly { readonly title: string; readonly words: (capacity: Capacity) => string }[] = [
  {
    title: 'Cables a server sends on',
    words: ({ servers }) => eachServer(servers.map(({ used, cables }) => `${used} of ${cables}`)),
  },
  {
    title: 'Switches a server’s bond spans',
    words: ({ servers }) => eachServer(servers.map(({ switches }) => String(switches))),
  },
  { title: 'Cables blocked by spanning tree', words: ({ blocked }) => String(blocked) },
  { title: 'Cables lit and idle', words: ({ idle }) => String(idle) },
  { title: 'Usable bandwidth', words: bandwidthWords },
]

/** Of the cables towards servers and access switches. */
export function bandwidthWords({ usableGbps, totalGbps }: Capacity): string {
  return `${usableGbps} of ${totalGbps} Gbit/s`
}

function eachServer(words: readonly string[]): string {
  const different = [...new Set(words)]
  return different.length === 0 ? 'none' : different.join(' or ')
}
