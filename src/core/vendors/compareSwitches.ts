import { need, type Network } from '../model/network.ts'
import type { SwitchDevice } from '../model/topology.ts'
import { comparePeers, type CompareRow } from './compare.ts'
import type { ConfigLine } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'

/** Both peers' configurations, line beside line; null where they run different platforms, which nothing can compare. */
export function compareSwitches(net: Network, a: SwitchDevice, b: SwitchDevice): readonly CompareRow[] | null {
  if (a.vendor !== b.vendor) return null
  const { render } = EXPORTERS[a.vendor]
  const own = new Set([...singleHomed(net, a), ...singleHomed(net, b)])
  const isOwn = ({ from }: ConfigLine): boolean => from !== null && own.has(from)
  return comparePeers(render(net, a.id).lines, render(net, b.id).lines, isOwn)
}

/** Bonds of one switch that its pair has no part in, with their cables. */
function singleHomed(net: Network, { id }: SwitchDevice): readonly string[] {
  return need(net.lagsOf, id)
    .filter(({ role }) => role !== 'mlag' && role !== 'peer-link')
    .flatMap(({ bond }) => [bond.id, ...bond.members])
}
