import type { Simulator } from './state.ts'
import { tellPeer } from './tellPeer.ts'
import { record } from './trace.ts'

/** Static routes over uplinks follow their carrier: counts those that are up. Returns whether the number changed. */
export function runUplinks(sim: Simulator, index: number): boolean {
  const plan = sim.plan.devices[index]
  const runtime = sim.devices[index]
  if (!plan || plan.uplinks.length === 0 || !runtime?.power) return false
  const up = plan.uplinks.filter((port) => sim.ports[port]?.carrier === true).length
  const before = runtime.uplinksUp
  if (up === before) return false
  runtime.uplinksUp = up
  const domain = sim.plan.domains[plan.domain]
  const instead =
    domain?.configs[0].rules.switches['backup-route'] === true ? 'routes over the peer-link' : 'no way out'
  const what = plan.kind === 'router' ? 'routes over' : 'routes upstream over'
  const text =
    up === 0 ? `no uplink is up${domain ? `, ${instead}` : ''}` : `${what} ${up} of ${plan.uplinks.length} uplinks`
  record(
    sim,
    'forwarding',
    up === 0 ? 'down' : up < plan.uplinks.length ? 'waiting' : 'forwarding',
    `${plan.name}: ${text}`,
    {
      device: index,
      links: plan.uplinks.map((port) => sim.plan.ports[port]?.link ?? -1),
    },
  )
  if ((up === 0) !== (before === 0 || before === null) || before === null)
    tellPeer(sim, index, { type: 'uplinks', up: up > 0 })
  return true
}

/** Where what a peer routes upstream goes now; null for a device without uplinks. */
export function upstreamOf(sim: Simulator, index: number): 'uplinks' | 'peer-link' | 'nowhere' | null {
  const plan = sim.plan.devices[index]
  const runtime = sim.devices[index]
  if (!plan || plan.uplinks.length === 0) return null
  if (!runtime?.power) return 'nowhere'
  if ((runtime.uplinksUp ?? 0) > 0) return 'uplinks'
  const backup = sim.plan.domains[plan.domain]?.configs[0].rules.switches['backup-route'] === true
  const { bridge } = runtime
  return backup && bridge?.ports[bridge.peerLink]?.up === true ? 'peer-link' : 'nowhere'
}
