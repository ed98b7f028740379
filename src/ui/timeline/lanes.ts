import type { DeviceId, FlowId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'

/** One row of the timeline. Tops and heights in px from the first lane. */
export type Lane = FlowLane | DeviceLane

interface LaneBox {
  readonly top: number
  readonly height: number
}

export interface FlowLane extends LaneBox {
  readonly kind: 'flow'
  readonly flow: FlowId
  readonly direction: 0 | 1
  readonly from: string
  readonly to: string
}

export interface DeviceLane extends LaneBox {
  readonly kind: 'device'
  readonly device: DeviceId
  readonly name: string
}

/** Flow directions first, then devices, both in document order. */
export function lanesOf(net: Network): readonly Lane[] {
  const name = (device: DeviceId): string => net.devices.get(device)?.name ?? ''
  const flows = net.topology.flows.flatMap(({ id, from, to }) => [
    { flow: id, direction: 0 as const, from: name(from), to: name(to) },
    { flow: id, direction: 1 as const, from: name(to), to: name(from) },
  ])
  const ends = flows.length * FLOW_HEIGHT
  return [
    ...flows.map((lane, at): FlowLane => ({ kind: 'flow', ...lane, top: at * FLOW_HEIGHT, height: FLOW_HEIGHT })),
    ...net.topology.devices.map((device, at): DeviceLane => ({
      kind: 'device',
      device: device.id,
      name: device.name,
      top: ends + at * DEVICE_HEIGHT,
      height: DEVICE_HEIGHT,
    })),
  ]
}

/** The lane at a height, or undefined below the last one. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | undefined {
  return lanes.find((lane) => y >= lane.top && y < lane.top + lane.height)
}

export function lanesHeight(lanes: readonly Lane[]): number {
  const last = lanes.at(-1)
  return last === undefined ? 0 : last.top + last.height
}

const FLOW_HEIGHT = 28
const DEVICE_HEIGHT = 22
