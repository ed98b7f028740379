import { toId } from '../model/ids.ts'
import { bondUp, drawPair, hangServer, hangSwitch, peerLinkUp } from './pairParts.ts'
import {
  designOf,
  end,
  flow,
  front,
  leaf,
  managementSwitch,
  nic,
  server,
  serverCable,
  switchBond,
  switchCable,
} from './parts.ts'
import type { Template } from './template.ts'

const CORE = ['core-1', 'core-2'] as const
const DISTRIBUTION = ['dist-1', 'dist-2'] as const

/** A core pair above a distribution pair, access switches below: no cable is blocked anywhere. */
export const coreDistribution: Template = {
  id: 'core-distribution',
  title: 'Core and distribution',
  description:
    'An enterprise network: a core pair, a distribution pair and two access switches, every step a bond, nothing blocked',
  build,
  endState: {
    domains: [
      { domain: toId('domain-core'), status: 'active-active' },
      { domain: toId('domain-distribution'), status: 'active-active' },
    ],
    lags: [
      ...peerLinkUp('core', CORE),
      ...peerLinkUp('distribution', DISTRIBUTION),
      ...[...CORE, ...DISTRIBUTION].map((name) => ({
        device: toId<'device'>(name),
        bond: toId<'bond'>('bond-core-distribution'),
        distributing: 2,
      })),
      ...bondUp(CORE, 'srv-1'),
      ...bondUp(DISTRIBUTION, 'access-1'),
      ...bondUp(DISTRIBUTION, 'access-2'),
    ],
  },
}

function build() {
  const mgmt = managementSwitch('mgmt-1')
  const vendor = 'aruba-aoscx'
  const core = drawPair({
    name: 'core',
    number: 1,
    vendor,
    names: CORE,
    bytes: ['01', '02'],
    keepalive: { over: mgmt, port: 1 },
    stpPriority: 4096,
  })
  const dist = drawPair({
    name: 'distribution',
    number: 2,
    vendor,
    names: DISTRIBUTION,
    bytes: ['0a', '0b'],
    keepalive: 'direct',
    stpPriority: 8192,
  })
  const between = core.peers.flatMap((above, up) =>
    dist.peers.map((below, down) => switchCable(front(above, 1 + down), front(below, 49 + up))),
  )
  const srv1 = server('srv-1', 11)
  const hungServer = hangServer(core, srv1, { index: 5, channel: 31 })
  const access = ['access-1', 'access-2'].map((name, at) => leaf(name, `1${at + 1}`, vendor))
  const hung = access.map((below, at) =>
    hangSwitch(dist, below, { index: 1 + at, channel: 21 + at, up: 49, speedGbps: 25 }),
  )
  const desks = access.flatMap((below, at) =>
    [1, 2].map((n) => ({ below, port: n, host: server(`desk-${at * 2 + n}`, 20 + at * 2 + n) })),
  )
  return designOf({
    title: 'Core and distribution',
    devices: [
      [core.peers[0], { x: 160, y: 192 }],
      [core.peers[1], { x: 552, y: 192 }],
      [dist.peers[0], { x: 160, y: 528 }],
      [dist.peers[1], { x: 552, y: 528 }],
      [mgmt, { x: 412, y: 56 }],
      [srv1, { x: 896, y: 384 }],
      ...access.map((below, at) => [below, { x: 160 + 392 * at, y: 784 }] as const),
      ...desks.map(({ host }, at) => [host, { x: 120 + 192 * at + (at > 1 ? 8 : 0), y: 976 }] as const),
    ],
    cables: [
      ...core.cables,
      ...dist.cables,
      ...between,
      ...hungServer.cables,
      ...hung.flatMap(({ cables }) => cables),
      ...desks.map(({ below, port, host }) => serverCable(front(below, port), nic(host, 1), undefined, 1)),
    ],
    bonds: [
      core.peerLink,
      dist.peerLink,
      switchBond('core-distribution', between, [
        end({ domain: core.domain.id }, 20, 'fast'),
        end({ domain: dist.domain.id }, 20, 'fast'),
      ]),
      hungServer.bond,
      ...hung.map(({ bond }) => bond),
    ],
    domains: [core.domain, dist.domain],
    flows: desks.flatMap(({ host }, at) => [
      flow(host, srv1, 40_001),
      ...(at === 0 ? [] : [flow(host, desks[0]?.host ?? srv1, 40_001)]),
    ]),
  })
}
