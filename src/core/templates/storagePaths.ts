import { toId } from '../model/ids.ts'
import type { VlanMembership } from '../model/topology.ts'
import { bondUp, drawPair, hangServer, peerLinkUp } from './pairParts.ts'
import { designOf, flow, front, managementSwitch, nic, server, serverCable } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['leaf-a', 'leaf-b'] as const
const PATHS = [
  { path: 'a', vlan: 20 },
  { path: 'b', vlan: 30 },
] as const

/**
 * Block storage goes over two separate paths that the host's multipathing chooses from, never over a bond: a bond would
 * put both paths of a session on one hash and hide a dead one from the host. A path is drawn as a host of its own: it
 * has its own address, VLAN and switch.
 */
export const storagePaths: Template = {
  id: 'storage-paths',
  title: 'Storage on two paths',
  description:
    'iSCSI for contrast: path A by one switch, path B by the other, no bond, for multipathing to choose from; file storage beside it uses bonds',
  build,
  endState: {
    domains: [{ domain: toId('domain-leafs'), status: 'active-active' }],
    lags: [...peerLinkUp('leafs', PEERS), ...bondUp(PEERS, 'app-1'), ...bondUp(PEERS, 'nas-1')],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  // The paths' VLANs stay off the peer-link: what cannot cross cannot depend on it.
  const leafs = drawPair({
    name: 'leafs',
    number: 10,
    vendor: 'h3c-comware',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
  })
  const [app, nas] = [server('app-1', 11), server('nas-1', 12)]
  const hung = [app, nas].map((host, at) => hangServer(leafs, host, { index: 1 + at, channel: 11 + at }))
  const paths = PATHS.map(({ path, vlan }, at) => {
    const peer = leafs.peers[at] ?? leafs.peers[0]
    const vlans: VlanMembership = { mode: 'access', vlan }
    const initiator = { ...server(`db-1-${path}`, 11, vlan), label: `path ${path.toUpperCase()}` }
    const target = { ...server(`array-${path}`, 12, vlan), label: `path ${path.toUpperCase()}` }
    const cables = [initiator, target].map((host, n) => serverCable(front(peer, 5 + n), nic(host, 1), vlans))
    return { initiator, target, cables }
  })
  const xs = [
    [24, 192],
    [800, 968],
  ] as const
  return designOf({
    title: 'Storage on two paths',
    devices: [
      [leafs.peers[0], { x: 192, y: 192 }],
      [leafs.peers[1], { x: 696, y: 192 }],
      [mgmt, { x: 500, y: 56 }],
      [app, { x: 400, y: 480 }],
      [nas, { x: 592, y: 480 }],
      ...paths.flatMap(
        ({ initiator, target }, at) =>
          [
            [initiator, { x: xs[at]?.[0] ?? 0, y: 480 }],
            [target, { x: xs[at]?.[1] ?? 0, y: 480 }],
          ] as const,
      ),
    ],
    cables: [...leafs.cables, ...hung.flatMap(({ cables }) => cables), ...paths.flatMap(({ cables }) => cables)],
    bonds: [leafs.peerLink, ...hung.map(({ bond }) => bond)],
    domains: [leafs.domain],
    vlans: [
      { id: 10, name: 'servers' },
      { id: 20, name: 'storage-a' },
      { id: 30, name: 'storage-b' },
    ],
    flows: [
      ...paths.map(({ initiator, target }) => flow(initiator, target, 40_001)),
      flow(app, nas, 40_001),
      flow(app, nas, 40_002),
    ],
    checks: {
      off: [
        {
          rule: 'peer-link/orphan-vlans',
          reason: 'The storage paths stay apart: neither may come to need the peer-link.',
        },
        { rule: 'orphan/dual-homed', reason: 'A path has one switch on purpose; the other path has the other.' },
      ],
    },
  })
}
