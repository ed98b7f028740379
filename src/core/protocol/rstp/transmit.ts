import type { Bpdu, BpduRole, RstBpdu } from './bpdu.ts'
import { isRunning, start } from './timers.ts'
import type { PortRole, RstpBridge, RstpPort } from './types.ts'

/**
 * Port transmit: sends what is new as far as the hold count allows, and a designated port its hello. Returns what is
 * sent, or null. Source: IEEE 802.1D-2004, 17.26 and figure 17-17, as open implementations that cite it report it.
 */
export function transmit(bridge: RstpBridge, port: RstpPort, now: number): Bpdu | null {
  if (!port.enabled || !port.selected || port.updtInfo) return null
  if (!isRunning(port, 'hello', now)) {
    const periodic = port.role === 'designated' || (port.role === 'root' && isRunning(port, 'tc', now))
    port.newInfo ||= periodic
    start(port, 'hello', bridge.config.helloTime, now)
  }
  if (!port.newInfo || port.txCount >= bridge.config.transmitHoldCount) return null
  const bpdu = port.sendRstp ? rst(port, now) : legacy(port, now)
  port.newInfo = false
  if (bpdu === null) return null
  port.tcAck = false
  if (port.txCount === 0) start(port, 'tx', 1, now)
  port.txCount += 1
  port.counters.tx += 1
  start(port, 'hello', bridge.config.helloTime, now)
  return bpdu
}

function rst(port: RstpPort, now: number): RstBpdu {
  return {
    type: 'rst',
    version: 2,
    flags: {
      topologyChange: isRunning(port, 'tc', now),
      proposal: port.proposing,
      role: ROLE_FLAG[port.role],
      learning: port.state !== 'discarding',
      forwarding: port.state === 'forwarding',
      agreement: port.agree,
      topologyChangeAck: false,
    },
    ...vectorFields(port),
  }
}

/** Towards a bridge that speaks 802.1D-1998: Configuration from designated ports, TCN from the root port. */
function legacy(port: RstpPort, now: number): Bpdu | null {
  if (port.role === 'root') return isRunning(port, 'tc', now) ? { type: 'tcn', version: 0 } : null
  if (port.role !== 'designated') return null
  return {
    type: 'config',
    version: 0,
    topologyChange: isRunning(port, 'tc', now),
    topologyChangeAck: port.tcAck,
    ...vectorFields(port),
  }
}

function vectorFields({ designatedVector: vector, designatedTimes: times }: RstpPort) {
  return { root: vector.root, rootPathCost: vector.cost, bridge: vector.bridge, port: vector.port, ...times }
}

const ROLE_FLAG: Readonly<Record<PortRole, BpduRole>> = {
  disabled: 'unknown',
  root: 'root',
  designated: 'designated',
  alternate: 'alternate-backup',
  backup: 'alternate-backup',
}
