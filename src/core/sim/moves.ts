import { fdbKey, type BridgePort } from '../protocol/bridge/bridge.ts'
import { ifName } from './stpPorts.ts'
import type { Simulator } from './state.ts'
import { record } from './trace.ts'

/** How often a switch says that an address moves. */
const EVERY_US = 1_000_000

/** A frame is about to be learned on a port: counts it when its address was last heard on another one, and tells. */
export function watchMoves(sim: Simulator, index: number, from: BridgePort, address: number, vlan: number): void {
  const device = sim.devices[index]
  const known = device?.bridge?.fdb.get(fdbKey(address, vlan))
  const moves = device?.moves
  if (!moves || !known || known.origin !== 'frame' || known.port === from.index) return
  moves.count += 1
  if (sim.now - moves.toldAt < EVERY_US) return
  moves.toldAt = sim.now
  const ports = sim.plan.devices[index]?.bridgePorts ?? []
  const [before, now] = [ports[known.port], ports[from.index]]
  if (before === undefined || now === undefined) return
  const [here, host] = [index, address].map((device) => sim.plan.devices[device]?.name)
  const where = `from ${ifName(sim, before)} to ${ifName(sim, now)}`
  const text = `${here}: the address of ${host} moves ${where}, ${moves.count} ${moves.count === 1 ? 'move' : 'moves'} so far`
  record(sim, 'state', 'waiting', text, { device: index })
}
