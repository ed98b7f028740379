import { networkOf, type Network } from '../core/model/network.ts'
import { useDocument } from './documentStore.ts'

/** The look-ups of the drawn topology; the same object until the topology changes. */
export function useNetwork(): Network {
  return networkOf(useDocument((state) => state.design.topology))
}

/** The look-ups of the present topology, outside of components. */
export function presentNetwork(): Network {
  return networkOf(useDocument.getState().design.topology)
}
