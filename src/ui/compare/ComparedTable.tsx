import type { CaseResult, Comparison } from '../../core/compare/types.ts'
import { bandwidthWords, outageWords, TRAITS } from '../../core/compare/words.ts'

interface ComparedTableProps {
  readonly comparison: Comparison
  readonly results: readonly CaseResult[]
}

/** A column for each subject: what it is without failures, then what each fault cost and left. */
export function ComparedTable({ comparison: { kind, subjects, faults }, results }: ComparedTableProps) {
  return (
    <div className="overflow-x-auto">
      <table aria-label="Measured" className="w-full border-collapse leading-[18px]">
        <thead>
          <tr className="text-left align-bottom">
            <td />
            {subjects.map(({ id, title }) => (
              <th key={id} scope="col" className="px-2 py-1 font-semibold">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {kind === 'designs' && (
          <tbody>
            {TRAITS.map(({ title, words }) => (
              <tr key={title} className="border-t border-line">
                <th scope="row" className={ROW_HEAD}>
                  {title}
                </th>
                {subjects.map(({ id }) => {
                  const healthy = results.find(({ subject }) => subject === id)?.healthy
                  return (
                    <td key={id} className="px-2 py-1">
                      {healthy && words(healthy)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        )}
        <tbody className="border-t-2 border-line-2">
          {faults.map((fault) => (
            <tr key={fault.id} className="border-t border-line align-top">
              <th scope="row" className={ROW_HEAD}>
                {fault.title}
              </th>
              {subjects.map(({ id }) => (
                <Cell key={id} result={results.find((one) => one.subject === id && one.fault === fault.id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ result }: { readonly result: CaseResult | undefined }) {
  if (result === undefined) return <td className="px-2 py-1 text-ink-3">…</td>
  const { measured, refused } = result
  return (
    <td className="px-2 py-1" title={refused ?? undefined}>
      <span className={(measured?.open ?? 0) > 0 ? 'text-down-text' : measured === null ? 'text-ink-3' : ''}>
        {outageWords(result)}
      </span>
      {measured !== null && (
        <span className="block text-11 text-ink-3">
          then {bandwidthWords(measured.after)}
          {measured.domains.map(({ domain, status }) => `, ${domain} ${status}`).join('')}
        </span>
      )}
      {measured !== null && measured.restsOn.length > 0 && (
        <span className="block text-11 text-ink-3">
          Rests on what no public source says: {measured.restsOn.join('; ')}
        </span>
      )}
    </td>
  )
}

const ROW_HEAD = 'py-1 pr-2 text-left font-normal text-ink-2'
