import type { Rule } from '../rule.ts'
import { bondSameMode } from './bond/sameMode.ts'
import { domainPeersAlike } from './domain/peersAlike.ts'
import { keepaliveOwnPath } from './keepalive/ownPath.ts'
import { keepalivePresent } from './keepalive/present.ts'
import { peerLinkPresent } from './peerLink/present.ts'
import { peerLinkTwoCables } from './peerLink/twoCables.ts'
import { stpNoLoop } from './stp/noLoop.ts'

/** Every rule, group by group. */
export const RULES: readonly Rule[] = [
  peerLinkPresent,
  peerLinkTwoCables,
  keepalivePresent,
  keepaliveOwnPath,
  domainPeersAlike,
  bondSameMode,
  stpNoLoop,
]
