import type { Bpdu } from '../bpdu.ts'
import { addPort, createBridge, rstpDeadline, rstpInput, rstpSettle, rstpTimers, rstpTransmit } from '../bridge.ts'
import type { BridgeConfig, PortConfig, RstpBridge, RstpEffect, RstpPort } from '../types.ts'

export const SECOND = 1_000_000

export interface Net {
  now: number
  readonly delayUs: number
  readonly bridges: RstpBridge[]
  readonly cables: Cable[]
  readonly inFlight: { readonly at: number; readonly to: End; readonly bpdu: Bpdu; readonly cable: Cable | null }[]
  readonly log: Logged[]
}

export type End = readonly [bridge: number, port: number]

export interface Cable {
  readonly ends: readonly [End, End]
  cut: boolean
  /** Frames from the first or second end vanish. */
  readonly silent: [boolean, boolean]
}

export interface Logged {
  readonly at: number
  readonly bridge: number
  readonly effect: RstpEffect
}

/** Bridges numbered from 1 by priority, none of their ports connected. */
export function netOf(priorities: readonly number[], delayUs = 1000): Net {
  return {
    now: 0,
    delayUs,
    bridges: priorities.map((priority, at) => createBridge(bridgeConfig({ id: { priority, mac: macOf(at + 1) } }))),
    cables: [],
    inFlight: [],
    log: [],
  }
}

export function bridgeConfig(config: Partial<BridgeConfig> = {}): BridgeConfig {
  return {
    id: { priority: 32_768, mac: macOf(1) },
    helloTime: 2,
    forwardDelay: 15,
    maxAge: 20,
    transmitHoldCount: 6,
    wait: 'standard',
    ...config,
  }
}

export function portConfig(number: number, config: Partial<PortConfig> = {}): PortConfig {
  return {
    number,
    priority: 128,
    cost: 2000,
    edge: false,
    autoEdge: false,
    pointToPoint: true,
    guard: 'none',
    ...config,
  }
}

/** Adds a port to both bridges and a cable between them, and lights it. */
export function connect(
  net: Net,
  a: number,
  b: number,
  options: readonly [Partial<PortConfig>, Partial<PortConfig>] = [{}, {}],
): Cable {
  const plug = (at: number, config: Partial<PortConfig>): End => {
    const bridge = bridgeAt(net, at)
    const number = bridge.ports.size + 1
    addPort(bridge, portConfig(number, config))
    return [at, number]
  }
  const cable: Cable = { ends: [plug(a, options[0]), plug(b, options[1])], cut: false, silent: [false, false] }
  net.cables.push(cable)
  for (const end of cable.ends) feed(net, end, { type: 'enabled', enabled: true })
  return cable
}

/** A port with nobody at its other end that speaks. */
export function alone(net: Net, at: number, config: Partial<PortConfig> = {}): End {
  const bridge = bridgeAt(net, at)
  const end: End = [at, bridge.ports.size + 1]
  addPort(bridge, portConfig(end[1], config))
  feed(net, end, { type: 'enabled', enabled: true })
  return end
}

export function cut(net: Net, cable: Cable): void {
  cable.cut = true
  for (const end of cable.ends) feed(net, end, { type: 'enabled', enabled: false })
}

export function heal(net: Net, cable: Cable): void {
  cable.cut = false
  for (const end of cable.ends) feed(net, end, { type: 'enabled', enabled: true })
}

export function feed(net: Net, [at, port]: End, input: Parameters<typeof rstpInput>[2]): void {
  const out: RstpEffect[] = []
  rstpInput(bridgeAt(net, at), port, input, net.now, out)
  finish(net, at, out)
}

/** Runs for so many seconds. */
export function run(net: Net, seconds: number): void {
  const until = net.now + seconds * SECOND
  for (;;) {
    const due = net.bridges.flatMap((bridge) => rstpDeadline(bridge) ?? [])
    const at = Math.min(...due, ...net.inFlight.map((frame) => frame.at))
    if (at > until) break
    net.now = Math.max(net.now, at)
    const arrived = net.inFlight.filter((frame) => frame.at <= net.now)
    for (const frame of arrived) net.inFlight.splice(net.inFlight.indexOf(frame), 1)
    for (const { to, bpdu, cable } of arrived) if (cable?.cut !== true) feed(net, to, { type: 'bpdu', bpdu })
    for (const [index, bridge] of net.bridges.entries()) {
      const out: RstpEffect[] = []
      rstpTimers(bridge, net.now, out)
      finish(net, index, out)
    }
  }
  net.now = until
}

export function portAt(net: Net, [at, port]: End): RstpPort {
  const found = bridgeAt(net, at).ports.get(port)
  if (found === undefined) throw new Error(`No port ${port} on bridge ${at}`)
  return found
}

/** "root forwarding" */
export function standingOf(net: Net, end: End): string {
  const { role, state } = portAt(net, end)
  return `${role} ${state}`
}

export function bridgeAt(net: Net, at: number): RstpBridge {
  const bridge = net.bridges[at]
  if (bridge === undefined) throw new Error(`No bridge ${at}`)
  return bridge
}

export function macOf(number: number): string {
  return `aa:00:00:00:00:${number.toString(16).padStart(2, '0')}`
}

function finish(net: Net, at: number, out: RstpEffect[]): void {
  const bridge = bridgeAt(net, at)
  rstpSettle(bridge, net.now, out)
  rstpTransmit(bridge, net.now, out)
  for (const effect of out) {
    net.log.push({ at: net.now, bridge: at, effect })
    if (effect.do !== 'send') continue
    for (const cable of net.cables) {
      const from = cable.ends.findIndex(([b, port]) => b === at && port === effect.port)
      if (from < 0 || cable.cut || cable.silent[from === 0 ? 0 : 1]) continue
      net.inFlight.push({ at: net.now + net.delayUs, to: cable.ends[from === 0 ? 1 : 0], bpdu: effect.bpdu, cable })
    }
  }
}
