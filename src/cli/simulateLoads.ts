import { need, type Network } from '../core/model/network.ts'
import type { LoadView } from '../core/model/runView.ts'
import type { SimulateOutput } from './output.ts'
import { toMs } from './times.ts'

type LinkOutput = SimulateOutput['links'][number]

/** Every cable in document order with what its ends send. */
export function linksOutput(net: Network, loads: readonly LoadView[]): LinkOutput[] {
  const { links, bonds, domains } = net.topology
  const views = new Map(loads.map((view) => [view.link, view]))
  const peerLinks = new Set(domains.map(({ peerLink }) => peerLink))
  const between = new Set(bonds.filter(({ id }) => peerLinks.has(id)).flatMap(({ members }) => members))
  return links.flatMap(({ id, ends, use }) => {
    const view = views.get(id)
    if (view === undefined) return []
    const [a, b] = ends.map((end) => portName(net, end))
    return [
      {
        id,
        ends: [a ?? '', b ?? ''] as [string, string],
        role: between.has(id) ? 'peer-link' : use,
        perSecond: both(view.perSecond),
        before: view.before && { atMs: toMs(view.before.at), perSecond: both(view.before.perSecond) },
        data: both(view.data),
        control: both(view.control),
      },
    ]
  })
}

function portName(net: Network, id: Parameters<Network['ports']['get']>[0]): string {
  const port = need(net.ports, id)
  return `${need(net.devices, port.device).name}:${port.name}`
}

function both([a, b]: readonly [number, number]): [number, number] {
  return [a, b]
}
