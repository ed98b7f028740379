import { toId } from '../model/ids.ts'
import type { VlanMembership } from '../model/topology.ts'
import { bondUp, drawPair, hangServer, hangSwitch, peerLinkUp } from './pairParts.ts'
import { designOf, flow, front, leaf, managementSwitch, nic, server, serverCable } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['leaf-a', 'leaf-b'] as const
const TENANTS = [
  { name: 'red', vlan: 110 },
  { name: 'blue', vlan: 120 },
  { name: 'green', vlan: 130 },
  { name: 'amber', vlan: 140 },
] as const
/** The tenants' own and those that wait for the next ones. */
const VLANS = [
  ...TENANTS.map(({ name, vlan }) => ({ id: vlan, name })),
  ...Array.from({ length: 16 }, (_, at) => ({ id: 201 + at, name: `tenant-${at + 5}` })),
]
const ALL: VlanMembership = { mode: 'trunk', native: 1, allowed: VLANS.map(({ id }) => id) }

/** Many VLANs over one pair: what happens to one tenant leaves the others alone. */
export const multiTenant: Template = {
  id: 'multi-tenant',
  title: 'Cloud with many tenants',
  description: 'Twenty VLANs over one pair: a bonded server of each of four tenants, their gateways behind one trunk',
  build,
  endState: {
    domains: [{ domain: toId('domain-cloud'), status: 'active-active' }],
    lags: [
      ...peerLinkUp('cloud', PEERS),
      ...TENANTS.flatMap(({ name }) => bondUp(PEERS, `${name}-1`)),
      ...bondUp(PEERS, 'edge-1', 2),
    ],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const cloud = drawPair({
    name: 'cloud',
    number: 10,
    vendor: 'nvidia-cumulus',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
    vlans: ALL,
    stpPriority: 4096,
  })
  const edge = leaf('edge-1', '01', 'nvidia-cumulus')
  const up = hangSwitch(cloud, edge, { index: 47, channel: 50, up: 49, legs: 2, vlans: ALL })
  const tenants = TENANTS.map(({ name, vlan }, at) => {
    const vlans: VlanMembership = { mode: 'access', vlan }
    const host = server(`${name}-1`, 11, vlan)
    const gateway = server(`${name}-gw`, 1, vlan)
    return {
      host,
      gateway,
      hung: hangServer(cloud, host, { index: 1 + at, channel: 11 + at, vlans }),
      cable: serverCable(front(edge, 1 + at), nic(gateway, 1), vlans),
    }
  })
  return designOf({
    title: 'Cloud with many tenants',
    devices: [
      [cloud.peers[0], { x: 96, y: 448 }],
      [cloud.peers[1], { x: 600, y: 448 }],
      [mgmt, { x: 404, y: 312 }],
      [edge, { x: 380, y: 144 }],
      ...tenants.map(({ host }, at) => [host, { x: 136 + 208 * at, y: 752 }] as const),
      ...tenants.map(({ gateway }, at) => [gateway, { x: 88 + 228 * at, y: 0 }] as const),
    ],
    cables: [
      ...cloud.cables,
      ...up.cables,
      ...tenants.flatMap(({ hung }) => hung.cables),
      ...tenants.map(({ cable }) => cable),
    ],
    bonds: [cloud.peerLink, up.bond, ...tenants.map(({ hung }) => hung.bond)],
    domains: [cloud.domain],
    vlans: VLANS,
    flows: tenants.flatMap(({ host, gateway }) => [40_001, 40_002].map((port) => flow(host, gateway, port))),
  })
}
