import { vlansOf } from '../../core/model/network.ts'
import { bondTitle, cableRole, portTitle } from '../canvas/labels.ts'
import { LIVE_CELL, plainCell, type Table } from './table.ts'
import { membershipText } from './vlanCell.ts'

export const portTable: Table = {
  id: 'ports',
  title: 'Ports',
  word: 'orphan',
  columns: [
    { head: 'Port', width: 190, mono: true, identifies: true },
    { head: 'State', width: 110, live: 'state' },
    { head: 'Cable to', width: 190, mono: true },
    { head: 'Role', width: 150 },
    { head: 'Bond', width: 130 },
    { head: 'VLANs', width: 170, mono: true },
    { head: 'Speed', width: 70, mono: true },
  ],
  rows: (net) =>
    net.topology.ports.map((port) => {
      const link = net.linkAt.get(port.id)
      const far = net.neighbour.get(port.id)
      const bond = link && net.bondOf.get(link.id)
      return {
        key: port.id,
        target: { kind: 'port', id: port.id },
        cells: [
          plainCell(portTitle(net, port)),
          LIVE_CELL,
          plainCell(far === undefined ? '' : portTitle(net, far)),
          plainCell(link === undefined ? '' : cableRole(net, link)),
          plainCell(bond === undefined ? '' : bondTitle(net, bond)),
          plainCell(link === undefined || link.use !== 'data' ? '' : membershipText(vlansOf(net, link))),
          plainCell(link === undefined ? '' : `${link.speedGbps}G`),
        ],
      }
    }),
}
