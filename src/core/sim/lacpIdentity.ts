import type { LacpIdentity } from '../model/protocolView.ts'
import { hostLacpKey } from '../protocol/host/bonding.ts'
import { BIT } from '../protocol/lacp/types.ts'
import { memberKey, memberPortNumber } from '../protocol/mlag/identity.ts'
import type { PeerEffect } from '../protocol/mlag/peerState.ts'
import type { PlanDevice, PlanLag } from './plan.ts'
import type { Simulator } from './state.ts'

/** What a port announces at power-on. Members of a pair get the pair's identity once the peers agreed on it. */
export function lacpIdentityOf(sim: Simulator, device: PlanDevice, lag: PlanLag, port: number): LacpIdentity {
  const isHost = device.kind === 'host'
  return {
    systemPriority: device.lacpSystemPriority,
    system: device.mac,
    key: isHost ? hostLacpKey(speedOf(sim, port)) : lag.channel,
    portPriority: lag.fallback?.portPriority ?? device.lacpPortPriority,
    port: sim.plan.ports[port]?.position ?? 0,
    state:
      (lag.end.mode === 'active' ? BIT.activity : 0) | (lag.end.rate === 'fast' ? BIT.timeout : 0) | BIT.aggregation,
  }
}

/** What a member port of a pair announces: one system and key from both peers, disjoint port numbers. */
export function pairIdentityOf(
  sim: Simulator,
  device: PlanDevice,
  lag: PlanLag,
  port: number,
  effect: PeerEffect & { readonly do: 'identity' },
): Partial<LacpIdentity> {
  const choices = sim.plan.domains[device.domain]?.configs[0].rules.choices
  if (choices === undefined) return {}
  return {
    systemPriority: effect.systemPriority,
    system: effect.systemId,
    key: memberKey(choices['member-key'], lag.channel, hostLacpKey(speedOf(sim, port))),
    port: memberPortNumber(choices['member-port-number'], sim.plan.ports[port]?.position ?? 0, effect.offset),
  }
}

function speedOf(sim: Simulator, port: number): number {
  const link = sim.plan.ports[port]?.link
  return link === undefined ? 1 : (sim.plan.topology.links[link]?.speedGbps ?? 1)
}
