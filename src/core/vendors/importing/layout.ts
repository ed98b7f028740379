import type { Point } from '../../model/design.ts'
import type { DeviceId } from '../../model/ids.ts'
import type { Drawing } from './drawing.ts'

/** Pairs side by side, what hangs below them under them, management switches above. */
export function layoutOf(drawing: Drawing): Readonly<Record<DeviceId, Point>> {
  const { devices, domains } = drawing
  const places: Record<DeviceId, Point> = {}
  const paired = domains.map(({ peers }) => [...peers])
  const alone = devices.filter(({ id, kind }) => kind === 'switch' && !paired.flat().includes(id)).map(({ id }) => [id])
  let left = LEFT
  for (const together of [...paired, ...alone]) {
    const below = hostsBelow(drawing, together).filter((id) => places[id] === undefined)
    const rows = Math.max(1, Math.ceil(below.length / PER_ROW))
    const perRow = Math.ceil(below.length / rows)
    const width = Math.max(together.length * PEER, perRow * HOST)
    const start = left + (width - together.length * PEER) / 2
    together.forEach((id, at) => (places[id] = { x: round(start + at * PEER), y: SWITCH_ROW }))
    below.forEach((id, at) => {
      const row = Math.floor(at / perRow)
      const inRow = Math.min(perRow, below.length - row * perRow)
      const first = left + (width - inRow * HOST) / 2
      places[id] = { x: round(first + (at % perRow) * HOST), y: HOST_ROW + row * ROW }
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

function round(x: number): number {
  return Math.round(x / 8) * 8
}

// CSS px: a switch with the gap between peers, a host with the gap beside it, and where the rows stand.
const PEER = 392
const HOST = 192
const PER_ROW = 8
const GAP = 120
const LEFT = 64
const MANAGEMENT_ROW = 56
const ROUTER_ROW = -104
const SWITCH_ROW = 192
const HOST_ROW = 480
const ROW = 160
