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

/** Two pairs, one above the other, joined by a single bond. */
export const backToBack: Template = {
  id: 'back-to-back',
  title: 'Back to back',
  description: 'A leaf pair below a spine pair: every leaf to every spine, and all four cables are one MLAG bond',
  build,
  endState: {
    domains: [
      { domain: toId('domain-spines'), status: 'active-active' },
      { domain: toId('domain-leafs'), status: 'active-active' },
    ],
    lags: [
      { device: toId('spine-1'), bond: toId('bond-spine-peer-link'), distributing: 2 },
      { device: toId('spine-2'), bond: toId('bond-spine-peer-link'), distributing: 2 },
      { device: toId('leaf-a'), bond: toId('bond-leaf-peer-link'), distributing: 2 },
      { device: toId('leaf-b'), bond: toId('bond-leaf-peer-link'), distributing: 2 },
      { device: toId('spine-1'), bond: toId('bond-pairs'), distributing: 2 },
      { device: toId('spine-2'), bond: toId('bond-pairs'), distributing: 2 },
      { device: toId('leaf-a'), bond: toId('bond-pairs'), distributing: 2 },
      { device: toId('leaf-b'), bond: toId('bond-pairs'), distributing: 2 },
      { device: toId('leaf-a'), bond: toId('bond-srv-1'), distributing: 1 },
      { device: toId('leaf-b'), bond: toId('bond-srv-1'), distributing: 1 },
      { device: toId('srv-1'), bond: toId('bond-srv-1'), distributing: 2 },
      { device: toId('spine-1'), bond: toId('bond-core-1'), distributing: 1 },
      { device: toId('spine-2'), bond: toId('bond-core-1'), distributing: 1 },
      { device: toId('core-1'), bond: toId('bond-core-1'), distributing: 2 },
    ],
  },
}

function build() {
  const s1 = leaf('spine-1', '01')
  const s2 = leaf('spine-2', '02')
  const a = leaf('leaf-a', '0a')
  const b = leaf('leaf-b', '0b')
  const mgmt = managementSwitch('mgmt-1')
  const srv1 = server('srv-1', 11)
  const core1 = server('core-1', 31)
  const orphanA = server('orphan-a', 21)
  const orphanB = server('orphan-b', 22)

  const spinePeerCables = [53, 54].map((index) => switchCable(front(s1, index), front(s2, index)))
  const leafPeerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index)))
  const between = [
    switchCable(front(s1, 1), front(a, 49)),
    switchCable(front(s1, 2), front(b, 49)),
    switchCable(front(s2, 1), front(a, 50)),
    switchCable(front(s2, 2), front(b, 50)),
  ]
  const srvLegs = [serverCable(front(a, 1), nic(srv1, 1)), serverCable(front(b, 1), nic(srv1, 2))]
  const coreLegs = [serverCable(front(s1, 3), nic(core1, 1)), serverCable(front(s2, 3), nic(core1, 2))]
  const others = [
    serverCable(front(a, 2), nic(orphanA, 1)),
    serverCable(front(b, 2), nic(orphanB, 1)),
    keepaliveCable(management(s1), managementPort(mgmt, 1)),
    keepaliveCable(management(s2), managementPort(mgmt, 2)),
    // The leafs have no management switch: their keepalive is one direct cable.
    keepaliveCable(management(a), management(b)),
  ]

  const spines = toId<'domain'>('domain-spines')
  const leafs = toId<'domain'>('domain-leafs')
  const spinePeerLink = switchBond('spine-peer-link', spinePeerCables, [
    end({ device: s1.id }, 10, 'slow'),
    end({ device: s2.id }, 10, 'slow'),
  ])
  const leafPeerLink = switchBond('leaf-peer-link', leafPeerCables, [
    end({ device: a.id }, 10, 'slow'),
    end({ device: b.id }, 10, 'slow'),
  ])
  return designOf({
    title: 'Back to back',
    devices: [
      [s1, { x: 160, y: 192 }],
      [s2, { x: 552, y: 192 }],
      [a, { x: 160, y: 560 }],
      [b, { x: 552, y: 560 }],
      [mgmt, { x: 412, y: 56 }],
      [core1, { x: 880, y: 400 }],
      [srv1, { x: 408, y: 832 }],
      [orphanA, { x: 160, y: 832 }],
      [orphanB, { x: 656, y: 832 }],
    ],
    cables: [...spinePeerCables, ...leafPeerCables, ...between, ...srvLegs, ...coreLegs, ...others],
    bonds: [
      spinePeerLink,
      leafPeerLink,
      switchBond('pairs', between, [end({ domain: spines }, 20, 'fast'), end({ domain: leafs }, 20, 'fast')]),
      serverBond('srv-1', srvLegs, [end({ domain: leafs }, 11, 'fast'), end({ device: srv1.id }, 0, 'fast')]),
      serverBond('core-1', coreLegs, [end({ domain: spines }, 31, 'fast'), end({ device: core1.id }, 0, 'fast')]),
    ],
    domains: [
      pair({
        id: spines,
        name: 'spines',
        number: 20,
        peers: [s1, s2],
        peerLink: spinePeerLink.id,
        keepalive: { addresses: ['192.168.0.21', '192.168.0.22'], prefixLength: 24, vrf: 'management' },
        peering: ['10.255.255.5', '10.255.255.6'],
      }),
      pair({
        id: leafs,
        name: 'leafs',
        number: 10,
        peers: [a, b],
        peerLink: leafPeerLink.id,
        keepalive: { addresses: ['10.99.0.1', '10.99.0.2'], prefixLength: 30, vrf: 'management' },
        peering: ['10.255.255.1', '10.255.255.2'],
      }),
    ],
    // The ports make the flows between srv-1 and core-1 use each of the four cables between the pairs.
    flows: [
      flow(srv1, core1, 40_002),
      flow(srv1, core1, 40_004),
      flow(srv1, core1, 40_005),
      flow(core1, orphanA, 40_001),
      flow(core1, orphanB, 40_001),
      flow(srv1, orphanA, 40_002),
      flow(srv1, orphanB, 40_002),
    ],
  })
}
