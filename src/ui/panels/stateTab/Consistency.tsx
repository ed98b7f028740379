import type { DomainView, ParameterView } from '../../../core/model/runView.ts'
import { useNetwork } from '../../../state/network.ts'
import { Section } from '../Section.tsx'

/** What the peers compare, like the platform's own command: type, parameter, both values, verdict. */
export function Consistency({ view, channel }: { readonly view: DomainView; readonly channel: string }) {
  const net = useNetwork()
  const names = view.views.map(({ device }) => net.devices.get(device)?.name ?? '')
  const differing = view.consistency.filter(({ verdict }) => verdict === 'differs').length
  const scopes = [...new Set(view.consistency.map(({ scope }) => scope))]
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
            {view.consistency.map(
              (parameter) => parameter.scope === scope && <Row key={parameter.name} parameter={parameter} />,
            )}
          </tbody>
        ))}
      </table>
    </Section>
  )
}

function Row({ parameter: { name, type, values, verdict, effects } }: { readonly parameter: ParameterView }) {
  const words = verdict === 'not-compared' ? 'not compared' : verdict
  return (
    <tr className={`border-t border-line align-top ${verdict === 'differs' ? 'bg-down-bg' : ''}`}>
      <th scope="row" className="py-0.5 pr-2 text-left font-normal">
        {name}
      </th>
      <td className="py-0.5 pr-2 text-ink-2">{TYPES[type]}</td>
      {values.map((value, at) => (
        <td key={at} className="max-w-24 py-0.5 pr-2 font-mono break-words">
          {value ?? <span className="text-ink-3">none</span>}
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
          <span className="block font-normal text-ink">{type === 'none' ? 'nobody looks' : 'reported only'}</span>
        )}
      </td>
    </tr>
  )
}

const TYPES = { 1: '1', 2: '2', vlans: 'VLANs', none: '–' } as const
