import type { DeviceId, FlowId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { directionKey } from '../../state/runState.ts'

/** One row of the timeline. Tops and heights in px from the first lane. */
export type Lane = FlowLane | QuietLane | DeviceLane

interface LaneBox {
  readonly top: number
  readonly height: number
}

export interface FlowLane extends LaneBox {
  readonly kind: 'flow'
  readonly flow: FlowId
  readonly direction: 0 | 1
}

/** Stands for the flow directions that had no outage; opens into them. */
export interface QuietLane extends LaneBox {
  readonly kind: 'quiet'
  readonly count: number
}

export interface DeviceLane extends LaneBox {
  readonly kind: 'device'
  readonly device: DeviceId
  readonly name: string
}

/**
 * Flow directions first, then devices, both in document order. Directions that are not `loud` (had no outage) share one
 * lane, with their own ones below it when it is `open`. A few directions are always shown.
 */
export function lanesOf(net: Network, loud: ReadonlySet<string>, open: boolean): readonly Lane[] {
  const all = net.topology.flows.flatMap(({ id }) => [
    { flow: id, direction: 0 as const },
    { flow: id, direction: 1 as const },
  ])
  const few = all.length <= FEW
  const isLoud = (it: (typeof all)[number]): boolean => few || loud.has(directionKey(it.flow, it.direction))
  const quiet = all.filter((it) => !isLoud(it))
  return stacked([
    ...all.filter(isLoud).map((it) => ({ kind: 'flow' as const, ...it, height: FLOW_HEIGHT })),
    ...(quiet.length > 0 ? [{ kind: 'quiet' as const, count: quiet.length, height: DEVICE_HEIGHT }] : []),
    ...(open ? quiet : []).map((it) => ({ kind: 'flow' as const, ...it, height: FLOW_HEIGHT })),
    ...net.topology.devices.map(({ id, name }) => ({
      kind: 'device' as const,
      device: id,
      name,
      height: DEVICE_HEIGHT,
    })),
  ])
}

/** The lane at a height, or undefined below the last one. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | undefined {
  return lanes.find((lane) => y >= lane.top && y < lane.top + lane.height)
}

export function lanesHeight(lanes: readonly Lane[]): number {
  const last = lanes.at(-1)
  return last === undefined ? 0 : last.top + last.height
}

type Unplaced = Omit<FlowLane, 'top'> | Omit<QuietLane, 'top'> | Omit<DeviceLane, 'top'>

function stacked(lanes: readonly Unplaced[]): readonly Lane[] {
  let top = 0
  return lanes.map((lane) => {
    const placed = { ...lane, top }
    top += lane.height
    return placed
  })
}

const FLOW_HEIGHT = 28
const DEVICE_HEIGHT = 22
const FEW = 4
