import { toId } from '../model/ids.ts'
import {
  designOf,
  end,
  flow,
  front,
  keepaliveCable,
  leaf,
  management,
  managementPort,
  managementSwitch,
  nic,
  pair,
  server,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
} from './parts.ts'
import type { Template } from './template.ts'

/** The example that the page opens with. */
export const basicPair: Template = {
  id: 'basic-pair',
  title: 'Leaf pair',
  description: 'Two leafs as one MLAG pair, two bonded servers and a single-homed one on each leaf',
  build,
  endState: {
    domains: [{ domain: toId('domain-leafs'), status: 'active-active' }],
    lags: [
      { device: toId('leaf-a'), bond: toId('bond-peer-link'), distributing: 2 },
      { device: toId('leaf-b'), bond: toId('bond-peer-link'), distributing: 2 },
      { device: toId('leaf-a'), bond: toId('bond-srv-1'), distributing: 1 },
      { device: toId('leaf-b'), bond: toId('bond-srv-1'), distributing: 1 },
      { device: toId('srv-1'), bond: toId('bond-srv-1'), distributing: 2 },
      { device: toId('leaf-a'), bond: toId('bond-srv-2'), distributing: 1 },
      { device: toId('leaf-b'), bond: toId('bond-srv-2'), distributing: 1 },
      { device: toId('srv-2'), bond: toId('bond-srv-2'), distributing: 2 },
    ],
  },
}

function build() {
  const a = leaf('leaf-a', '0a')
  const b = leaf('leaf-b', '0b')
  const mgmt = managementSwitch('mgmt-1')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const orphanA = server('orphan-a', 21)
  const orphanB = server('orphan-b', 22)

  const peerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index)))
  const legs1 = [serverCable(front(a, 1), nic(srv1, 1)), serverCable(front(b, 1), nic(srv1, 2))]
  const legs2 = [serverCable(front(a, 2), nic(srv2, 1)), serverCable(front(b, 2), nic(srv2, 2))]
  const others = [
    serverCable(front(a, 3), nic(orphanA, 1)),
    serverCable(front(b, 3), nic(orphanB, 1)),
    keepaliveCable(management(a), managementPort(mgmt, 1)),
    keepaliveCable(management(b), managementPort(mgmt, 2)),
  ]

  const id = toId<'domain'>('domain-leafs')
  const peerLink = switchBond('peer-link', peerCables, [
    end({ device: a.id }, 10, 'slow'),
    end({ device: b.id }, 10, 'slow'),
  ])
  return designOf({
    title: 'Leaf pair',
    devices: [
      [a, { x: 160, y: 192 }],
      [b, { x: 552, y: 192 }],
      [mgmt, { x: 412, y: 56 }],
      [srv1, { x: 264, y: 480 }],
      [srv2, { x: 552, y: 480 }],
      [orphanA, { x: 64, y: 480 }],
      [orphanB, { x: 752, y: 480 }],
    ],
    cables: [...peerCables, ...legs1, ...legs2, ...others],
    bonds: [
      peerLink,
      serverBond('srv-1', legs1, [end({ domain: id }, 11, 'fast'), end({ device: srv1.id }, 0, 'fast')]),
      serverBond('srv-2', legs2, [end({ domain: id }, 12, 'slow'), end({ device: srv2.id }, 0, 'slow')]),
    ],
    domains: [
      pair({
        id,
        name: 'leafs',
        number: 10,
        peers: [a, b],
        peerLink: peerLink.id,
        keepalive: { addresses: ['192.168.0.11', '192.168.0.12'], prefixLength: 24, vrf: 'management' },
        peering: ['10.255.255.1', '10.255.255.2'],
      }),
    ],
    // The ports make one flow between the servers take leaf-a both ways and the other leaf-b, and let each server
    // reach one orphan over the leaf it hangs on and the other over the peer-link.
    flows: [
      flow(srv1, srv2, 40_001),
      flow(srv1, srv2, 40_002),
      flow(srv1, orphanA, 40_002),
      flow(srv1, orphanB, 40_002),
      flow(srv2, orphanA, 40_002),
      flow(srv2, orphanB, 40_002),
      flow(orphanA, orphanB, 40_001),
    ],
  })
}
