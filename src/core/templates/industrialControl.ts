import { toId } from '../model/ids.ts'
import { bondUp, drawPair, hangServer, peerLinkUp } from './pairParts.ts'
import { designOf, flow, front, nic, server, serverCable } from './parts.ts'
import type { Template } from './template.ts'

const PEERS = ['ctrl-a', 'ctrl-b'] as const

/** Machines that must not stop: what cannot be bonded is what stops. */
export const industrialControl: Template = {
  id: 'industrial-control',
  title: 'Industrial control',
  description: 'Two controllers and a control room with a leg on each switch, LACP fast; two drives have a single port',
  build,
  endState: {
    domains: [{ domain: toId('domain-plant'), status: 'active-active' }],
    lags: [...peerLinkUp('plant', PEERS), ...['plc-1', 'plc-2', 'control-room'].flatMap((name) => bondUp(PEERS, name))],
  },
}

function build() {
  const plant = drawPair({
    name: 'plant',
    number: 1,
    vendor: 'huawei-vrp8',
    names: PEERS,
    bytes: ['0a', '0b'],
    keepalive: 'direct',
  })
  const [a, b] = plant.peers
  const [plc1, plc2, room] = [server('plc-1', 11), server('plc-2', 12), server('control-room', 13)]
  const drives = [server('drive-1', 21), server('drive-2', 22)] as const
  const hung = [plc1, plc2, room].map((host, at) =>
    hangServer(plant, host, { index: 1 + at, channel: 11 + at, speedGbps: 1 }),
  )
  return designOf({
    title: 'Industrial control',
    devices: [
      [a, { x: 160, y: 160 }],
      [b, { x: 552, y: 160 }],
      [plc1, { x: 200, y: 448 }],
      [plc2, { x: 408, y: 448 }],
      [room, { x: 616, y: 448 }],
      ...drives.map((drive, at) => [drive, { x: at === 0 ? -8 : 824, y: 448 }] as const),
    ],
    cables: [
      ...plant.cables,
      ...hung.flatMap(({ cables }) => cables),
      ...drives.map((drive, at) => serverCable(front(at === 0 ? a : b, 4), nic(drive, 1), undefined, 1)),
    ],
    bonds: [plant.peerLink, ...hung.map(({ bond }) => bond)],
    domains: [plant.domain],
    flows: [
      flow(plc1, plc2, 40_001),
      flow(plc1, plc2, 40_002),
      flow(plc1, room, 40_001),
      flow(plc1, room, 40_002),
      flow(plc2, room, 40_001),
      ...drives.map((drive) => flow(plc2, drive, 40_001)),
    ],
  })
}
