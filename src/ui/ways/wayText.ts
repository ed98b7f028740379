import { flowEndDevice } from '../../core/model/gateways.ts'
import type { LinkId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { DirectionView } from '../../core/model/runView.ts'
import type { ShownDirection } from '../../state/uiStore.ts'
import { cableEnds } from '../canvas/labels.ts'
import { isLost, outageOf, wayOf } from './shownWay.ts'

/** The way in words: the devices in turn, or the cable on which probes end and why. */
export function wayText(net: Network, view: DirectionView, shown: ShownDirection): string {
  const way = wayOf(view, shown)
  if (!isLost(view, shown)) return way.length === 0 ? 'No probe has arrived yet.' : devicesOn(net, view, way)
  const why = outageOf(view, shown)?.ways.lost ?? ''
  const end = way.at(-1)
  const last = end && net.links.get(end)
  return last === undefined ? `No probe left: ${why}.` : `Probes ended on ${cableEnds(net, last)}: ${why}.`
}

function devicesOn(net: Network, { flow: id, direction }: DirectionView, way: readonly LinkId[]): string {
  const flow = net.topology.flows.find((one) => one.id === id)
  let at = flow && flowEndDevice(net, direction === 0 ? flow.from : flow.to, way[0])
  const names = [at === undefined ? '' : (net.devices.get(at)?.name ?? '')]
  for (const link of way) {
    const ends = net.links.get(link)?.ends.map((end) => net.ports.get(end)?.device)
    at = ends?.find((device) => device !== at)
    names.push(at === undefined ? '' : (net.devices.get(at)?.name ?? ''))
  }
  return names.join(' → ')
}
