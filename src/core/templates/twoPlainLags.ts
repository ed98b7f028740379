import { toId } from '../model/ids.ts'
import { designOf, end, flow, front, leaf, nic, server, serverBond, serverCable, switchCable } from './parts.ts'
import type { Template } from './template.ts'

/**
 * What dual homing is without MLAG: the servers see two LACP systems, so each bond uses the cables to one switch only.
 * A server's bond is two bonds in the model, one to each switch, with the same number on the server.
 */
export const twoPlainLags: Template = {
  id: 'two-plain-lags',
  title: 'Two switches without MLAG',
  description: 'Two servers with one cable to each of two independent switches: half of every bond stays idle',
  build,
  endState: {
    domains: [],
    // Which switch wins is a race between the two partners at start; a bond never uses both.
    lags: [
      { device: toId('srv-1'), bond: toId('bond-srv-1-sw-1'), distributing: 1 },
      { device: toId('srv-2'), bond: toId('bond-srv-2-sw-1'), distributing: 1 },
    ],
  },
}

function build() {
  const sw1 = leaf('sw-1', '01')
  const sw2 = leaf('sw-2', '02')
  const srv1 = server('srv-1', 11)
  const srv2 = server('srv-2', 12)
  const trunk = switchCable(front(sw1, 53), front(sw2, 53))
  const legs = [srv1, srv2].flatMap((srv, at) =>
    [sw1, sw2].map((sw, leg) => ({ srv, sw, at, cable: serverCable(front(sw, at + 1), nic(srv, leg + 1)) })),
  )
  return designOf({
    title: 'Two switches without MLAG',
    devices: [
      [sw1, { x: 160, y: 128 }],
      [sw2, { x: 552, y: 128 }],
      [srv1, { x: 264, y: 400 }],
      [srv2, { x: 552, y: 400 }],
    ],
    cables: [trunk, ...legs.map(({ cable }) => cable)],
    bonds: legs.map(({ srv, sw, at, cable }) =>
      serverBond(
        `${srv.name}-${sw.name}`,
        [cable],
        [end({ device: sw.id }, 11 + at, 'fast'), end({ device: srv.id }, 0, 'fast')],
      ),
    ),
    domains: [],
    flows: [flow(srv1, srv2, 40_001), flow(srv1, srv2, 40_002)],
  })
}
