import { flowEndDevice } from '../../../core/model/gateways.ts'
import type { LinkId, PortId } from '../../../core/model/ids.ts'
import { devicesAt, type Network } from '../../../core/model/network.ts'
import type { DirectionView } from '../../../core/model/runView.ts'
import type { Bond } from '../../../core/model/topology.ts'
import { directionKey } from '../../../state/runState.ts'

/** A flow direction on the member that its last delivered probe was sent over. */
export interface Carried {
  /** The end of the bond that sends. */
  readonly end: 0 | 1
  readonly link: LinkId
  readonly port: PortId
  readonly direction: string
}

/** What each member of a bond carries, read from the ways that probes took; a broken flow takes none. */
export function carriedBy(net: Network, bond: Bond, views: Iterable<DirectionView>): readonly Carried[] {
  const members = new Set(bond.members)
  const senders = devicesAt(net, bond.ends[0])
  const found: Carried[] = []
  for (const { flow: id, direction, path, outages } of views) {
    const flow = path.some((link) => members.has(link)) && net.topology.flows.find((other) => other.id === id)
    if (!flow || outages.at(-1)?.endAt === null) continue
    let at = flowEndDevice(net, direction === 0 ? flow.from : flow.to, path[0])
    for (const link of path) {
      const [a, b] = (net.links.get(link)?.ends ?? []).map((end) => net.ports.get(end))
      if (a === undefined || b === undefined) break
      const [sender, receiver] = a.device === at ? [a, b] : [b, a]
      if (members.has(link) && at !== undefined) {
        const end = senders.includes(at) ? 0 : 1
        found.push({ end, link, port: sender.id, direction: directionKey(id, direction) })
      }
      at = receiver.device
    }
  }
  return found
}
