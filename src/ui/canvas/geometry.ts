import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Topology } from '../../core/model/topology.ts'
import { type Bends, type CableShape, cableShapes } from './cableShapes.ts'
import { type DeviceShapes, deviceShapes } from './deviceShapes.ts'
import { keepAll, keepFlat } from './keep.ts'
import { PAIR_PADDING, type PairShape, pairShapes, SMALL_PADDING } from './pairShapes.ts'
import { type RibbonShape, ribbonShapes } from './ribbonShapes.ts'

/** Where everything stands: derived from the topology and the places of its devices, nothing else. */
export interface Scene {
  readonly topology: Topology
  readonly bends: Bends
  readonly wide: readonly string[]
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
   * not render again; and only what has moved or is plugged otherwise, and what has a cable to it, is thought through.
   */
  readonly before?: Scene | null
  /** Small faces, as a phone shows them. */
  readonly small?: boolean
}

/** `at` gives the top left corner of a device. Pure, so a picture can be drawn from it as well as the canvas. */
export function sceneOf(
  topology: Topology,
  at: (device: DeviceId) => Point,
  { bends = NO_BENDS, wide = NONE_WIDE, before = null, small = false }: SceneOptions = {},
): Scene {
  const devices = deviceShapes(topology, at, wide, before, small)
  const pairs = keepAll(
    before?.pairs ?? [],
    pairShapes(topology, devices, small ? SMALL_PADDING : PAIR_PADDING),
    keepFlat,
  )
  const cables = keepAll(
    before?.cables ?? [],
    cableShapes(topology, devices, pairs, bends, before),
    (_, cable) => cable,
  )
  const ribbons = keepAll(before?.ribbons ?? [], ribbonShapes(topology, devices, pairs, cables), keepFlat)
  return { topology, bends, wide, devices, pairs, cables, ribbons }
}

const NO_BENDS: Bends = {}
const NONE_WIDE: readonly string[] = []
