import { toId } from '../model/ids.ts'
import {
  designOf,
  end,
  flow,
  front,
  leaf,
  nic,
  server,
  serverBond,
  serverCable,
  switchBond,
  switchCable,
} from './parts.ts'
import type { Template } from './template.ts'

/**
 * What dual homing is without MLAG: the servers see two LACP systems, so each bond uses the cables to one switch only;
 * the access switch sees two bridges, so spanning tree blocks one of its two bonds.
 * A server's bond is two bonds in the model, one to each switch, with the same number on the server.
 */
export const twoPlainLags: Template = {
  id: 'two-plain-lags',
  title: 'Two switches without MLAG',
  description:
    'Servers and an access switch between two independent switches: half of every bond stays idle, one uplink blocked',
  build,
  endState: {
    domains: [],
    // Which switch wins is a race between the two partners at start; a bond never uses both.
    lags: [
      { device: toId('srv-1'), bond: toId('bond-srv-1-sw-1'), distributing: 1 },
      { device: toId('srv-2'), bond: toId('bond-srv-2-sw-1'), distributing: 1 },
      { device: toId('sw-1'), bond: toId('bond-sw-1-sw-2'), distributing: 2 },
      { device: toId('sw-2'), bond: toId('bond-sw-1-sw-2'), distributing: 2 },
      { device: toId('sw-1'), bond: toId('bond-access-sw-1'), distributing: 2 },
      { device: toId('sw-2'), bond: toId('bond-access-sw-2'), distributing: 2 },
      { device: toId('access'), bond: toId('bond-access-sw-1'), distributing: 2 },
      { device: toId('access'), bond: toId('bond-access-sw-2'), distributing: 2 },
    ],
    blocked: [{ device: toId('access'), bond: toId('bond-access-sw-2') }],
  },
}

function build() {
  const sw1 = { ...leaf('sw-1', '01'), stp: { enabled: true, priority: 4096 } }
  const sw2 = { ...leaf('sw-2', '02'), stp: { enabled: true, priority: 8192 } }
  const access = leaf('access', '03')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const srv3 = server('srv-3', 13)
  const trunk = [53, 54].map((index) => switchCable(front(sw1, index), front(sw2, index)))
  const legs = [srv1, srv2].flatMap((srv, at) =>
    [sw1, sw2].map((sw, leg) => ({ srv, sw, at, cable: serverCable(front(sw, at + 1), nic(srv, leg + 1)) })),
  )
  const uplinks = [sw1, sw2].map((sw, at) => ({
    sw,
    channel: 21 + at,
    cables: [0, 1].map((n) => switchCable(front(sw, 49 + n), front(access, 49 + 2 * at + n))),
  }))
  return designOf({
    title: 'Two switches without MLAG',
    devices: [
      [sw1, { x: 160, y: 128 }],
      [sw2, { x: 552, y: 128 }],
      [srv1, { x: 64, y: 400 }],
      [srv2, { x: 752, y: 400 }],
      [access, { x: 356, y: 400 }],
      [srv3, { x: 408, y: 600 }],
    ],
    cables: [
      ...trunk,
      ...legs.map(({ cable }) => cable),
      ...uplinks.flatMap(({ cables }) => cables),
      serverCable(front(access, 1), nic(srv3, 1)),
    ],
    bonds: [
      ...legs.map(({ srv, sw, at, cable }) =>
        serverBond(
          `${srv.name}-${sw.name}`,
          [cable],
          [end({ device: sw.id }, 11 + at, 'fast'), end({ device: srv.id }, 0, 'fast')],
        ),
      ),
      ...uplinks.map(({ sw, channel, cables }) =>
        switchBond(`access-${sw.name}`, cables, [
          end({ device: sw.id }, 20, 'fast'),
          end({ device: access.id }, channel, 'fast'),
        ]),
      ),
      switchBond('sw-1-sw-2', trunk, [end({ device: sw1.id }, 10, 'fast'), end({ device: sw2.id }, 10, 'fast')]),
    ],
    domains: [],
    flows: [flow(srv1, srv2, 40_001), flow(srv1, srv2, 40_002), flow(srv3, srv1, 40_001), flow(srv3, srv2, 40_001)],
  })
}
