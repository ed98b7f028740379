import { atOnce, BOTH, noPeerLink, onLink, peerLinkCables, type Failure } from './failure.ts'

export const peerLinkDown: Failure = {
  id: 'peer-link-down',
  label: 'Peer-link down',
  targetKind: 'domain',
  story: 'Every cable of the peer-link is cut at once.',
  options: [],
  impair: (plan, target) => {
    const cables = peerLinkCables(plan, target)
    return cables.length === 0 ? noPeerLink(target) : atOnce(cables.map((link) => onLink(link, { dark: BOTH })))
  },
}

export const peerLinkMemberDown: Failure = {
  id: 'peer-link-member-down',
  label: 'One peer-link cable down',
  targetKind: 'domain',
  story: 'The first cable of the peer-link is cut; the others carry on.',
  options: [],
  impair: (plan, target) => {
    const [first] = peerLinkCables(plan, target)
    return first === undefined ? noPeerLink(target) : atOnce([onLink(first, { dark: BOTH })])
  },
}

export const peerLinkSilent: Failure = {
  id: 'peer-link-silent',
  label: 'Peer-link silent',
  targetKind: 'domain',
  story: 'The peer-link stays lit but every frame on it vanishes.',
  options: [],
  impair: (plan, target) => {
    const cables = peerLinkCables(plan, target)
    return cables.length === 0 ? noPeerLink(target) : atOnce(cables.map((link) => onLink(link, { silent: BOTH })))
  },
}
