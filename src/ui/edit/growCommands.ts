import { Cable, EthernetPort, HeartPulse, Link2, Rows2, Server, Unplug } from 'lucide-react'
import type { Point } from '../../core/model/design.ts'
import type { EditContext, EditResult } from '../../core/model/edits.ts'
import {
  addBondedServer,
  addKeepalive,
  addOrphan,
  addPeer,
  addPeerLinkMember,
  addServerToSwitch,
  dualHome,
  missingPeer,
} from '../../core/model/growDesign.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import { change } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { useUi } from '../../state/uiStore.ts'
import { useFlow } from '../canvas/flowStore.ts'
import { bondTitle, cableEnds, cableRole } from '../canvas/labels.ts'
import type { EditCommand } from './command.ts'
import { freeWay } from './freePlace.ts'
import { obstacles } from './obstacles.ts'

/** What a selected pair, switch or server can grow by. */
export const GROW_COMMANDS: readonly EditCommand[] = [
  {
    name: 'Connect with chosen ports',
    keys: 'Shift C',
    Icon: EthernetPort,
    needs: 'Select the device to connect, or two of them, first.',
    offer: ({ targets }) => {
      const [from, to = null, ...more] = targets.flatMap(({ kind, id }) => (kind === 'device' ? [id] : []))
      if (from === undefined || more.length > 0 || targets.length > 2) return null
      return {
        label: 'Connect port to port …',
        short: '',
        run: () => useUi.getState().set({ dialog: { kind: 'connect', from, to } }),
      }
    },
  },
  {
    name: 'Add a server bonded to the selected pair or switch',
    keys: 'Shift H',
    Icon: Server,
    needs: 'Select a pair or a switch to hang a server on first.',
    offer: ({ device, domain }) => {
      if (domain !== undefined) {
        return offered('Add a server on both peers', 'Server', 'server', (design, context) =>
          addBondedServer(design, domain.id, placeBelow(domain.peers), context),
        )
      }
      if (device?.kind !== 'switch') return null
      return offered('Add a server bonded to it', 'Server', 'server', (design, context) =>
        addServerToSwitch(design, device.id, placeBelow([device.id]), context),
      )
    },
  },
  {
    name: 'Add an orphan to the selected peer',
    keys: 'Shift O',
    Icon: Unplug,
    needs: 'Select one peer of a pair first.',
    offer: ({ device, domain }) =>
      device === undefined || domain === undefined
        ? null
        : offered('Add an orphan server', 'Orphan', 'orphan', (design, context) =>
            addOrphan(design, device.id, placeBelow([device.id]), context),
          ),
  },
  {
    name: 'Add a peer to the selected switch',
    keys: 'Shift P',
    Icon: Rows2,
    needs: 'Select a switch that has no peer first.',
    offer: ({ device, domain }) =>
      device?.kind !== 'switch' || domain !== undefined
        ? null
        : offered('Add a peer', 'Peer', 'peer', (design, context) =>
            addPeer(design, device.id, placeBeside(device.id), context),
          ),
  },
  {
    name: 'Add a keepalive to the selected pair',
    keys: 'Shift K',
    Icon: HeartPulse,
    needs: 'Select a pair or one of its peers first.',
    offer: ({ domain }) =>
      domain === undefined
        ? null
        : offered('Add a keepalive', 'Keepalive', 'keepalive', (design, context) =>
            addKeepalive(design, domain.id, context),
          ),
  },
  {
    name: 'Add a cable to the peer-link of the selected pair',
    keys: 'Shift M',
    Icon: Cable,
    needs: 'Select a pair or one of its peers first.',
    offer: ({ domain }) =>
      domain === undefined
        ? null
        : offered('Add a peer-link cable', 'Peer-link', 'peer-link cable', (design, context) =>
            addPeerLinkMember(design, domain.id, context),
          ),
  },
  {
    name: 'Bond the selected server to the other peer as well',
    keys: 'Shift B',
    Icon: Link2,
    needs: 'Select a server that hangs on one peer of a pair first.',
    offer: ({ net, design, device }) => {
      const peer = device?.kind === 'host' ? net.devices.get(missingPeer(design, device.id) ?? toId('')) : undefined
      if (device === undefined || peer === undefined) return null
      return offered(`Bond to ${peer.name} as well`, `To ${peer.name}`, 'second leg', (design, context) =>
        dualHome(design, device.id, context),
      )
    },
  },
]

type Change = (design: Parameters<typeof addPeer>[0], context: EditContext) => EditResult

/** One undo step, and a sentence of what came of it. The selection stays: one grows a pair by more than one thing. */
function offered(label: string, short: string, what: string, grow: Change) {
  return {
    label,
    short,
    run: () => {
      const ui = useUi.getState()
      const result = change(`add ${what}`, grow)
      if (!result.ok) return ui.announce(result.message)
      const hosts = result.made.flatMap((id) => presentNetwork().devices.get(toId(id)) ?? [])
      if (hosts.length > 0) ui.show([...ui.selection, ...hosts.map(({ id }) => ({ kind: 'device', id }) as const)])
      ui.announce(madeText(result.made))
    },
  }
}

/** "Added srv-4, member of vPC 14: srv-4 eth0 to leaf-a Ethernet1/5, …". */
function madeText(made: readonly string[]): string {
  const net = presentNetwork()
  const parts = made.map((id) => {
    const device = net.devices.get(toId(id))
    const link = net.links.get(toId(id))
    if (device !== undefined) {
      const lag = net.lagsOf.get(device.id)?.[0]
      return lag === undefined || device.kind !== 'host'
        ? device.name
        : `${device.name} with ${bondTitle(net, lag.bond)}`
    }
    // The bond that a cable joined is named with the cable.
    return link === undefined ? '' : `cable ${cableEnds(net, link)}, ${cableRole(net, link)}`
  })
  return `Added ${parts.filter((part) => part !== '').join(' and ')}`
}

/** For a server below one or two switches: in the row of those that hang there already, else with room for cables. */
function placeBelow(switches: readonly DeviceId[]): Point {
  const { devices } = useFlow.getState().scene
  const boxes = switches.flatMap((id) => devices.get(id) ?? [])
  const net = presentNetwork()
  const hung = switches
    .flatMap((id) => net.portsOf.get(id) ?? [])
    .flatMap(({ id }) => net.neighbour.get(id)?.device ?? [])
    .filter((id) => net.devices.get(id)?.kind === 'host')
    .flatMap((id) => devices.get(id) ?? [])
  if (hung.length > 0) {
    const y = Math.max(...hung.map((box) => box.y))
    const row = hung.filter((box) => box.y === y)
    return freely({ x: Math.max(...row.map(({ x, width }) => x + width)) + ROW_GAP, y }, SERVER)
  }
  const x = boxes.reduce((sum, box) => sum + box.x + box.width / 2, 0) / boxes.length - SERVER.width / 2
  const y = Math.max(...boxes.map((box) => box.y + box.height)) + CABLE_ROOM
  return freely({ x, y }, SERVER)
}

/** For a peer: right of the switch where that is free, else left, else near. */
function placeBeside(id: DeviceId): Point {
  const box = useFlow.getState().scene.devices.get(id)
  if (box === undefined) return useUi.getState().viewCentre
  const right = { x: box.x + box.width + PEER_GAP, y: box.y }
  const left = { x: box.x - PEER_GAP - SWITCH.width, y: box.y }
  const isFree = (wish: Point) =>
    Math.abs(freely(wish, SWITCH).x - wish.x) + Math.abs(freely(wish, SWITCH).y - wish.y) < 16
  return isFree(right) || !isFree(left) ? right : left
}

function freely(wish: Point, size: typeof SERVER): Point {
  const box = { ...wish, ...size }
  const by = freeWay(box, wish, obstacles())
  return { x: wish.x + by.x, y: wish.y + by.y }
}

const SERVER = { width: 136, height: 56 }
const SWITCH = { width: 240, height: 80 }
/** Between peers, and between switches and what hangs below them. */
const PEER_GAP = 152
const CABLE_ROOM = 144
const ROW_GAP = 32
