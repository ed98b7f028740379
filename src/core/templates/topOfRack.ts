import { toId } from '../model/ids.ts'
import { bondUp, drawPair, hangServer, peerLinkUp } from './pairParts.ts'
import { designOf, flow, front, managementSwitch, nic, server, serverCable } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['tor-a', 'tor-b'] as const
const SERVERS = ['srv-1', 'srv-2', 'srv-3', 'srv-4'] as const

/** One rack of a data centre: every server to both switches at its top. */
export const topOfRack: Template = {
  id: 'top-of-rack',
  title: 'Top of rack',
  description: 'A rack of a data centre: four servers bonded to both switches at its top, one of them with four cables',
  build,
  endState: {
    domains: [{ domain: toId('domain-rack-1'), status: 'active-active' }],
    lags: [
      ...peerLinkUp('rack-1', PEERS),
      ...bondUp(PEERS, 'srv-1', 2),
      ...SERVERS.slice(1).flatMap((name) => bondUp(PEERS, name)),
    ],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const rack = drawPair({
    name: 'rack-1',
    number: 10,
    vendor: 'arista-eos',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
  })
  const [a, b] = rack.peers
  const one = server(SERVERS[0], 11)
  const others = SERVERS.slice(1).map((name, at) => server(name, 12 + at))
  const hung = [
    hangServer(rack, one, { index: 1, channel: 11, legs: 2 }),
    ...others.map((host, at) => hangServer(rack, host, { index: 3 + at, channel: 12 + at })),
  ]
  const console1 = server('console-1', 21)
  return designOf({
    title: 'Top of rack',
    devices: [
      [a, { x: 96, y: 192 }],
      [b, { x: 584, y: 192 }],
      [mgmt, { x: 396, y: 56 }],
      [one, { x: 232, y: 496 }],
      ...others.map((host, at) => [host, { x: 424 + 192 * at, y: 496 }] as const),
      [console1, { x: 40, y: 496 }],
    ],
    cables: [...rack.cables, ...hung.flatMap(({ cables }) => cables), serverCable(front(a, 6), nic(console1, 1))],
    bonds: [rack.peerLink, ...hung.map(({ bond }) => bond)],
    domains: [rack.domain],
    flows: [
      ...others.map((host, at) => flow(one, host, 40_001 + at)),
      ...others.slice(1).map((host, at) => flow(others[at] ?? one, host, 40_002)),
      flow(console1, one, 40_001),
    ],
  })
}
