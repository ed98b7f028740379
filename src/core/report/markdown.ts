import { escaped, table } from './markdownTable.ts'
import type { DirectionReport, OutageReport, Report, TimedText } from './report.ts'
import { lengthText } from './verdict.ts'

/** The report as Markdown with tables, for a ticket or a repository. */
export function reportMarkdown({ title, facts, pairs, faults, directions, events, verdict, upgrade }: Report): string {
  const [lead = '', ...more] = verdict.sentences
  const hit = directions.filter(({ outages }) => outages.length > 0)
  return [
    `# ${escaped(title)}`,
    facts.map(([name, value]) => `- ${name}: ${escaped(value)}`).join('\n'),
    '## Verdict',
    [`**${escaped(lead)}**`, ...more.map(escaped)].join('\n\n'),
    ...(pairs.length === 0
      ? []
      : [
          '## Pairs at the end',
          table(
            ['Pair', 'Platform', 'State', 'Why'],
            pairs.map((pair) => [pair.name, pair.platform, pair.status, pair.reasons.join('; ')]),
          ),
        ]),
    '## What was done',
    faults.length === 0 ? 'Nothing.' : timed(faults),
    ...(upgrade.length === 0 ? [] : ['## Least wait of the rolling upgrade', upgrade.map(escaped).join('\n\n')]),
    '## Outages',
    hit.length === 0
      ? 'None.'
      : table(['Flow', 'Began', 'Length', 'Detect', 'Decide', 'Restore', 'Cause', 'Rests on'], hit.flatMap(outageRows)),
    '## Flows',
    table(
      ['Flow', 'Sent', 'Lost', 'Out in all', 'Longest', 'State'],
      directions.map((one) => [
        one.name,
        String(one.sent),
        String(one.lost),
        lengthText(one.totalUs),
        lengthText(one.longestUs),
        one.open ? 'still out' : 'delivered',
      ]),
    ),
    '## Events',
    events.length === 0 ? 'None.' : timed(events),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The cells of each outage of a direction; what is left out is counted in a row of its own. */
export function outageRows(direction: DirectionReport): readonly (readonly string[])[] {
  const { name, outages, others } = direction
  const rows = outages.map((outage) => outageRow(direction, outage))
  if (others === 0) return rows
  const longest = Math.min(...outages.map(({ lengthUs }) => lengthUs))
  return [...rows, [name, '', `and ${others} more, none above ${lengthText(longest)}`, '', '', '', '', '']]
}

/** The cells of an outage; phases that did not end have a dash. */
function outageRow({ name }: DirectionReport, outage: OutageReport): readonly string[] {
  const phase = (us: number | null): string => (us === null ? '–' : lengthText(us))
  return [
    name,
    secondsText(outage.startAt),
    `${lengthText(outage.lengthUs)}${outage.open ? ' so far' : ''}`,
    phase(outage.detectUs),
    phase(outage.decideUs),
    phase(outage.restoreUs),
    outage.trigger,
    outage.restsOn.length === 0 ? 'sourced values' : `assumed: ${outage.restsOn.join('; ')}`,
  ]
}

export function secondsText(us: number): string {
  return `${(us / 1_000_000).toFixed(3)} s`
}

function timed(rows: readonly TimedText[]): string {
  return table(
    ['At', 'What'],
    rows.map(({ at, text }) => [secondsText(at), text]),
  )
}
