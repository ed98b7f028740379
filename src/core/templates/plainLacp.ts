import { toId } from '../model/ids.ts'
import { designOf, end, flow, front, leaf, nic, server, serverBond, serverCable } from './parts.ts'
import type { Template } from './template.ts'

/** Link aggregation without MLAG: what one switch gives. */
export const plainLacp: Template = {
  id: 'plain-lacp',
  title: 'One switch',
  description: 'Two servers, each with an LACP bond of two cables to the same switch',
  build,
  endState: {
    domains: [],
    lags: [
      { device: toId('sw-1'), bond: toId('bond-srv-1'), distributing: 2 },
      { device: toId('srv-1'), bond: toId('bond-srv-1'), distributing: 2 },
      { device: toId('sw-1'), bond: toId('bond-srv-2'), distributing: 2 },
      { device: toId('srv-2'), bond: toId('bond-srv-2'), distributing: 2 },
    ],
  },
}

function build() {
  const sw = leaf('sw-1', '01')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const legs1 = [1, 2].map((index) => serverCable(front(sw, index), nic(srv1, index)))
  const legs2 = [1, 2].map((index) => serverCable(front(sw, index + 2), nic(srv2, index)))
  return designOf({
    title: 'One switch',
    devices: [
      [sw, { x: 256, y: 128 }],
      [srv1, { x: 160, y: 400 }],
      [srv2, { x: 456, y: 400 }],
    ],
    cables: [...legs1, ...legs2],
    bonds: [
      serverBond('srv-1', legs1, [end({ device: sw.id }, 11, 'fast'), end({ device: srv1.id }, 0, 'fast')]),
      serverBond('srv-2', legs2, [end({ device: sw.id }, 12, 'slow'), end({ device: srv2.id }, 0, 'slow')]),
    ],
    domains: [],
    flows: [flow(srv1, srv2, 40_001), flow(srv1, srv2, 40_002)],
  })
}
