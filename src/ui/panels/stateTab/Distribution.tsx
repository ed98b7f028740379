import { useMemo } from 'react'
import { useShallow } from 'zustand/shallow'
import { devicesAt } from '../../../core/model/network.ts'
import { type Bond, hashPolicyOf } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { portTitle } from '../../canvas/labels.ts'
import { directionName } from '../../timeline/directionNames.ts'
import { Section } from '../Section.tsx'
import { carriedBy } from './distribution.ts'
import { ShowFlow } from './FlowsThrough.tsx'

/** How the flows are spread over the members of a bond, for either sending end. */
export function Distribution({ bond }: { readonly bond: Bond }) {
  return ENDS.map((end) => <FromEnd key={end} bond={bond} end={end} />)
}

function FromEnd({ bond, end }: { readonly bond: Bond; readonly end: 0 | 1 }) {
  const net = useNetwork()
  // Counters of a flow change with every probe, its way seldom: compared as text, the table is drawn only then.
  const keys = useRuntime(
    useShallow((run) =>
      carriedBy(net, bond, run.directions.values()).flatMap((one) =>
        one.end === end ? `${one.link} ${one.direction}` : [],
      ),
    ),
  )
  const rows = useMemo(
    () =>
      bond.members.flatMap((id) => {
        const port = net.links.get(id)?.ends.map((one) => net.ports.get(one))
        const sender = port?.find((one) => one && devicesAt(net, bond.ends[end]).includes(one.device))
        const flows = keys.flatMap((key) => (key.startsWith(`${id} `) ? key.slice(id.length + 1) : []))
        return sender === undefined ? [] : [{ id, name: portTitle(net, sender), flows }]
      }),
    [net, bond, end, keys],
  )
  const devices = devicesAt(net, bond.ends[end]).map((id) => net.devices.get(id))
  const from = devices.map((device) => device?.name ?? '').join(' + ')
  return (
    <Section head={`Sent by ${from}`} right={hashPolicyOf(bond.ends[end], devices[0]?.kind ?? 'switch')}>
      <table aria-label={`Flows sent by ${from}, by member`} className="w-full leading-5">
        <thead className="text-left text-11 text-ink-3">
          <tr>
            <th scope="col" className="font-normal">
              Member
            </th>
            <th scope="col" className="text-right font-normal">
              Flows
            </th>
            <th scope="col" className="w-14 text-right font-normal">
              Share
            </th>
          </tr>
        </thead>
        {rows.map(({ id, name, flows }) => (
          <tbody key={id}>
            <tr>
              <th scope="row" className="text-left font-mono text-11 font-normal">
                {name}
              </th>
              <td className="text-right">{flows.length}</td>
              <td className="text-right">{share(flows.length, keys.length)}</td>
            </tr>
            {flows.length > 0 && (
              <tr>
                <td colSpan={3} className="pb-1 pl-3">
                  <ul>
                    {flows.map((key) => (
                      <li key={key} className="flex min-w-0">
                        <ShowFlow direction={key} name={directionName(net, key)} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </Section>
  )
}

function share(count: number, all: number): string {
  return all === 0 ? '–' : `${Math.round((100 * count) / all)} %`
}

const ENDS = [0, 1] as const
