import type { Target } from '../../model/targets.ts'
import type { Plan } from '../plan.ts'
import type { Impairment } from '../course.ts'
import { BOTH, keepaliveCables, noKeepalive, noPeerLink, numberOf, onLink, peerLinkCables } from './failure.ts'
import type { Failure, ImpairResult, NumberOption } from './failure.ts'

const GAP: NumberOption = { key: 'gap', label: 'Between the two', min: 0, max: 3600, unit: 'seconds', standard: '20' }

export const peerLinkThenKeepalive: Failure = {
  id: 'peer-link-then-keepalive',
  label: 'Peer-link, then keepalive down',
  targetKind: 'domain',
  story: 'The peer-link is cut while the keepalive lives; after the gap the keepalive dies as well.',
  options: [GAP],
  impair: (plan, target, options) => inTurn(plan, target, numberOf(peerLinkThenKeepalive, options, 'gap'), 'peer-link'),
}

export const keepaliveThenPeerLink: Failure = {
  id: 'keepalive-then-peer-link',
  label: 'Keepalive, then peer-link down',
  targetKind: 'domain',
  story:
    'The keepalive dies unnoticed; after the gap the peer-link is cut and nobody can tell whether the other lives.',
  options: [GAP],
  impair: (plan, target, options) => inTurn(plan, target, numberOf(keepaliveThenPeerLink, options, 'gap'), 'keepalive'),
}

function inTurn(plan: Plan, target: Target, gapS: number, first: 'peer-link' | 'keepalive'): ImpairResult {
  const cut = (links: readonly number[]): readonly Impairment[] => links.map((link) => onLink(link, { dark: BOTH }))
  const peerLink = cut(peerLinkCables(plan, target))
  const keepalive = cut(keepaliveCables(plan, target))
  if (peerLink.length === 0) return noPeerLink(target)
  if (keepalive.length === 0) return noKeepalive(target)
  return {
    ok: true,
    course: {
      phases: [
        { afterUs: 0, impairments: first === 'peer-link' ? peerLink : keepalive },
        { afterUs: Math.round(gapS * 1_000_000), impairments: [...peerLink, ...keepalive] },
      ],
      repeatUs: null,
      endsAfterUs: null,
    },
  }
}
