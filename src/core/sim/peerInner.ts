import type { ComparedView, PeerInner } from '../model/peerView.ts'
import { ownSystemId } from '../protocol/mlag/identity.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import type { PeerState } from '../protocol/mlag/peerState.ts'
import type { PeerTimer } from '../protocol/mlag/peerTimers.ts'
import { told } from '../protocol/mlag/consistency.ts'

/** What a peer's own commands print of it. Engine time `zero` is reported time zero. */
export function peerInner(peer: PeerState, zero: number): PeerInner {
  const { keepaliveHeardAt, configuredRole, parameters, peerParameters } = peer
  return {
    adjacent: peer.adjacent,
    configuredRole: configuredRole === 'none' ? null : configuredRole,
    systemId: peer.ownSystem ? ownSystemId(peer) : peer.systemId,
    members: peer.members?.suspension ?? null,
    orphans: peer.orphans?.suspension ?? null,
    keepaliveSince: peer.keepaliveSince - zero,
    keepaliveHeardAt: keepaliveHeardAt === null ? null : keepaliveHeardAt - zero,
    counts: { ...peer.counts },
    timers: WAITS.flatMap((timer) => {
      const at = peer.timers[timer]
      return at === null ? [] : [{ timer, endsAt: at - zero }]
    }),
    peerLegs: [...peer.peerLegs].map(([channel, up]) => ({ channel, up })),
    compared: sideBySide(told(parameters), peerParameters),
  }
}

function sideBySide(own: readonly Parameter[], peer: readonly Parameter[]): readonly ComparedView[] {
  const theirs = new Map(peer.map((parameter) => [keyOf(parameter), parameter.value]))
  const mine = new Set(own.map(keyOf))
  return [
    ...own.map((p) => ({
      scope: p.scope,
      name: p.name,
      type: p.type,
      own: p.value,
      peer: theirs.get(keyOf(p)) ?? null,
    })),
    ...peer
      .filter((p) => !mine.has(keyOf(p)))
      .map((p) => ({ scope: p.scope, name: p.name, type: p.type, own: null, peer: p.value })),
  ]
}

function keyOf({ scope, name }: Parameter): string {
  return `${scope} ${name}`
}

/** What is waited for; what is sent regularly is left out. */
const WAITS: readonly PeerTimer[] = [
  'keepalive-hold',
  'keepalive-window',
  'keepalive-back',
  'peer-link-down',
  'peer-link-start',
  'split-system',
  'suspend-delay',
  'identity-bounce',
  'member-restore',
  'member-stagger',
  'gateway-restore',
  'orphan-restore',
  'solo-start',
  'dual-primary-detection',
  'consistency',
]
