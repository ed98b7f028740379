import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Topology } from '../../core/model/topology.ts'
import { type Bends, type CableShape, cableShapes } from './cableShapes.ts'
import { type DeviceShapes, deviceShapes } from './deviceShapes.ts'
import { keep, keepAll, keepFlat } from './keep.ts'
import { type PairShape, pairShapes } from './pairShapes.ts'
import { type RibbonShape, ribbonShapes } from './ribbonShapes.ts'
import { isWiredAlike } from './wiring.ts'

/** Where everything stands: derived from the topology and the places of its devices, nothing else. */
export interface Scene {
  readonly topology: Topology
  readonly bends: Bends
  readonly devices: DeviceShapes
  readonly pairs: readonly PairShape[]
  readonly cables: readonly CableShape[]
  readonly ribbons: readonly RibbonShape[]
}

/** What else decides where things stand. */
export interface SceneOptions {
  readonly bends?: Bends | undefined
  /** Switches that stand for a collapsed pair. */
  readonly wide?: readonly string[] | undefined
  /**
   * The scene before this one. Every shape that did not change stays the same object, so that what is drawn from it does
   * not render again; and where the same things are plugged together only what has moved, and what has a cable to it, is thought through.
   */
  readonly before?: Scene | null
}

/** `at` gives the top left corner of a device. Pure, so a picture can be drawn from it as well as the canvas. */
export function sceneOf(
  topology: Topology,
  at: (device: DeviceId) => Point,
  { bends = NO_BENDS, wide, before = null }: SceneOptions = {},
): Scene {
  const earlier = before !== null && isWiredAlike(before.topology, topology) ? before : null
  const devices = deviceShapes(topology, at, wide, earlier?.devices)
  const pairs = keepAll(before?.pairs ?? [], pairShapes(topology, devices), keepFlat)
  const cables = cableShapes(topology, devices, pairs, bends, earlier)
  const scene = { topology, bends, devices, pairs, cables, ribbons: ribbonShapes(topology, devices, pairs, cables) }
  return before === null ? scene : keptFrom(before, scene, earlier === null)
}

function keptFrom(before: Scene, scene: Scene, other: boolean): Scene {
  return {
    ...scene,
    devices: other
      ? new Map([...scene.devices].map(([id, shape]) => [id, keep(before.devices.get(id), shape)]))
      : scene.devices,
    cables: keepAll(before.cables, scene.cables, keep),
    ribbons: keepAll(before.ribbons, scene.ribbons, keepFlat),
  }
}

const NO_BENDS: Bends = {}
