import { atOnce, BOTH, keepaliveCables, noKeepalive, onLink, type Failure } from './failure.ts'

export const keepaliveDown: Failure = {
  id: 'keepalive-down',
  label: 'Keepalive down',
  targetKind: 'domain',
  story: 'Every keepalive cable at both peers is cut; the peer-link stays.',
  options: [],
  impair: (plan, target) => {
    const cables = keepaliveCables(plan, target)
    return cables.length === 0 ? noKeepalive(target) : atOnce(cables.map((link) => onLink(link, { dark: BOTH })))
  },
}

export const keepalivePathDown: Failure = {
  id: 'keepalive-path-down',
  label: 'One keepalive path down',
  targetKind: 'domain',
  story: 'The first cable of the first keepalive path is cut; another path, where there is one, carries on.',
  options: [],
  impair: (plan, target) => {
    const [first] = keepaliveCables(plan, target)
    return first === undefined ? noKeepalive(target) : atOnce([onLink(first, { dark: BOTH })])
  },
}
