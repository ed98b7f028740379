import type { Suspension } from '../../model/runView.ts'
import { isAssumed, timeUs, type HoldCause, type PeerEffect, type PeerState } from './peerState.ts'

/**
 * Interface VLANs of a peer go down with its members where the platform does so, and come back before them.
 * Source: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs" (delay restore interface-vlan).
 */
export function holdGateways(
  state: PeerState,
  cause: HoldCause,
  suspension: Suspension,
  now: number,
  out: PeerEffect[],
): void {
  if (state.gateways !== null || !takesGateways(state, cause)) return
  state.gateways = { cause, since: now, suspension }
  out.push({ do: 'hold-gateways', hold: suspension, assumed: isAssumed(state, 'gateway-hold') })
}

export function startGatewayRestore(state: PeerState, now: number): void {
  if (state.gateways !== null) state.timers['gateway-restore'] = now + timeUs(state, 'gateway-restore-ms')
}

export function releaseDueGateways(state: PeerState, out: PeerEffect[]): void {
  if (state.adjacent && state.timers['gateway-restore'] === null) releaseGateways(state, out)
}

export function releaseGateways(state: PeerState, out: PeerEffect[]): void {
  if (state.gateways === null) return
  state.gateways = null
  state.timers['gateway-restore'] = null
  out.push({ do: 'hold-gateways', hold: null, assumed: isAssumed(state, 'gateway-restore-ms') })
}

function takesGateways(state: PeerState, cause: HoldCause): boolean {
  switch (cause) {
    case 'boot':
      return state.config.rules.numbers['gateway-restore-ms'] !== null
    case 'peer-link-lost':
    case 'dual-primary':
      return state.config.rules.choices['gateway-hold'] === 'with-members'
    case 'demoted':
    case 'identity':
    case 'uplinks-lost':
    case 'agent-lost':
      return false
  }
}
