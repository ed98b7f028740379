import type { CaseResult, Comparison } from '../core/compare/types.ts'
import { bandwidthWords, lengthWords, outageWords, TRAITS } from '../core/compare/words.ts'
import { table } from './table.ts'

/** A comparison as tables for people: what tells the subjects apart, each fault, and the faults on one time axis. */
export function comparisonText(comparison: Comparison, results: readonly CaseResult[]): string {
  const { kind, subjects, faults, probeUs } = comparison
  const of = (subject: string, fault: string): CaseResult | undefined =>
    results.find((one) => one.subject === subject && one.fault === fault)
  const head = subjects.map(({ title }) => title)
  const firstFault = faults[0]?.id ?? ''
  const healthy = subjects.map(({ id }) => of(id, firstFault)?.healthy)
  const cells = (words: (result: CaseResult) => string, fault: string): readonly string[] =>
    subjects.map(({ id }) => {
      const result = of(id, fault)
      return result === undefined ? '' : words(result)
    })
  const traits = TRAITS.map(({ title, words }) => [title, ...healthy.map((one) => (one ? words(one) : ''))])
  const title = kind === 'designs' ? 'THE SAME HOSTS ON THREE DESIGNS' : 'THE SAME DESIGN ON PLATFORMS'
  return [
    `${title} (flow directions that lost probes, sent every ${lengthWords(probeUs)})`,
    ...(kind === 'designs' ? [table([['WITHOUT FAILURES', ...head], ...traits])] : []),
    table([['FAULT AT 5 S', ...head], ...faults.map((fault) => [fault.title, ...cells(outageWords, fault.id)])]),
    table([['USABLE AFTERWARDS', ...head], ...faults.map((fault) => [fault.title, ...cells(afterWords, fault.id)])]),
    ...restsOn(comparison, of),
    ...faults.map((fault) => timeline(comparison, fault, (subject) => of(subject, fault.id))),
  ].join('\n\n')
}

/** A table of the values that outages rest on and no public source states; none where every value has a source. */
function restsOn(
  { subjects, faults }: Comparison,
  of: (subject: string, fault: string) => CaseResult | undefined,
): readonly string[] {
  const rows = faults.flatMap((fault) =>
    subjects.flatMap(({ id, title }) =>
      (of(id, fault.id)?.measured?.restsOn ?? []).map((value) => [fault.title, title, value]),
    ),
  )
  return rows.length === 0 ? [] : [table([['RESTS ON WHAT NO PUBLIC SOURCE SAYS', '', ''], ...rows])]
}

/** One line for each subject: from the fault to the end, `#` while a direction was out, `.` while none was. */
function timeline(
  { subjects }: Comparison,
  { title, until, steps }: Comparison['faults'][number],
  of: (subject: string) => CaseResult | undefined,
): string {
  const from = Math.max(0, (steps[0]?.at ?? 0) - LEAD_US)
  const width = (until - from) / COLUMNS
  const rows = subjects.map((subject) => {
    const outages = of(subject.id)?.measured?.directions.flatMap((one) => one.outages) ?? []
    const bar = Array.from({ length: COLUMNS }, (_, at) => {
      const [start, end] = [from + at * width, from + (at + 1) * width]
      return outages.some(({ startAt, endAt }) => startAt < end && (endAt ?? until) > start) ? '#' : '.'
    })
    return [subject.title, of(subject.id)?.measured ? bar.join('') : '']
  })
  return `${title}, ${lengthWords(from)} to ${lengthWords(until)}\n${table(rows)}`
}

function afterWords({ measured }: CaseResult): string {
  return measured === null ? '' : bandwidthWords(measured.after)
}

const COLUMNS = 60
const LEAD_US = 1_000_000
