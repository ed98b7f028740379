import { create } from 'zustand'
import type { Point } from '../../core/model/design.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { paceRun } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import type * as Compact from './compact.ts'
import type * as ExtraNodes from './extraNodes.ts'
import { type CableEdge, edgesOf, NO_EDGES } from './flowEdges.ts'
import { deviceNodes, type FlowNode, keepNodes, type Look, pairNodes } from './flowNodes.ts'
import { type Scene, sceneOf } from './geometry.ts'
import { isViewOnly } from '../room.ts'

interface FlowState {
  readonly net: Network
  readonly scene: Scene
  /** Small faces, nearer together: on a phone. */
  readonly small: boolean
  readonly nodes: FlowNode[]
  readonly edges: CableEdge[]
}

/** Places for small faces; only phones load it. */
let compact: typeof Compact | null = null

/** Notes and collapsed pairs: few designs have any, and what draws them comes with the first. */
let extras: typeof ExtraNodes | null = null

/**
 * What React Flow draws, derived from the document, the selection and a running drag. Objects stay the same until
 * their own input changes, so a drag renders one device and its cables.
 */
export const useFlow = create<FlowState>()((): FlowState => derive(null))

/** The device itself, or the collapsed pair that stands for it. */
export function shownAs(id: DeviceId): DeviceId {
  const { scene } = useFlow.getState()
  return scene.devices.has(id) ? id : toId(presentNetwork().domainOf.get(id)?.id ?? id)
}

/** Top left corner of a device as it is drawn now, a running drag included. */
export function placeOf(device: DeviceId): Point {
  const { layout } = useDocument.getState().design
  return useCanvas.getState().drag?.get(device) ?? layout[device] ?? extras?.collapsedPlace(device) ?? ORIGIN
}

function derive(before: FlowState | null): FlowState {
  const net = presentNetwork()
  const { selection } = useUi.getState()
  const { design } = useDocument.getState()
  if (extras === null && (design.notes ?? design.drawing?.collapsed) !== undefined) {
    void import('./extraNodes.ts').then((part) => {
      extras = part
      rederive()
    })
  }
  const { collapsed: wide, bends, locked = [] } = design.drawing ?? {}
  const { bending, coarse, whole } = useCanvas.getState()
  const topology = extras?.drawnTopology(net) ?? net.topology
  const places = isViewOnly() ? compact?.compactPlaces(topology, placeOf, wide) : undefined
  const small = places !== undefined
  const scene = sceneOf(topology, (id) => places?.get(id) ?? placeOf(id), {
    bends: small ? undefined : bending === null ? bends : { ...bends, [bending.link]: bending.by },
    wide,
    before: before?.small === small ? before.scene : null,
    small,
  })
  const look: Look = {
    net,
    scene,
    chosen: new Set(selection.map(({ kind, id }) => `${kind} ${id}`)),
    locked: new Set(locked),
    before: new Map(before?.net === net ? before.nodes.map((node) => [node.id, node]) : []),
  }
  return {
    net,
    scene,
    small,
    nodes: keepNodes(before?.nodes ?? [], [
      ...pairNodes(look),
      ...deviceNodes(look),
      ...(extras?.extraNodes(
        net,
        scene,
        selection,
        small ? compact?.compactNotes(design.notes ?? [], scene) : undefined,
      ) ?? []),
    ]),
    // Far out one drawing shows all cables.
    edges: coarse && !whole ? NO_EDGES : edgesOf(scene, before?.edges ?? NO_EDGES),
  }
}

/** Draws small faces from now on, for as long as this is a phone. */
export async function drawSmall(): Promise<void> {
  compact = await import('./compact.ts')
  rederive()
}

/** What draws notes and collapsed pairs; here before the first of their nodes is. */
export function extraParts(): typeof ExtraNodes | null {
  return extras
}

function rederive(): void {
  useFlow.setState(derive(useFlow.getState()))
}

const ORIGIN: Point = { x: 0, y: 0 }

/** While something is moved, the run is shown so often: the frames belong to the hand. */
export const MOVING_MS = 50

useDocument.subscribe(({ design }, before) => {
  if (design !== before.design) rederive()
})
useUi.subscribe(({ selection }, before) => {
  if (selection !== before.selection) rederive()
})
useCanvas.subscribe(({ drag, resizing, bending, coarse, whole }, before) => {
  if ((drag === null) !== (before.drag === null)) paceRun(drag === null ? 0 : MOVING_MS)
  const moved = drag !== before.drag || resizing !== before.resizing || bending !== before.bending
  if (moved || coarse !== before.coarse || whole !== before.whole) rederive()
})
