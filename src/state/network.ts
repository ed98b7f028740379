import { networkOf, type Network } from '../core/model/network.ts'
import type { Topology } from '../core/model/topology.ts'
import { useDocument } from './documentStore.ts'

/** The look-ups of the drawn topology; the same object until the topology changes. */
export function useNetwork(): Network {
  return networkFor(useDocument((state) => state.design.topology))
}

/** The look-ups of the present topology, outside of components. */
export function presentNetwork(): Network {
  return networkFor(useDocument.getState().design.topology)
}

function networkFor(topology: Topology): Network {
  const known = networks.get(topology)
  if (known !== undefined) return known
  const network = networkOf(topology)
  networks.set(topology, network)
  return network
}

const networks = new WeakMap<Topology, Network>()
