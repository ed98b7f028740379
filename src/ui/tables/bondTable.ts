import type { BondEndFields } from '../../core/model/edit.ts'
import type { Edit } from '../../core/model/edits.ts'
import { devicesAt, type Network } from '../../core/model/network.ts'
import type { Bond } from '../../core/model/topology.ts'
import { bondTitle } from '../canvas/labels.ts'
import { type Cell, choiceCell, LIVE_CELL, numberCell, plainCell, type Table } from './table.ts'
import { membershipCell } from './vlanCell.ts'

export const bondTable: Table = {
  id: 'bonds',
  title: 'Bonds',
  word: 'bond',
  columns: [
    { head: 'Bond', width: 130, identifies: true },
    { head: 'State', width: 90, live: 'state' },
    { head: 'A', width: 150, mono: true, identifies: true },
    { head: 'B', width: 120, mono: true, identifies: true },
    { head: 'A number', width: 80, mono: true },
    { head: 'B number', width: 80, mono: true },
    { head: 'A mode', width: 80 },
    { head: 'B mode', width: 80 },
    { head: 'A rate', width: 70 },
    { head: 'B rate', width: 70 },
    { head: 'VLANs', width: 170, mono: true },
    { head: 'MTU', width: 70, mono: true },
    { head: 'Cables', width: 60, mono: true },
  ],
  rows: (net) =>
    net.topology.bonds.map((bond) => ({
      key: bond.id,
      target: { kind: 'bond', id: bond.id },
      cells: cellsOf(net, bond),
      remove: { type: 'remove', devices: [], links: bond.members },
    })),
}

function cellsOf(net: Network, bond: Bond): readonly Cell[] {
  const set = (end: 0 | 1, fields: BondEndFields): Edit => ({ type: 'set-bond-end', bond: bond.id, end, set: fields })
  const name = (end: 0 | 1) =>
    devicesAt(net, bond.ends[end])
      .map((id) => net.devices.get(id)?.name ?? '')
      .join(' + ')
  return [
    plainCell(bondTitle(net, bond)),
    LIVE_CELL,
    plainCell(name(0)),
    plainCell(name(1)),
    ...ENDS.map((end) => numberCell(bond.ends[end].channel, (channel) => set(end, { channel }))),
    ...ENDS.map((end) => choiceCell(bond.ends[end].mode, MODES, (mode) => set(end, { mode }))),
    ...ENDS.map((end) => choiceCell(bond.ends[end].rate, RATES, (rate) => set(end, { rate }))),
    membershipCell(bond.vlans, (vlans) => ({ type: 'set-bond', bond: bond.id, set: { vlans } })),
    numberCell(bond.mtu, (mtu) => ({ type: 'set-bond', bond: bond.id, set: { mtu } })),
    plainCell(bond.members.length),
  ]
}

const ENDS = [0, 1] as const
const MODES = (['active', 'passive', 'static'] as const).map((value) => ({ value, text: value }))
const RATES = (['slow', 'fast'] as const).map((value) => ({ value, text: value }))
