import { carries, type Network } from '../../core/model/network.ts'
import { type CsvLine, plainCell, type Table, take, type Taken, textCell } from './table.ts'

export const vlanTable: Table = {
  id: 'vlans',
  title: 'VLANs',
  word: 'vlan',
  columns: [
    { head: 'VLAN', width: 80, mono: true, identifies: true },
    { head: 'Name', width: 200, mono: true },
    { head: 'Bonds', width: 80, mono: true },
    { head: 'Cables in no bond', width: 130, mono: true },
  ],
  rows: (net) =>
    net.topology.vlans.map(({ id, name }) => ({
      key: String(id),
      target: null,
      cells: [
        plainCell(id),
        textCell(name, (typed) => ({ type: 'rename-vlan', id, name: typed })),
        plainCell(net.topology.bonds.filter(({ vlans }) => carries(vlans, id)).length),
        plainCell(single(net).filter(({ vlans }) => carries(vlans, id)).length),
      ],
      remove: { type: 'remove-vlan', id },
    })),
  add: (_, line) => add(line),
}

function single(net: Network) {
  return net.topology.links.filter(({ id, use }) => use === 'data' && !net.bondOf.has(id))
}

function add(line: CsvLine): Taken {
  const text = line.get('VLAN')?.trim() ?? ''
  const id = text === '' ? Number.NaN : Number(text)
  const name = line.get('Name')?.trim() ?? ''
  return take({ type: 'add-vlan', id, name: name === '' ? `VLAN${String(id).padStart(4, '0')}` : name })
}
