import type { Design } from '../model/design.ts'
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
  type PairParts,
  routerPort,
  server,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
  uplinkCable,
  upstreamRouter,
} from './parts.ts'
import type { Template } from './template.ts'

/** A pair that is the gateway of its servers, with two uplinks from each leaf. */
export const pairWithUplinks: Template = {
  id: 'pair-with-uplinks',
  title: 'Pair with uplinks',
  description: 'Two leafs as the gateway of their servers, each with two uplinks to a router',
  build: () => uplinkDesign('Pair with uplinks', {}),
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

/** The design, with what its domain sets beside peer-gateway. */
export function uplinkDesign(title: string, switches: PairParts['switches']): Design {
  const a = leaf('leaf-a', '0a')
  const b = leaf('leaf-b', '0b')
  const mgmt = managementSwitch('mgmt-1')
  const core = upstreamRouter('core-1')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const orphan = server('orphan-b', 22)

  const peerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index)))
  const uplinks = [49, 50].flatMap((index, at) => [
    uplinkCable(front(a, index), routerPort(core, 1 + at), [`10.254.0.${2 + 8 * at}`, `10.254.0.${1 + 8 * at}`]),
    uplinkCable(front(b, index), routerPort(core, 3 + at), [`10.254.0.${6 + 8 * at}`, `10.254.0.${5 + 8 * at}`]),
  ])
  const legs1 = [serverCable(front(a, 1), nic(srv1, 1)), serverCable(front(b, 1), nic(srv1, 2))]
  const legs2 = [serverCable(front(a, 2), nic(srv2, 1)), serverCable(front(b, 2), nic(srv2, 2))]
  const others = [
    serverCable(front(b, 3), nic(orphan, 1)),
    keepaliveCable(management(a), managementPort(mgmt, 1)),
    keepaliveCable(management(b), managementPort(mgmt, 2)),
  ]

  const id = toId<'domain'>('domain-leafs')
  const peerLink = switchBond('peer-link', peerCables, [
    end({ device: a.id }, 10, 'slow'),
    end({ device: b.id }, 10, 'slow'),
  ])
  const domain = pair({
    id,
    name: 'leafs',
    number: 10,
    peers: [a, b],
    peerLink: peerLink.id,
    keepalive: { addresses: ['192.168.0.11', '192.168.0.12'], prefixLength: 24, vrf: 'management' },
    // Free for use on every platform, unlike the last ones.
    peeringVlan: 3900,
    peering: ['10.255.255.1', '10.255.255.2'],
    gateways: [{ vlan: 10, address: '10.0.10.1', addresses: ['10.0.10.2', '10.0.10.3'], prefixLength: 24 }],
    switches: { 'peer-gateway': true, ...switches },
  })
  return designOf({
    title,
    devices: [
      [core, { x: 392, y: -24 }],
      [a, { x: 160, y: 248 }],
      [b, { x: 552, y: 248 }],
      [mgmt, { x: 412, y: 144 }],
      [srv1, { x: 264, y: 520 }],
      [srv2, { x: 552, y: 520 }],
      [orphan, { x: 752, y: 520 }],
    ],
    cables: [...peerCables, ...uplinks, ...legs1, ...legs2, ...others],
    bonds: [
      peerLink,
      serverBond('srv-1', legs1, [end({ domain: id }, 11, 'fast'), end({ device: srv1.id }, 0, 'fast')]),
      serverBond('srv-2', legs2, [end({ domain: id }, 12, 'fast'), end({ device: srv2.id }, 0, 'fast')]),
    ],
    domains: [domain],
    // The ports make the servers send to both leafs.
    flows: [
      flow(srv1, core, 40_001),
      flow(srv1, core, 40_002),
      flow(srv1, core, 40_003),
      flow(srv1, core, 40_004),
      flow(orphan, core, 40_001),
      flow(srv1, domain, 40_001),
      flow(srv1, srv2, 40_001),
    ],
  })
}
