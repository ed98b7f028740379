import { Fragment } from 'react'
import { outageRows, secondsText } from '../../core/report/markdown.ts'
import type { Report, TimedText } from '../../core/report/report.ts'
import { lengthText } from '../../core/report/verdict.ts'
import { StateMark } from '../state/StateMark.tsx'

/** The report as a page: on screen and on paper. */
export function ReportPage({ report }: { readonly report: Report }) {
  const { title, facts, pairs, faults, directions, events, verdict, upgrade } = report
  const [lead, ...more] = verdict.sentences
  const outages = directions.flatMap(outageRows)
  return (
    <article>
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <h3>Verdict</h3>
      <p className="flex items-center gap-1.5">
        <StateMark state={MARK[verdict.word]} />
        <b>{lead}</b>
      </p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {pairs.length > 0 && (
        <>
          <h3>Pairs at the end</h3>
          <Table
            head={['Pair', 'Platform', 'State', 'Why']}
            rows={pairs.map((pair) => [pair.name, pair.platform, pair.status, pair.reasons.join('; ')])}
          />
        </>
      )}
      <h3>What was done</h3>
      <Timed rows={faults} none="Nothing." />
      {upgrade.length > 0 && <h3>Least wait of the rolling upgrade</h3>}
      {upgrade.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>Outages</h3>
      {outages.length === 0 ? (
        <p>None.</p>
      ) : (
        <Table head={['Flow', 'Began', 'Length', 'Detect', 'Decide', 'Restore', 'Cause', 'Rests on']} rows={outages} />
      )}
      <h3>Flows</h3>
      <Table
        head={['Flow', 'Sent', 'Lost', 'Out in all', 'Longest', 'State']}
        rows={directions.map((one) => [
          one.name,
          String(one.sent),
          String(one.lost),
          lengthText(one.totalUs),
          lengthText(one.longestUs),
          one.open ? 'still out' : 'delivered',
        ])}
      />
      <h3>Events</h3>
      <Timed rows={events} none="None." />
    </article>
  )
}

function Timed({ rows, none }: { readonly rows: readonly TimedText[]; readonly none: string }) {
  if (rows.length === 0) return <p>{none}</p>
  return <Table head={['At', 'What']} rows={rows.map(({ at, text }) => [secondsText(at), text])} />
}

function Table({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MARK = { met: 'forwarding', 'not met': 'down', undecided: 'waiting' } as const
