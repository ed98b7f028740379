import type { Choices } from '../../model/profileKeys.ts'
import type { Hello, PeerRole } from './messages.ts'
import type { PeerState } from './peerState.ts'

type Candidate = Pick<Hello, 'sticky' | 'role' | 'priority' | 'mac'>

/**
 * Role of this peer once an adjacency forms. Without preemption a peer that alone acts as primary keeps the role;
 * otherwise the sticky bit where the platform has one, then the lower priority, then the lower address.
 * Sources: Cisco, "Understand vPC election process" (document 212589); Arista EOS `show mlag detail` captures,
 * in which the lower address was primary at equal priority.
 */
export function elect(state: PeerState, peer: Candidate): PeerRole {
  const self: Candidate = {
    sticky: state.sticky,
    role: state.role,
    priority: state.config.priority,
    mac: state.config.mac,
  }
  const { election } = state.config.rules.choices
  if (ELECTS_ANEW.includes(election)) return configuredRole(self, peer)
  if (self.role === 'primary' && peer.role !== 'primary') return 'primary'
  if (peer.role === 'primary' && self.role !== 'primary') return 'secondary'
  if (election === 'sticky-then-priority' && self.sticky !== peer.sticky) return self.sticky ? 'primary' : 'secondary'
  return configuredRole(self, peer)
}

/** Nobody keeps a role. A session address stands in for the priority where it decides. */
const ELECTS_ANEW: readonly Choices['election'][] = [
  'priority-preempt',
  'higher-priority-preempt',
  'lower-address',
  'lower-address-reversed',
]

/** What priorities and addresses alone say. The lower number wins; where the higher priority does, it comes negated. */
export function configuredRole(
  self: Pick<Candidate, 'priority' | 'mac'>,
  peer: Pick<Candidate, 'priority' | 'mac'>,
): 'primary' | 'secondary' {
  if (self.priority !== peer.priority) return self.priority < peer.priority ? 'primary' : 'secondary'
  return self.mac < peer.mac ? 'primary' : 'secondary'
}

/** The role as the platform prints it. */
export function roleText(state: PeerState): string {
  if (state.role === 'none') return 'electing'
  const { configuredRole: configured, role } = state
  const both = state.config.rules.choices['role-words'] === 'configured-and-operational'
  if (!both || configured === 'none' || configured === role) return role
  return `${configured}, operational ${role}`
}
