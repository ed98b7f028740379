import type { FidelityRow } from './row.ts'

interface UplinkSources {
  /** What says that a peer without uplinks drops what it gets. */
  readonly lost: string
  readonly confidence: FidelityRow['confidence']
  /** Of the platform's tracking, in its words; null: it has none. */
  readonly tracking: { readonly words: string; readonly source: string } | null
}

/** What becomes of a pair whose one peer loses all of its uplinks; the same three rows for every platform. */
export function uplinkRows({ lost, confidence, tracking }: UplinkSources): readonly FidelityRow[] {
  return [
    {
      row: '30',
      title: 'All uplinks of one peer lost',
      source: lost,
      confidence,
      expected: 'Its members stay up; what hosts send up by it is lost until an uplink is back, traffic below is not',
      asserted: true,
    },
    tracking === null
      ? {
          row: '31',
          title: 'All uplinks of one peer lost, tracked',
          source: 'No tracking of uplinks in the documents read',
          confidence: 'assumed',
          expected: 'As without tracking',
          asserted: false,
          reason: 'The platform has nothing that takes members down with the uplinks.',
        }
      : {
          row: '31',
          title: `All uplinks of one peer lost, with ${tracking.words}`,
          source: tracking.source,
          confidence: 'documented',
          expected:
            'Its members go down, hosts send to the other peer within a second; they are back after the uplinks',
          asserted: true,
        },
    {
      row: '32',
      title: 'All uplinks of one peer lost, with a static route by the other peer',
      source: 'RFC 1812, section 5.2.4.3: the route with the better preference that is usable',
      confidence: 'documented',
      expected: 'What it routes goes over the peer-link and the uplinks of the other peer; nothing is suspended',
      asserted: true,
    },
  ]
}
