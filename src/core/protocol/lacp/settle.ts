import { actorChurn, partnerChurn } from './churn.ts'
import { mux } from './mux.ts'
import { periodic } from './periodic.ts'
import { select } from './selection.ts'
import { markDirty, portsOf, put } from './store.ts'
import type { LacpPort, LacpSystem } from './types.ts'

/** Runs selection and the machines of all ports of a lag, round after round, until a round changes nothing. */
export function settleLag(system: LacpSystem, lagId: string, now: number): void {
  const lag = system.lags.get(lagId)
  if (lag === undefined) throw new Error(`Unknown lag ${lagId}`)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = portsOf(system, lagId)
    const selected = select(lag, before).map((port) => mux(port, 'check', now))
    const after = selected.map((port) => runPort(isReady(port, selected) ? mux(port, 'ready', now) : port, now))
    let changed = false
    for (const [index, port] of after.entries()) {
      const old = before[index]
      if (old === undefined || old === port) continue
      markDirty(system, old)
      put(system, old, port)
      changed = true
    }
    if (!changed) return
  }
  throw new Error(`The LACP machines of lag ${lagId} do not come to rest`)
}

/** Mux, periodic and churn of one port on variables as they are. */
export function runPort(port: LacpPort, now: number): LacpPort {
  const muxed = mux(port, 'check', now)
  const timed = periodic(muxed, 'check', now)
  return partnerChurn(actorChurn(timed, 'check', now), 'check', now)
}

/** Ready of the aggregator: all ports selected for it that still wait have waited long enough. */
function isReady(port: LacpPort, ports: readonly LacpPort[]): boolean {
  return (
    isWaiting(port) && ports.every((other) => !isWaiting(other) || other.readyN || other.aggregator !== port.aggregator)
  )
}

function isWaiting(port: LacpPort): boolean {
  return port.mux === 'waiting' && port.selected === 'selected'
}

// Each round moves at least one machine on; a lag that outgrows this has a table that runs in circles.
const MAX_ROUNDS = 100
