import { decidedBy, isOn, restsOn } from './basis.ts'
import { holdMembers, releaseMembers, startMemberRestore } from './holds.ts'
import { actsAsPrimary, type PeerEffect, type PeerState } from './peerState.ts'

/** The last uplink of this peer went down, or the first came up: members follow where uplinks are tracked. */
export function onUplinks(state: PeerState, up: boolean, now: number, out: PeerEffect[]): void {
  state.noUplink = !up
  if (!isOn(state, 'uplink-tracking')) return
  state.uplinksLostAt = up ? null : now
  if (!up) {
    if (state.members !== null) return
    const { mlag, held } = state.config.words
    const text = `no uplink left: all its ${mlag} members ${held}`
    out.push({ do: 'event', kind: 'reaction', state: 'suspended', text, restsOn: restsOn(state) })
    holdMembers(state, 'uplinks-lost', now, out)
    return
  }
  if (state.members?.cause !== 'uplinks-lost') return
  switch (decidedBy(state, 'uplinks-back')) {
    case 'members-at-once':
      releaseMembers(state, out)
      return
    case 'members-wait-restore':
      startMemberRestore(state, 'uplinks-lost', now)
  }
}

/** Says that this peer lives and whether it acts, unless it wants to be taken for dead. */
export function sendKeepalive(state: PeerState, out: PeerEffect[]): void {
  const acts = actsAsPrimary(state)
  const wantsOut = acts && state.uplinksLostAt !== null && state.config.quietWithoutUplinks === true
  if (wantsOut) return
  state.counts.keepalivesSent += 1
  out.push({ do: 'send-keepalive', acts, noUplink: state.noUplink })
}
