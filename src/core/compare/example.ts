import { toId } from '../model/ids.ts'
import type { Topology } from '../model/topology.ts'
import {
  designOf,
  end,
  flow,
  front,
  keepaliveCable,
  leaf,
  management,
  nic,
  pair,
  server,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
} from '../templates/parts.ts'

/** What the three designs are built from when nobody brings a design: two bonded servers, an access switch with a third. */
export function exampleTopology(): Topology {
  const a = leaf('sw-1', '01')
  const b = leaf('sw-2', '02')
  const access = leaf('access', '03')
  const servers = [server('srv-1', 11), server('srv-2', 12)] as const
  const behind = server('srv-3', 13)
  const peerCables = [53, 54].map((index) => switchCable(front(a, index), front(b, index)))
  const legs = servers.map((host, at) => [a, b].map((sw, leg) => serverCable(front(sw, at + 1), nic(host, leg + 1))))
  const uplinks = [a, b].flatMap((sw, at) =>
    [0, 1].map((n) => switchCable(front(sw, 49 + n), front(access, 49 + 2 * at + n))),
  )
  const id = toId<'domain'>('domain-switches')
  const peerLink = switchBond('peer-link', peerCables, [
    end({ device: a.id }, 10, 'slow'),
    end({ device: b.id }, 10, 'slow'),
  ])
  return designOf({
    title: 'Three designs compared',
    devices: [
      [a, { x: 160, y: 128 }],
      [b, { x: 552, y: 128 }],
      [servers[0], { x: 64, y: 400 }],
      [servers[1], { x: 752, y: 400 }],
      [access, { x: 356, y: 400 }],
      [behind, { x: 408, y: 600 }],
    ],
    cables: [
      ...peerCables,
      ...legs.flat(),
      ...uplinks,
      serverCable(front(access, 1), nic(behind, 1)),
      keepaliveCable(management(a), management(b)),
    ],
    bonds: [
      peerLink,
      ...servers.map((host, at) =>
        serverBond(host.name, legs[at] ?? [], [
          end({ domain: id }, 11 + at, 'fast'),
          end({ device: host.id }, 0, 'fast'),
        ]),
      ),
      switchBond('access', uplinks, [end({ domain: id }, 20, 'fast'), end({ device: access.id }, 20, 'fast')]),
    ],
    domains: [
      pair({
        id,
        name: 'switches',
        number: 10,
        peers: [a, b],
        peerLink: peerLink.id,
        keepalive: { addresses: ['192.168.0.1', '192.168.0.2'], prefixLength: 30, vrf: 'management' },
        peering: ['10.255.255.1', '10.255.255.2'],
      }),
    ],
    // The ports make the two flows between the servers take different legs.
    flows: [
      flow(servers[0], servers[1], 40_001),
      flow(servers[0], servers[1], 40_002),
      flow(behind, servers[0], 40_001),
      flow(behind, servers[1], 40_001),
    ],
  }).topology
}
