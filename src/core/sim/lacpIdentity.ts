import type { LacpIdentity } from '../model/protocolView.ts'
import { hostLacpKey } from '../protocol/host/bonding.ts'
import { BIT } from '../protocol/lacp/types.ts'
import type { Choices } from '../model/profileKeys.ts'
import { memberKey, memberPortNumber } from '../protocol/mlag/identity.ts'
import type { PeerEffect } from '../protocol/mlag/peerState.ts'
import { drifted } from './drifted.ts'
import type { PlanDevice, PlanLag } from './plan.ts'
import type { Simulator } from './state.ts'

/** What a port announces at power-on. Members of a pair get the pair's identity once the peers agreed on it. */
export function lacpIdentityOf(sim: Simulator, device: PlanDevice, lag: PlanLag, port: number): LacpIdentity {
  const isHost = device.kind === 'host'
  return {
    systemPriority: device.lacpSystemPriority,
    system: device.mac,
    key: isHost ? hostLacpKey(speedOf(sim, port)) : bySpeed(sim, lag, port, lag.channel),
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
  const changed = drifted(sim, device.index, 'mlag-id', lag.channel)
  return {
    systemPriority: Number(drifted(sim, device.index, 'system-priority') ?? effect.systemPriority),
    system: drifted(sim, device.index, 'system-id') ?? effect.systemId,
    key: keyOfMember(
      sim,
      choices['member-key'],
      changed === undefined ? lag : { ...lag, channel: Number(changed) },
      port,
    ),
    port: memberPortNumber(choices['member-port-number'], sim.plan.ports[port]?.position ?? 0, effect.offset),
  }
}

/** A Linux key has the speed in it already. */
function keyOfMember(sim: Simulator, rule: Choices['member-key'], lag: PlanLag, port: number): number {
  const key = memberKey(rule, lag.channel, hostLacpKey(speedOf(sim, port)))
  return rule === 'kernel' ? key : bySpeed(sim, lag, port, key)
}

/**
 * Links of different speed do not aggregate, which is what keys are for: a port that is not as fast as the first one of
 * its port-channel has another key. Which one no document says; here it differs in the upper four bits.
 * Source: IEEE 802.1AX-2014, 6.3.5 (capability identification); H3C Comware Layer 2 Configuration Guide, operational
 * keys (speed is part of them); Cisco NX-OS, EOS and others refuse a member of another speed.
 */
function bySpeed(sim: Simulator, lag: PlanLag, port: number, key: number): number {
  const speeds = [...new Set(lag.ports.map((member) => speedOf(sim, member)))]
  return (key + speeds.indexOf(speedOf(sim, port)) * 0x1000) & 0xffff
}

export function speedOf(sim: Simulator, port: number): number {
  const link = sim.plan.ports[port]?.link
  return link === undefined ? 1 : (sim.plan.topology.links[link]?.speedGbps ?? 1)
}
