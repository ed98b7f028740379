import { toId } from '../model/ids.ts'
import { bondUp, drawPair, hangServer, hangSwitch, peerLinkUp } from './pairParts.ts'
import { designOf, flow, front, leaf, managementSwitch, nic, server, serverCable } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['core-a', 'core-b'] as const
const CLOSETS = ['closet-1', 'closet-2', 'closet-3'] as const

/** A pair where a stack stood: two control planes, so one at a time can be upgraded. */
export const campusStack: Template = {
  id: 'campus-stack',
  title: 'Campus without a stack',
  description:
    'A pair in place of the stack in the middle of a campus: three wiring closets, each with one bond, upgraded one switch at a time',
  build,
  endState: {
    domains: [{ domain: toId('domain-campus'), status: 'active-active' }],
    lags: [
      ...peerLinkUp('campus', PEERS),
      ...CLOSETS.flatMap((name) => bondUp(PEERS, name)),
      ...bondUp(PEERS, 'wifi-ctrl'),
    ],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const vendor = 'juniper-junos'
  const campus = drawPair({
    name: 'campus',
    number: 1,
    vendor,
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: { over: mgmt, port: 1 },
    stpPriority: 4096,
  })
  const closets = CLOSETS.map((name, at) => leaf(name, `1${at + 1}`, vendor))
  const uplinks = closets.map((below, at) =>
    hangSwitch(campus, below, { index: 1 + at, channel: 21 + at, up: 49, speedGbps: 10 }),
  )
  const wifi = server('wifi-ctrl', 11)
  const hungWifi = hangServer(campus, wifi, { index: 4, channel: 11, speedGbps: 10 })
  const points = closets.map((below, at) => ({ below, host: server(`ap-${at + 1}`, 21 + at) }))
  const [ap1, ap2, ap3] = points.map(({ host }) => host)
  return designOf({
    title: 'Campus without a stack',
    devices: [
      [campus.peers[0], { x: 160, y: 192 }],
      [campus.peers[1], { x: 552, y: 192 }],
      [mgmt, { x: 412, y: 56 }],
      ...closets.map((below, at) => [below, { x: 16 + 304 * at, y: 480 }] as const),
      [wifi, { x: 928, y: 492 }],
      ...points.map(({ host }, at) => [host, { x: 68 + 304 * at, y: 688 }] as const),
    ],
    cables: [
      ...campus.cables,
      ...uplinks.flatMap(({ cables }) => cables),
      ...hungWifi.cables,
      ...points.map(({ below, host }) => serverCable(front(below, 1), nic(host, 1), undefined, 1)),
    ],
    bonds: [campus.peerLink, ...uplinks.map(({ bond }) => bond), hungWifi.bond],
    domains: [campus.domain],
    flows: [
      ...points.flatMap(({ host }) => [40_001, 40_002].map((port) => flow(host, wifi, port))),
      ...(ap1 && ap2 && ap3 ? [flow(ap1, ap2, 40_001), flow(ap2, ap3, 40_001)] : []),
    ],
  })
}
