import type { Edit } from '../../core/model/edits.ts'
import { flowEndName } from '../../core/model/gateways.ts'
import type { Network } from '../../core/model/network.ts'
import type { Flow } from '../../core/model/topology.ts'
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
} from './table.ts'

export const flowTable: Table = {
  id: 'flows',
  title: 'Flows',
  word: 'flow',
  columns: [
    { head: 'From', width: 130, mono: true, identifies: true },
    { head: 'To', width: 130, mono: true, identifies: true },
    { head: 'From port', width: 90, mono: true, identifies: true },
    { head: 'To port', width: 90, mono: true },
    { head: 'State', width: 90, live: 'state' },
    { head: 'Worst outage', width: 110, live: 'worst outage', mono: true },
  ],
  rows: (net) =>
    net.topology.flows.map((flow) => ({
      key: flow.id,
      target: null,
      flow: flow.id,
      cells: cellsOf(net, flow),
      remove: { type: 'remove-flows', flows: [flow.id] },
    })),
  add: ({ net }, line) => add(net, line),
}

function cellsOf(net: Network, { id, from, to, ports }: Flow): readonly Cell[] {
  const name = (end: Flow['to']) => plainCell(flowEndName(net, end))
  const set = (chosen: Flow['ports']): Edit => ({ type: 'set-flow', flow: id, ports: chosen })
  return [
    name(from),
    name(to),
    numberCell(ports[0], (port) => set([port, ports[1]])),
    numberCell(ports[1], (port) => set([ports[0], port])),
    LIVE_CELL,
    LIVE_CELL,
  ]
}

function add(net: Network, line: CsvLine): Taken {
  const [start, end] = ['From', 'To'].map((head) => line.get(head)?.trim() ?? '')
  const from = net.deviceNamed.get(start ?? '')
  const to = net.topology.domains.find(({ id }) => flowEndName(net, id) === end) ?? net.deviceNamed.get(end ?? '')
  if (from === undefined || to === undefined) {
    return refuse(`names ${(from === undefined ? start : end) || 'no server'}, which is not in the design.`)
  }
  const ports = ['From port', 'To port'].map((head) => Number(line.get(head)?.trim() || Number.NaN))
  const [first = Number.NaN, second = Number.NaN] = ports
  return take({
    type: 'add-flow',
    from: from.id,
    to: to.id,
    ports: Number.isNaN(first) && Number.isNaN(second) ? null : [first, second],
  })
}
