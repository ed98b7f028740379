import { toId } from '../model/ids.ts'
import type { Bond } from '../model/topology.ts'
import { bondUp, drawPair, hangServer, peerLinkUp } from './pairParts.ts'
import { designOf, flow, managementSwitch, server } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['leaf-a', 'leaf-b'] as const

/** A boot loader knows no LACP: the switches must let it in before there is a bond. */
export const pxeBoot: Template = {
  id: 'pxe-boot',
  title: 'Server that boots over its bond',
  description:
    'A new server boots over the network on ports of a bond: without LACPDUs each of them forwards by itself for as long as it takes',
  build,
  endState: {
    domains: [{ domain: toId('domain-leafs'), status: 'active-active' }],
    lags: [
      ...peerLinkUp('leafs', PEERS),
      ...bondUp(PEERS, 'boot-srv'),
      ...bondUp(PEERS, 'srv-1'),
      // The bond itself does not stand; the server uses the first of its two cables.
      ...bondUp(PEERS, 'new-1').map((lag) => ({ ...lag, distributing: lag.device === 'new-1' ? 1 : 0 })),
    ],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const leafs = drawPair({
    name: 'leafs',
    number: 10,
    vendor: 'cisco-nxos',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
  })
  const [boot, srv1, new1] = [server('boot-srv', 11), server('srv-1', 12), server('new-1', 13)]
  const [hungBoot, hungSrv, hungNew] = [boot, srv1, new1].map((host, at) =>
    hangServer(leafs, host, { index: 1 + at, channel: 11 + at }),
  )
  if (!hungBoot || !hungSrv || !hungNew) throw new Error('Three servers hang below the pair')
  return designOf({
    title: 'Server that boots over its bond',
    devices: [
      [leafs.peers[0], { x: 160, y: 192 }],
      [leafs.peers[1], { x: 552, y: 192 }],
      [mgmt, { x: 412, y: 56 }],
      [boot, { x: 200, y: 480 }],
      [srv1, { x: 408, y: 480 }],
      [
        { ...new1, label: 'booting' },
        { x: 616, y: 480 },
      ],
    ],
    cables: [...leafs.cables, ...hungBoot.cables, ...hungSrv.cables, ...hungNew.cables],
    bonds: [leafs.peerLink, hungBoot.bond, hungSrv.bond, booting(hungNew.bond)],
    domains: [leafs.domain],
    flows: [flow(new1, boot, 40_001), flow(new1, boot, 40_002), flow(srv1, boot, 40_001), flow(srv1, boot, 40_002)],
  })
}

/** The switches fall back to single ports, the server has loaded no bonding yet. */
function booting(bond: Bond): Bond {
  const [switches, host] = bond.ends
  return {
    ...bond,
    ends: [
      { ...switches, lacp: { fallback: 'individual' } },
      { ...host, lacp: { netboot: true } },
    ],
  }
}
