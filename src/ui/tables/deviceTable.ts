import type { DeviceFields } from '../../core/model/edit.ts'
import type { Edit } from '../../core/model/edits.ts'
import type { Network } from '../../core/model/network.ts'
import { type Device, ALL_VENDOR_IDS, type VendorId } from '../../core/model/topology.ts'
import { platformOf } from '../../core/vendors/platforms.ts'
import { deviceKindName } from '../canvas/labels.ts'
import {
  type AddTo,
  type Cell,
  choiceCell,
  type CsvLine,
  LIVE_CELL,
  numberCell,
  plainCell,
  refuse,
  type Table,
  type Taken,
  take,
  textCell,
} from './table.ts'

export const deviceTable: Table = {
  id: 'devices',
  title: 'Devices',
  word: 'pair',
  columns: [
    { head: 'Name', width: 130, mono: true, identifies: true },
    { head: 'State', width: 90, live: 'state' },
    { head: 'Kind', width: 130 },
    { head: 'Platform', width: 140 },
    { head: 'Pair', width: 100, mono: true },
    { head: 'Label', width: 150 },
    { head: 'Address', width: 110, mono: true },
    { head: 'MAC', width: 140, mono: true },
    { head: 'LACP priority', width: 100, mono: true },
    { head: 'STP priority', width: 100, mono: true },
  ],
  rows: (net) =>
    net.topology.devices.map((device) => ({
      key: device.id,
      target: { kind: 'device', id: device.id },
      cells: cellsOf(net, device),
      remove: { type: 'remove', devices: [device.id], links: [] },
    })),
  add,
}

function cellsOf(net: Network, device: Device): readonly Cell[] {
  const set = (fields: DeviceFields): Edit => ({ type: 'set-device', device: device.id, set: fields })
  const none = plainCell('')
  return [
    textCell(device.name, (name) => set({ name })),
    LIVE_CELL,
    plainCell(deviceKindName(device)),
    device.kind === 'switch'
      ? choiceCell(device.vendor, PLATFORMS, (vendor) => ({ type: 'set-platform', device: device.id, vendor }))
      : none,
    plainCell(net.domainOf.get(device.id)?.name ?? ''),
    textCell(device.label, (label) => set({ label })),
    device.kind === 'host' || device.kind === 'router' ? textCell(device.ipv4, (ipv4) => set({ ipv4 })) : none,
    textCell(device.mac, (mac) => set({ mac })),
    device.kind === 'switch'
      ? numberCell(device.lacpSystemPriority, (lacpSystemPriority) => set({ lacpSystemPriority }))
      : none,
    device.kind === 'switch'
      ? numberCell(device.stp.priority, (priority) => set({ stp: { ...device.stp, priority } }))
      : none,
  ]
}

/** New devices stand in rows below what is drawn. */
function add({ net, bottom }: AddTo, line: CsvLine, nth: number): Taken {
  const kind = KINDS.find(({ text }) => text === line.get('Kind')?.trim().toLowerCase())
  if (kind === undefined) {
    return refuse(`is not in the design; to add it, give its Kind: ${KINDS.map(({ text }) => text).join(', ')}.`)
  }
  const at = { x: (nth % PER_ROW) * COLUMN_PX, y: bottom + (1 + Math.floor(nth / PER_ROW)) * ROW_PX }
  const set = fieldsOf(line)
  if (kind.kind !== 'switch') return take({ type: 'add-device', kind: kind.kind, at, set })
  const wanted = line.get('Platform')?.trim().toLowerCase() ?? ''
  const vendor =
    wanted === ''
      ? usualVendor(net)
      : PLATFORMS.find(({ text, value }) => [text.toLowerCase(), value].includes(wanted))?.value
  return vendor === undefined
    ? refuse(`has a Platform that is none of: ${PLATFORMS.map(({ text }) => text).join(', ')}.`)
    : take({ type: 'add-device', kind: 'switch', vendor, at, set })
}

function fieldsOf(line: CsvLine): DeviceFields {
  const text = (head: string) => line.get(head)?.trim() ?? ''
  const [label, mac, ipv4, priority] = ['Label', 'MAC', 'Address', 'LACP priority'].map(text)
  return {
    name: text('Name'),
    ...(label ? { label } : {}),
    ...(mac ? { mac } : {}),
    ...(ipv4 ? { ipv4 } : {}),
    ...(priority ? { lacpSystemPriority: Number(priority) } : {}),
  }
}

function usualVendor(net: Network): VendorId {
  return net.topology.devices.find((device) => device.kind === 'switch')?.vendor ?? 'cisco-nxos'
}

const PLATFORMS = ALL_VENDOR_IDS.map((value) => ({ value, text: platformOf(value).words.platform }))
const KINDS = [
  { text: 'switch', kind: 'switch' },
  { text: 'server', kind: 'host' },
  { text: 'management switch', kind: 'management-switch' },
  { text: 'router', kind: 'router' },
] as const
const PER_ROW = 8
const COLUMN_PX = 180
const ROW_PX = 120
