import type { DeviceId, DomainId } from '../../core/model/ids.ts'
import type { Topology } from '../../core/model/topology.ts'
import type { DeviceShape } from './deviceShapes.ts'

/** The container round the two peers of a domain. */
export interface PairShape {
  readonly id: DomainId
  readonly peers: readonly [DeviceId, DeviceId]
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function pairShapes(
  topology: Topology,
  devices: ReadonlyMap<DeviceId, DeviceShape>,
  padding: PairPadding = PAIR_PADDING,
): readonly PairShape[] {
  return topology.domains.flatMap(({ id, peers }) => {
    const [a, b] = [devices.get(peers[0]), devices.get(peers[1])]
    if (a === undefined || b === undefined) return []
    const left = Math.min(a.x, b.x) - padding.side
    const top = Math.min(a.y, b.y) - padding.top
    const right = Math.max(a.x + a.width, b.x + b.width) + padding.side
    const bottom = Math.max(a.y + a.height, b.y + b.height) + padding.bottom
    return [{ id, peers, x: left, y: top, width: right - left, height: bottom - top }]
  })
}

/** Between the container and its peers; the header lies in the top. */
export const PAIR_PADDING: PairPadding = { side: 24, top: 56, bottom: 24 }
/** On a phone. */
export const SMALL_PADDING: PairPadding = { side: 12, top: 38, bottom: 16 }

interface PairPadding {
  readonly side: number
  readonly top: number
  readonly bottom: number
}
