import type { Point } from '../../core/model/design.ts'
import type { DeviceId, LinkId } from '../../core/model/ids.ts'
import type { Topology } from '../../core/model/topology.ts'
import { type CableShape, cableShapes } from './cableShapes.ts'
import { type DeviceShape, deviceShapes } from './deviceShapes.ts'
import { type PairShape, pairShapes } from './pairShapes.ts'
import { type RibbonShape, ribbonShapes } from './ribbonShapes.ts'

/** Where everything stands: derived from the topology and the places of its devices, nothing else. */
export interface Scene {
  readonly devices: ReadonlyMap<DeviceId, DeviceShape>
  readonly pairs: readonly PairShape[]
  readonly cables: readonly CableShape[]
  readonly ribbons: readonly RibbonShape[]
}

/** What else decides where things stand. */
export interface SceneOptions {
  /** How far the middle of a cable is pulled from where it would lie. */
  readonly bends?: Readonly<Record<LinkId, Point>> | undefined
  /** Switches that stand for a collapsed pair. */
  readonly wide?: readonly string[] | undefined
}

/** `at` gives the top left corner of a device. Pure, so a picture can be drawn from it as well as the canvas. */
export function sceneOf(
  topology: Topology,
  at: (device: DeviceId) => Point,
  { bends, wide }: SceneOptions = {},
): Scene {
  const devices = deviceShapes(topology, at, wide)
  const pairs = pairShapes(topology, devices)
  const cables = cableShapes(topology, devices, pairs, bends)
  return { devices, pairs, cables, ribbons: ribbonShapes(topology, devices, pairs, cables) }
}

/**
 * `next`, with every shape that did not change replaced by the same object of `before`: what is drawn from it does not
 * render again.
 */
export function keepUnchanged(before: Scene | null, next: Scene): Scene {
  if (before === null) return next
  return {
    devices: new Map([...next.devices].map(([id, shape]) => [id, keep(before.devices.get(id), shape)])),
    pairs: keepAll(before.pairs, next.pairs),
    cables: keepAll(before.cables, next.cables),
    ribbons: keepAll(before.ribbons, next.ribbons),
  }
}

function keepAll<T extends { readonly id: string }>(before: readonly T[], next: readonly T[]): readonly T[] {
  const known = new Map(before.map((shape) => [shape.id, shape]))
  return next.map((shape) => keep(known.get(shape.id), shape))
}

function keep<T>(before: T | undefined, next: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next
}
