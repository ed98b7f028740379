import { addTo } from '../protocol/lacp/bag.ts'
import { peerInput } from '../protocol/mlag/peer.ts'
import type { PeerInput } from '../protocol/mlag/peerState.ts'
import type { Simulator } from './state.ts'

/** Feeds one input to the peer on a device; what follows is carried out before the instant ends. */
export function tellPeer(sim: Simulator, device: number, input: PeerInput): void {
  const runtime = sim.devices[device]
  if (!runtime?.peer || runtime.health !== 'well' || (!runtime.agent && input.type !== 'restart')) return
  peerInput(runtime.peer, input, sim.now, runtime.peerEffects)
  addTo(sim.dirty, device)
}

/** An address was learned on this switch: the peer hears of it. */
export function learnedHere(sim: Simulator, device: number, address: number, vlan: number, bond: number): void {
  tellPeer(sim, device, { type: 'learned', address, vlan, channel: bond < 0 ? null : bond })
}
