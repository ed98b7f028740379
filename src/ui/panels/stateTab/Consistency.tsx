import { useState } from 'react'
import type { DomainView, ParameterView } from '../../../core/model/runView.ts'
import { useNetwork } from '../../../state/network.ts'
import { Button } from '../../controls/Button.tsx'
import { Section } from '../Section.tsx'

/** What the peers compare, like the platform's own command: type, parameter, both values, verdict. */
export function Consistency({ view, channel, platform }: ConsistencyProps) {
  const net = useNetwork()
  const [all, setAll] = useState(false)
  const names = view.views.map(({ device }) => net.devices.get(device)?.name ?? '')
  const differing = view.consistency.filter(({ verdict }) => verdict === 'differs').length
  // What the platform does not look at is of interest where it differs.
  const quiet = view.consistency.filter(({ type, verdict }) => type === 'none' && verdict !== 'differs')
  const shown = all ? view.consistency : view.consistency.filter((parameter) => !quiet.includes(parameter))
  const scopes = [...new Set(shown.map(({ scope }) => scope))]
  if (scopes.length === 0) return null
  return (
    <Section word="consistency" head="Consistency" right={differing === 0 ? 'no difference' : `${differing} differ`}>
      <table aria-label="Consistency of the peers" className="w-full border-collapse text-11 leading-4">
        <thead className="text-left text-ink-3">
          <tr>
            <th className="pr-2 font-normal">Parameter</th>
            <th className="pr-2 font-normal">Type</th>
            <th className="pr-2 font-mono font-normal">{names[0]}</th>
            <th className="pr-2 font-mono font-normal">{names[1]}</th>
            <th className="font-normal">Verdict</th>
          </tr>
        </thead>
        {scopes.map((scope) => (
          <tbody key={scope}>
            <tr>
              <th colSpan={5} className="pt-1.5 text-left font-semibold">
                {scope === 'domain' ? 'The pair' : `${channel} ${scope}`}
              </th>
            </tr>
            {shown.map(
              (parameter) =>
                parameter.scope === scope && (
                  <Row key={parameter.name} parameter={parameter} unseen={`${platform} does not compare it`} />
                ),
            )}
          </tbody>
        ))}
      </table>
      {quiet.length > 0 && (
        <Button compact look="ghost" aria-pressed={all} className="mt-1.5" onClick={() => setAll(!all)}>
          {all ? `Only what ${platform} compares` : `What ${platform} does not compare: ${quiet.length} more`}
        </Button>
      )}
    </Section>
  )
}

interface ConsistencyProps {
  readonly view: DomainView
  /** The platform's word for a member bond, and its name. */
  readonly channel: string
  readonly platform: string
}

function Row({ parameter: { name, type, values, verdict, effects }, unseen }: RowProps) {
  const words = verdict === 'not-compared' ? 'not compared' : verdict
  return (
    <tr className={`border-t border-line align-top ${verdict === 'differs' ? 'bg-down-bg' : ''}`}>
      <th scope="row" className="py-0.5 pr-2 text-left font-normal">
        {name}
      </th>
      <td className="py-0.5 pr-2 text-ink-2">{TYPES[type]}</td>
      {values.map((value, at) => (
        <td key={at} className="max-w-24 py-0.5 pr-2 font-mono [overflow-wrap:anywhere]">
          {value || <span className="text-ink-3">none</span>}
        </td>
      ))}
      <td className={`py-0.5 ${verdict === 'differs' ? 'font-semibold text-down-text' : 'text-ink-2'}`}>
        {words}
        {effects.map((effect) => (
          <span key={effect} className="block font-normal text-ink">
            {effect}
          </span>
        ))}
        {verdict === 'differs' && effects.length === 0 && (
          <span className="block font-normal text-ink">{type === 'none' ? unseen : 'reported only'}</span>
        )}
      </td>
    </tr>
  )
}

interface RowProps {
  readonly parameter: ParameterView
  /** What is said of a difference that the platform does not look at. */
  readonly unseen: string
}

const TYPES = { 1: '1', 2: '2', vlans: 'VLANs', none: '–' } as const
