import type { LinkFields } from '../../core/model/edit.ts'
import type { Edit, Plug } from '../../core/model/edits.ts'
import { mtuOf, type Network, vlansOf } from '../../core/model/network.ts'
import { portCount, portName, schemeOf } from '../../core/model/portNames.ts'
import type { Link } from '../../core/model/topology.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { bondTitle, cableRole, portTitle } from '../canvas/labels.ts'
import {
  type Cell,
  type CsvLine,
  LIVE_CELL,
  numberCell,
  plainCell,
  refuse,
  type Table,
  take,
  type Taken,
  textCell,
} from './table.ts'
import { membershipCell, membershipText } from './vlanCell.ts'

export const cableTable: Table = {
  id: 'cables',
  title: 'Cables',
  word: 'member interface',
  columns: [
    { head: 'A', width: 180, mono: true, identifies: true },
    { head: 'B', width: 180, mono: true, identifies: true },
    { head: 'State', width: 110, live: 'state' },
    { head: 'Role', width: 150 },
    { head: 'Bond', width: 120 },
    { head: 'Gbit/s', width: 70, mono: true },
    { head: 'MTU', width: 70, mono: true },
    { head: 'VLANs', width: 170, mono: true },
    { head: 'Delay µs', width: 80, mono: true },
    { head: 'Conduit', width: 110 },
  ],
  rows: (net) =>
    net.topology.links.map((link) => ({
      key: link.id,
      target: { kind: 'link', id: link.id },
      cells: cellsOf(net, link),
      remove: { type: 'remove', devices: [], links: [link.id] },
    })),
  add: ({ net }, line) => add(net, line),
}

/** A member has VLANs and MTU from its bond, where they are edited. */
function cellsOf(net: Network, link: Link): readonly Cell[] {
  const set = (fields: LinkFields): Edit => ({ type: 'set-link', link: link.id, set: fields })
  const bond = net.bondOf.get(link.id)
  const ends = link.ends.map((end) => net.ports.get(end))
  const vlans = vlansOf(net, link)
  return [
    ...ends.map((port) => plainCell(port === undefined ? '' : portTitle(net, port))),
    LIVE_CELL,
    plainCell(cableRole(net, link)),
    plainCell(bond === undefined ? '' : bondTitle(net, bond)),
    numberCell(link.speedGbps, (speedGbps) => set({ speedGbps })),
    bond === undefined ? numberCell(link.mtu, (mtu) => set({ mtu })) : plainCell(mtuOf(net, link)),
    link.use !== 'data'
      ? plainCell('')
      : bond === undefined
        ? membershipCell(vlans, (chosen) => set({ vlans: chosen }))
        : plainCell(membershipText(vlans)),
    numberCell(link.delayUs, (delayUs) => set({ delayUs })),
    textCell(link.conduit ?? '', (conduit) => set({ conduit })),
  ]
}

function add(net: Network, line: CsvLine): Taken {
  const [from, to] = [plugOf(net, line.get('A') ?? ''), plugOf(net, line.get('B') ?? '')]
  if (typeof from === 'string') return refuse(from)
  return typeof to === 'string' ? refuse(to) : take({ type: 'connect', from, to, bond: 'auto' })
}

/** "leaf-a Ethernet1/5", or "leaf-a" for the first port that fits; a sentence where there is no such thing. */
function plugOf(net: Network, text: string): Plug | string {
  const [name = '', ...rest] = text.trim().split(/\s+/)
  const device = net.deviceNamed.get(name)
  if (device === undefined) return `names ${name === '' ? 'no device' : `${name}, which is not in the design`}.`
  const wanted = rest.join(' ')
  if (wanted === '') return { device: device.id, port: null }
  const scheme = schemeOf(device, NAMINGS)
  for (const kind of ['front', 'management'] as const) {
    for (let index = 1; index <= portCount(scheme, kind); index++) {
      if (portName(scheme, kind, index) === wanted) return { device: device.id, port: { kind, index } }
    }
  }
  return `names ${wanted}, and ${name} has no such port.`
}
