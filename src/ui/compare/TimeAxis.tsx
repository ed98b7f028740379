import type { Fault } from '../../core/compare/faults.ts'
import type { CaseResult, Comparison, Measured } from '../../core/compare/types.ts'
import { lengthWords, outageWords } from '../../core/compare/words.ts'

interface TimeAxisProps {
  readonly comparison: Comparison
  readonly fault: Fault
  readonly results: readonly CaseResult[]
}

/** One fault, every subject under the other on the same axis: a bar for each flow direction while it was out. */
export function TimeAxis({ comparison: { subjects }, fault, results }: TimeAxisProps) {
  const own = results.filter((one) => one.fault === fault.id)
  if (own.length === 0) return null
  const from = Math.max(0, (fault.steps[0]?.at ?? 0) - LEAD_US)
  const to = endOf(own, fault)
  const percent = (at: number): number => ((Math.min(at, to) - from) / (to - from)) * 100
  const ticks = ticksOf(from, to)
  return (
    <section aria-label={`${fault.title} on one time axis`} className="pt-4">
      <h3 className="pb-1 text-12 font-semibold">{fault.title}</h3>
      <div className="grid grid-cols-[180px_minmax(0,1fr)] gap-x-3">
        {subjects.map(({ id, title }) => {
          const result = own.find(({ subject }) => subject === id)
          return (
            <div key={id} className="col-span-2 grid grid-cols-subgrid border-t border-line">
              <div className="py-1 text-ink-2">
                {title}
                <span className="block text-11 text-ink-3">{result ? outageWords(result) : '…'}</span>
              </div>
              <Lane title={title} result={result} ticks={ticks} percent={percent} />
            </div>
          )
        })}
        <div className="relative col-start-2 h-5 border-t border-line-2 font-mono text-11 text-ink-3">
          {ticks.map((at) => (
            <span key={at} className="absolute top-0.5 -translate-x-1/2" style={{ left: `${percent(at)}%` }}>
              {at / 1_000_000} s
            </span>
          ))}
        </div>
      </div>
      <details className="pt-1">
        <summary className="w-fit text-11 text-ink-3">What happened</summary>
        <div className="grid gap-x-6 gap-y-2 pt-1 [grid-template-columns:repeat(auto-fit,minmax(260px,1fr))]">
          {subjects.map(({ id, title }) => (
            <div key={id}>
              <h4 className="font-semibold">{title}</h4>
              <Events measured={own.find(({ subject }) => subject === id)?.measured ?? null} />
            </div>
          ))}
        </div>
      </details>
    </section>
  )
}

function Lane({ title, result, ticks, percent }: LaneProps) {
  const out = (result?.measured?.directions ?? []).filter(({ outages }) => outages.length > 0)
  return (
    <div
      role="img"
      aria-label={`${title}: ${result ? outageWords(result) : 'not measured yet'}`}
      className="relative min-h-9 overflow-hidden bg-inset py-1"
    >
      {ticks.map((at) => (
        <span key={at} className="absolute inset-y-0 w-px bg-line" style={{ left: `${percent(at)}%` }} />
      ))}
      {result?.measured?.marks.map(({ at, text, kind }) => (
        <span
          key={`${at} ${text}`}
          title={`${at / 1_000_000} s: ${text}`}
          className={`absolute inset-y-0 w-px ${kind === 'reaction' ? 'bg-suspended' : kind === 'repair' ? 'bg-forwarding' : 'bg-ink'}`}
          style={{ left: `${percent(at)}%` }}
        />
      ))}
      {out.map(({ flow, from, to, outages }) => (
        <div key={`${flow} ${from}`} className="relative mb-0.5 h-1">
          {outages.map(({ startAt, endAt }) => {
            const left = percent(startAt)
            const right = endAt === null ? 100 : percent(endAt)
            return (
              <span
                key={startAt}
                title={`${from} → ${to}: ${endAt === null ? 'until repair' : lengthWords(endAt - startAt)}`}
                className="absolute inset-y-0 min-w-0.5 bg-down"
                style={{ left: `${left}%`, width: `${right - left}%` }}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface LaneProps {
  readonly title: string
  readonly result: CaseResult | undefined
  readonly ticks: readonly number[]
  readonly percent: (at: number) => number
}

function Events({ measured }: { readonly measured: Measured | null }) {
  if (measured === null) return <p className="text-ink-3">Nothing of the kind is here.</p>
  return (
    <ol className="leading-[18px]">
      {measured.marks.map(({ at, text }) => (
        <li key={`${at} ${text}`} className="flex gap-2">
          <span className="w-16 shrink-0 text-right font-mono text-ink-3">{(at / 1_000_000).toFixed(3)}</span>
          <span className="min-w-0 break-words">{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** A little after the last thing that ends, so that short outages can be seen; all of it when one never ends. */
function endOf(results: readonly CaseResult[], fault: Fault): number {
  const measured = results.flatMap((result) => result.measured ?? [])
  if (measured.some(({ open }) => open > 0)) return fault.until
  const ends = measured.flatMap(({ directions, marks }) => [
    ...directions.flatMap(({ outages }) => outages.flatMap(({ endAt }) => endAt ?? [])),
    ...marks.map(({ at }) => at),
  ])
  return Math.min(fault.until, Math.max(...ends, fault.steps.at(-1)?.at ?? 0) + 2 * LEAD_US)
}

/** Round instants, five to ten of them. */
function ticksOf(from: number, to: number): readonly number[] {
  const apart = STEPS_US.find((step) => (to - from) / step <= 10) ?? to - from
  const first = Math.ceil(from / apart) * apart
  return Array.from({ length: Math.floor((to - first) / apart) + 1 }, (_, at) => first + at * apart)
}

const LEAD_US = 500_000
const STEPS_US = [500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 60_000_000, 120_000_000]
