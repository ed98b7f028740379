import type { LinkId } from '../../../core/model/ids.ts'
import type { MlagDomain } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { portTitle } from '../../canvas/labels.ts'
import { seconds } from '../../controls/time.ts'
import { Section } from '../Section.tsx'
import { Facts } from './Facts.tsx'

/** What each end of these cables sends: probes a second before the network broke and now, and frames so far. */
export function Load({ links, head = 'Load' }: { readonly links: readonly LinkId[]; readonly head?: string }) {
  const before = useRuntime((run) => [...run.loads.values()][0]?.before?.at ?? null)
  return (
    <Section head={head} right="probes a second">
      <table aria-label={`${head}: what each cable end sends`} className="w-full leading-5">
        <thead className="text-right text-11 text-ink-3 [&_th]:pl-2 [&_th]:font-normal">
          <tr>
            <th scope="col" className="pl-0! text-left">
              Sender
            </th>
            <th scope="col">Before</th>
            <th scope="col">Now</th>
            <th scope="col">Frames</th>
          </tr>
        </thead>
        <tbody>{links.map((link) => ENDS.map((end) => <EndRow key={`${link} ${end}`} link={link} end={end} />))}</tbody>
      </table>
      <p className="pt-1 text-11 text-ink-3">
        {before === null ? 'Nothing has failed so far. ' : `Before: the failure at ${seconds(before)} s. `}
        Now: the last whole second. Frames: all since the start, protocols included.
      </p>
    </Section>
  )
}

function EndRow({ link, end }: { readonly link: LinkId; readonly end: 0 | 1 }) {
  const net = useNetwork()
  const load = useRuntime((run) => run.loads.get(link))
  const id = net.links.get(link)?.ends[end]
  const port = id && net.ports.get(id)
  if (port === undefined || load === undefined) return null
  return (
    <tr className="text-right font-mono text-11 [&>td]:pl-2">
      <th scope="row" className="text-left font-normal">
        {portTitle(net, port)}
      </th>
      <td>{load.before === null ? '–' : load.before.perSecond[end]}</td>
      <td>{load.perSecond[end]}</td>
      <td>{load.data[end] + load.control[end]}</td>
    </tr>
  )
}

/** Load of a pair's peer-link, with what crossed it, what its peers flooded and what arrived twice. */
export function PeerLinkLoad({ domain }: { readonly domain: MlagDomain }) {
  const net = useNetwork()
  const links = (domain.peerLink === null ? undefined : net.bonds.get(domain.peerLink))?.members ?? []
  const sum = (which: 'data' | 'control') => (run: Run) =>
    links.reduce((all, id) => all + (run.loads.get(id)?.[which].reduce((a, b) => a + b) ?? 0), 0)
  const [data, control] = [useRuntime(sum('data')), useRuntime(sum('control'))]
  const floods = useRuntime((run) => domain.peers.map((peer) => run.devices.get(peer)?.floods ?? 0).join(' and '))
  const twice = useRuntime((run) => [...run.directions.values()].reduce((all, { duplicated }) => all + duplicated, 0))
  const names = domain.peers.map((peer) => net.devices.get(peer)?.name ?? '').join(' and ')
  return (
    <>
      {links.length > 0 && <Load links={links} head="Peer-link load" />}
      <Section head="Counted">
        <Facts
          rows={[
            { name: 'Peer-link', value: `${data} frames of hosts, ${control} of protocols` },
            { name: 'Flooded', value: `${floods} probes by ${names}` },
            { name: 'Arrived twice', value: `${twice} probes, in the whole design` },
          ]}
        />
      </Section>
    </>
  )
}

type Run = ReturnType<typeof useRuntime.getState>

const ENDS = [0, 1] as const
