import { toId } from '../model/ids.ts'
import { bondUp, drawPair, hangServer, peerLinkUp } from './pairParts.ts'
import { designOf, flow, managementSwitch, server } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['leaf-a', 'leaf-b'] as const
const BELOW = ['fw-1', 'fw-2', 'srv-1', 'srv-2'] as const

/** Each firewall has a bond of its own: one bond over both would be one LACP system that is two. */
export const firewallCluster: Template = {
  id: 'firewall-cluster',
  title: 'Firewall cluster',
  description: 'Two firewalls on a pair, each with a bond of its own: a dead switch makes neither of them fail over',
  build,
  endState: {
    domains: [{ domain: toId('domain-edge'), status: 'active-active' }],
    lags: [...peerLinkUp('edge', PEERS), ...BELOW.flatMap((name) => bondUp(PEERS, name))],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const edge = drawPair({
    name: 'edge',
    number: 20,
    vendor: 'dell-os10',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
  })
  const [fw1, fw2, srv1, srv2] = [server('fw-1', 1), server('fw-2', 2), server('srv-1', 11), server('srv-2', 12)]
  const hung = [fw1, fw2, srv1, srv2].map((host, at) => hangServer(edge, host, { index: 1 + at, channel: 11 + at }))
  return designOf({
    title: 'Firewall cluster',
    devices: [
      [edge.peers[0], { x: 160, y: 192 }],
      [edge.peers[1], { x: 552, y: 192 }],
      [mgmt, { x: 412, y: 56 }],
      [
        { ...fw1, label: 'active' },
        { x: 104, y: 480 },
      ],
      [
        { ...fw2, label: 'standby' },
        { x: 312, y: 480 },
      ],
      [srv1, { x: 520, y: 480 }],
      [srv2, { x: 728, y: 480 }],
    ],
    cables: [...edge.cables, ...hung.flatMap(({ cables }) => cables)],
    bonds: [edge.peerLink, ...hung.map(({ bond }) => bond)],
    domains: [edge.domain],
    flows: [
      ...[srv1, srv2].flatMap((host) => [40_001, 40_002].map((port) => flow(host, fw1, port))),
      // What keeps the two in step: connections that the standby must know.
      flow(fw1, fw2, 40_001),
      flow(fw1, fw2, 40_002),
    ],
  })
}
