import type { Point } from '../../model/design.ts'
import type { DeviceId } from '../../model/ids.ts'
import type { Drawing } from './drawing.ts'

/** Pairs side by side, what hangs below them under them, management switches above. */
export function layoutOf(drawing: Drawing): Readonly<Record<DeviceId, Point>> {
  const { devices, domains } = drawing
  const places: Record<DeviceId, Point> = {}
  const paired = domains.map(({ peers }) => [...peers])
  const alone = devices.filter(({ id, kind }) => kind === 'switch' && !paired.flat().includes(id)).map(({ id }) => [id])
  const cables = cablesOf(drawing)
  let left = LEFT
  for (const together of [...paired, ...alone]) {
    const below = hostsBelow(drawing, together).filter((id) => places[id] === undefined)
    const rows = Math.max(1, Math.ceil(below.length / PER_ROW))
    const perRow = Math.ceil(below.length / rows)
    const peer = Math.max(PEER, ...together.map((id) => faceFor(cables(id, below)) + PEER - FACE))
    const host = Math.max(HOST, ...below.map((id) => HOST + (cables(id, together) - HOST_PORTS) * HOST_PORT))
    const width = Math.max(together.length * peer, perRow * host)
    const start = left + (width - together.length * peer) / 2
    together.forEach((id, at) => (places[id] = { x: round(start + at * peer), y: SWITCH_ROW }))
    below.forEach((id, at) => {
      const row = Math.floor(at / perRow)
      const inRow = Math.min(perRow, below.length - row * perRow)
      const first = left + (width - inRow * host) / 2
      places[id] = { x: round(first + (at % perRow) * host), y: HOST_ROW + row * ROW }
    })
    left += width + GAP
  }
  const middle = (left - GAP) / 2
  const routers = devices.filter(({ kind }) => kind === 'router')
  routers.forEach(({ id }, at) => (places[id] = { x: round(middle + at * PEER - 90), y: ROUTER_ROW }))
  const rest = devices.filter(({ id }) => places[id] === undefined)
  rest.forEach(({ id }, at) => (places[id] = { x: round(middle + at * PEER - 90), y: MANAGEMENT_ROW }))
  return places
}

function hostsBelow({ devices, ports, links }: Drawing, above: readonly DeviceId[]): readonly DeviceId[] {
  const deviceOf = new Map(ports.map(({ id, device }) => [id, device]))
  const hosts = new Set(devices.filter(({ kind }) => kind === 'host').map(({ id }) => id))
  const found = links.flatMap(({ ends }) => {
    const [a, b] = ends.map((end) => deviceOf.get(end))
    if (a === undefined || b === undefined) return []
    if (above.includes(a) && hosts.has(b)) return [b]
    return above.includes(b) && hosts.has(a) ? [a] : []
  })
  return [...new Set(found)]
}

/** Looks up how many cables lead from a device to any of some others. */
function cablesOf({ ports, links }: Drawing): (from: DeviceId, to: readonly DeviceId[]) => number {
  const deviceOf = new Map(ports.map(({ id, device }) => [id, device]))
  const ends = new Map<DeviceId, DeviceId[]>()
  const push = (from: DeviceId, to: DeviceId): void => {
    const known = ends.get(from)
    if (known) known.push(to)
    else ends.set(from, [to])
  }
  for (const link of links) {
    const [a, b] = link.ends.map((end) => deviceOf.get(end))
    if (a === undefined || b === undefined) continue
    push(a, b)
    push(b, a)
  }
  return (from, to) => {
    const wanted = new Set(to)
    return (ends.get(from) ?? []).filter((far) => wanted.has(far)).length
  }
}

/** A face is as wide as the ports on its lower edge need. */
function faceFor(ports: number): number {
  return FACE + Math.max(0, ports - FACE_PORTS) * FACE_PORT
}

function round(x: number): number {
  return Math.round(x / 8) * 8
}

// CSS px: a switch with the gap between peers, a host with the gap beside it, and where the rows stand.
const PEER = 392
const FACE = 240
const FACE_PORTS = 4
const FACE_PORT = 48
const HOST = 192
const HOST_PORTS = 4
const HOST_PORT = 32
const PER_ROW = 8
const GAP = 120
const LEFT = 64
const MANAGEMENT_ROW = 56
const ROUTER_ROW = -104
const SWITCH_ROW = 192
const HOST_ROW = 480
const ROW = 160
