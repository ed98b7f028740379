import { addTo } from '../protocol/lacp/bag.ts'
import type { Simulator } from './state.ts'

/**
 * A boot loader's waits for an answer add up to a minute: 4, 8, 16 and 32 s.
 * Source: Intel, Preboot Execution Environment (PXE) Specification 2.1, DHCP discover time-outs of the client.
 */
const GIVES_UP_US = 60_000_000

/**
 * Of the cables of a server that has no bonding yet, the one its boot loader uses: the first with light when it begins
 * to ask. It stays with it while there is light and somebody answers.
 */
export function loaderPorts(sim: Simulator, lag: number, lit: readonly number[]): readonly number[] {
  const state = sim.lags[lag]
  if (!state) return []
  const { loader } = state
  const stays = loader !== null && (loader.answered || loader.asksSince !== null)
  const port = lit.find((one) => stays && one === loader.port) ?? lit[0]
  if (port !== loader?.port) state.loader = port === undefined ? null : { port, asksSince: null, answered: false }
  return port === undefined ? [] : [port]
}

/** It sends: when nobody answered for long enough, it goes on to its next cable with light. */
export function loaderSends(sim: Simulator, device: number): void {
  for (const lag of sim.plan.devices[device]?.lags ?? []) {
    const loader = sim.lags[lag]?.loader
    if (!loader) continue
    loader.asksSince ??= sim.now
    if (sim.now - loader.asksSince < GIVES_UP_US) continue
    const ports = sim.plan.lags[lag]?.ports ?? []
    const at = ports.indexOf(loader.port)
    const next = [...ports.slice(at + 1), ...ports.slice(0, at)].find((port) => sim.ports[port]?.carrier)
    Object.assign(loader, { port: next ?? loader.port, asksSince: sim.now, answered: false })
    addTo(sim.dirty, device)
  }
}

/** Something for the server came in. */
export function loaderHears(sim: Simulator, port: number): void {
  const loader = sim.lags[sim.plan.ports[port]?.lag ?? -1]?.loader
  if (loader) Object.assign(loader, { asksSince: null, answered: true })
}
