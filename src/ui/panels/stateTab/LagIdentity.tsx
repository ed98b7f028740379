import type { LacpIdentity } from '../../../core/model/protocolView.ts'
import { Section } from '../Section.tsx'
import { hex } from './hex.ts'

/** Who both sides are to each other: what decides which ports may bundle. */
export function LagIdentity({ actor, partner }: { readonly actor: LacpIdentity; readonly partner: LacpIdentity }) {
  const rows = [
    ['System', actor.system, partner.system],
    ['Priority', String(actor.systemPriority), String(partner.systemPriority)],
    ['Key', hex(actor.key, 4), hex(partner.key, 4)],
    ['Port', portOf(actor), portOf(partner)],
  ]
  return (
    <Section word="system id" head="LAG identity">
      <table className="w-full text-left leading-[18px]">
        <thead className="text-ink-3">
          <tr>
            <td className="w-15 max-[1100px]:w-12" />
            <th scope="col" className="font-normal">
              Actor
            </th>
            <th scope="col" className="font-normal">
              Partner
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ours, theirs]) => (
            <tr key={name}>
              <th scope="row" className="font-normal text-ink-3">
                {name}
              </th>
              <td className="font-mono text-11 max-[1100px]:text-[10.5px] max-[1100px]:tracking-tight">{ours}</td>
              <td className="font-mono text-11 max-[1100px]:text-[10.5px] max-[1100px]:tracking-tight">{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** Priority and number. */
function portOf({ portPriority, port }: LacpIdentity): string {
  return `${portPriority}, ${hex(port, 4)}`
}
