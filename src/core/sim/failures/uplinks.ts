import { atOnce, BOTH, deviceIndexOf, linkIndexOf, onLink, type Failure } from './failure.ts'

export const uplinkDown: Failure = {
  id: 'uplink-down',
  label: 'Uplink down',
  targetKind: 'link',
  story: 'A routed uplink goes down: its static routes go with it, at both ends.',
  options: [],
  impair: (plan, target) => {
    const link = linkIndexOf(plan, target)
    return plan.links[link]?.use === 'uplink'
      ? atOnce([onLink(link, { dark: BOTH })])
      : { ok: false, message: 'That cable is no uplink.' }
  },
}

export const uplinksLost: Failure = {
  id: 'uplinks-lost',
  label: 'All uplinks down',
  targetKind: 'device',
  story: 'Every uplink of the switch goes down at once; its hosts and the peer-link stay up.',
  options: [],
  impair: (plan, target) => {
    const device = plan.devices[deviceIndexOf(plan, target)]
    const links = (device?.uplinks ?? []).map((port) => plan.ports[port]?.link ?? -1)
    return links.length === 0
      ? { ok: false, message: `${device?.name ?? 'This'} has no uplink that could fail.` }
      : atOnce(links.map((link) => onLink(link, { dark: BOTH })))
  },
}
