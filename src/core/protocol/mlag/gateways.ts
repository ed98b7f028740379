import type { Suspension } from '../../model/runView.ts'
import { basisOf, restsOn, startDelay, stopTimer } from './basis.ts'
import type { HoldCause, PeerEffect, PeerState } from './peerState.ts'

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
  const rests = cause === 'boot' ? restsOn(state) : restsOn(state, 'gateway-hold')
  out.push({ do: 'hold-gateways', hold: suspension, restsOn: rests })
}

export function startGatewayRestore(state: PeerState, now: number): void {
  if (state.gateways !== null) startDelay(state, 'gateway-restore', now, 'gateway-restore-ms')
}

export function releaseDueGateways(state: PeerState, out: PeerEffect[]): void {
  if (state.adjacent && state.timers['gateway-restore'] === null)
    releaseGateways(state, out, basisOf(state, 'gateway-restore'))
}

export function releaseGateways(state: PeerState, out: PeerEffect[], basis = restsOn(state)): void {
  if (state.gateways === null) return
  state.gateways = null
  stopTimer(state, 'gateway-restore')
  out.push({ do: 'hold-gateways', hold: null, restsOn: basis })
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
