import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react'
import { create } from 'zustand'
import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Device, MlagDomain } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { paceRun } from '../../state/runtimeStore.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import type { CableShape } from './cableShapes.ts'
import { useCanvas } from './canvasStore.ts'
import type { DeviceShape, Side } from './deviceShapes.ts'
import { type Scene, sceneOf } from './geometry.ts'
import { isTouch, isViewOnly } from '../room.ts'
import type * as Compact from './compact.ts'
import { deviceKindName, deviceLine, domainTitle, domainWords } from './labels.ts'
import type * as ExtraNodes from './extraNodes.ts'
import type { PairShape } from './pairShapes.ts'

export type DeviceNode = Node<
  { readonly shape: DeviceShape; readonly device: Device; readonly line: string },
  'switch' | 'host' | 'management-switch' | 'router'
>
export type PairNode = Node<
  { readonly shape: PairShape; readonly domain: MlagDomain; readonly title: string; readonly platform: string },
  'pair'
>
export type NoteNode = Node<{ readonly note: Note }, 'note'>
/** A pair as its partners see it. */
export type CollapsedNode = Node<
  { readonly shape: DeviceShape; readonly domain: MlagDomain; readonly title: string },
  'collapsed'
>
export type FlowNode = DeviceNode | PairNode | NoteNode | CollapsedNode
export type CableEdge = Edge<{ readonly shape: CableShape }, 'cable'>

const NO_EDGES: CableEdge[] = []

interface FlowState {
  readonly net: Network
  readonly scene: Scene
  /** Small faces, nearer together: on a phone. */
  readonly small: boolean
  readonly nodes: FlowNode[]
  readonly edges: CableEdge[]
}

/**
 * What React Flow draws, derived from the document, the selection and a running drag. Objects stay the same until
 * their own input changes, so a drag renders one device and its cables.
 */
export const useFlow = create<FlowState>()((): FlowState => derive(null))

/** The thing that a node shows. */
export function targetOfNode({ id, type }: FlowNode): Target {
  if (type === 'note') return { kind: 'note', id: toId(id) }
  return type === 'pair' || type === 'collapsed' ? { kind: 'domain', id: toId(id) } : { kind: 'device', id: toId(id) }
}

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

/**
 * Where a node stands, for React Flow and for the browser: by left and top. Moved there by a transform, as React Flow does
 * it, each node is a drawing of its own that the browser puts together with hundreds of others at every frame.
 */
export function standing({ x, y }: Point): Pick<FlowNode, 'position' | 'style'> {
  return { position: { x, y }, style: { transform: 'none', left: x, top: y } }
}

/** Layers from back to front. */
export const LAYER = {
  pair: 0,
  ringBack: 4,
  cable: 6,
  ringFront: 8,
  // What is written stays legible where cables pass.
  note: 9,
  pairHead: 9,
  device: 10,
  frame: 20,
  mark: 30,
  line: 40,
} as const

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

/** What nodes are made from. A node stays the same object until something of it changes. */
interface Look {
  readonly net: Network
  readonly scene: Scene
  /** "device leaf-a". */
  readonly chosen: ReadonlySet<string>
  readonly locked: ReadonlySet<DeviceId>
  /** Nodes of the same network. */
  readonly before: ReadonlyMap<string, FlowNode>
}

/** Places for small faces; only phones load it. */
let compact: typeof Compact | null = null

/** Draws small faces from now on, for as long as this is a phone. */
export async function drawSmall(): Promise<void> {
  compact = await import('./compact.ts')
  rederive()
}

/** Notes and collapsed pairs: few designs have any, and what draws them comes with the first. */
let extras: typeof ExtraNodes | null = null

/** What draws notes and collapsed pairs; here before the first of their nodes is. */
export function extraParts(): typeof ExtraNodes | null {
  return extras
}

function pairNodes({ net, scene, chosen, locked, before }: Look): readonly PairNode[] {
  return scene.pairs.flatMap((shape): readonly PairNode[] => {
    const domain = net.domains.get(shape.id)
    if (domain === undefined) return []
    const selected = chosen.has(`domain ${shape.id}`)
    const hold = holdOf(domain.peers, locked, selected)
    const known = before.get(shape.id)
    if (known?.type === 'pair' && isSame(known, shape, selected, hold)) return [known]
    const title = domainTitle(net, domain)
    const { platform } = domainWords(net, domain)
    return [
      {
        id: shape.id,
        type: 'pair',
        ...standing(shape),
        width: shape.width,
        height: shape.height,
        measured: { width: shape.width, height: shape.height },
        handles: [],
        zIndex: LAYER.pair,
        selected,
        ...hold,
        ariaLabel: `${title}, pair of ${domain.peers.map((id) => net.devices.get(id)?.name ?? '').join(' and ')}`,
        domAttributes: { 'aria-roledescription': 'pair' },
        data: { shape, domain, title, platform },
      },
    ]
  })
}

function deviceNodes({ net, scene, chosen, locked, before }: Look): readonly DeviceNode[] {
  return net.topology.devices.flatMap((device): readonly DeviceNode[] => {
    const shape = scene.devices.get(device.id)
    if (shape === undefined) return []
    const selected = chosen.has(`device ${device.id}`)
    const hold = holdOf([device.id], locked, selected)
    const known = before.get(device.id)
    if (known !== undefined && isDevice(known) && isSame(known, shape, selected, hold)) return [known]
    return [
      {
        id: device.id,
        type: device.kind,
        ...standing(shape),
        width: shape.width,
        height: shape.height,
        measured: { width: shape.width, height: shape.height },
        handles: shape.ports.map(handleOf),
        zIndex: LAYER.device,
        selected,
        ...hold,
        ariaLabel: `${device.name},${hold.className === '' ? '' : ' locked'} ${deviceKindName(device)}`,
        domAttributes: { 'aria-roledescription': 'device' },
        data: { shape, device, line: deviceLine(net, device) },
      },
    ]
  })
}

/** How a node is held in its place: what is locked says so. A finger moves only what is selected already, and pans elsewhere. */
interface Hold {
  readonly draggable: boolean
  readonly className: 'locked' | ''
}

export function holdOf(ids: readonly DeviceId[], locked: ReadonlySet<DeviceId>, selected: boolean): Hold {
  const isLocked = ids.some((id) => locked.has(id))
  const moves = isTouch() ? selected && !isViewOnly() : true
  return { draggable: moves && !isLocked, className: isLocked ? 'locked' : '' }
}

function isSame(
  { data, selected, draggable, className }: DeviceNode | PairNode,
  shape: DeviceShape | PairShape,
  isSelected: boolean,
  hold: Hold,
): boolean {
  return data.shape === shape && selected === isSelected && draggable === hold.draggable && className === hold.className
}

function isDevice(node: FlowNode): node is DeviceNode {
  return node.type !== 'pair' && node.type !== 'note' && node.type !== 'collapsed'
}

/**
 * React Flow draws a cable only between handles that it knows; the curve is ours. These hold until it looks for
 * elements of class `source` in the node, which are the port buttons.
 */
export function handleOf({ id, side, x, y }: DeviceShape['ports'][number]): NodeHandle {
  return { id, type: 'source', position: POSITION[side], x, y, width: 1, height: 1 }
}

function edgeOf(shape: CableShape): CableEdge {
  return {
    id: shape.id,
    type: 'cable',
    source: shape.devices[0],
    target: shape.devices[1],
    sourceHandle: shape.ports[0],
    targetHandle: shape.ports[1],
    zIndex: LAYER.cable,
    selectable: false,
    focusable: false,
    domAttributes: { 'aria-hidden': true },
    data: { shape },
  }
}

function keepNodes(before: readonly FlowNode[], next: readonly FlowNode[]): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return next.map((node) => {
    const old = known.get(node.id)
    if (old === node) return node
    if (old === undefined || old.selected !== node.selected || old.draggable !== node.draggable) return node
    if (old.className !== node.className) return node
    return sameData(old.data, node.data) ? old : node
  })
}

/** One edge a cable; the same list where no cable changed. */
function edgesOf({ cables }: Scene, before: CableEdge[]): CableEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const edges = cables.map((shape) => {
    const old = known.get(shape.id)
    return old?.data?.shape === shape ? old : edgeOf(shape)
  })
  return edges.length === before.length && edges.every((edge, index) => edge === before[index]) ? before : edges
}

function sameData(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(b).every((key) => a[key] === b[key])
}

function rederive(): void {
  useFlow.setState(derive(useFlow.getState()))
}

const ORIGIN: Point = { x: 0, y: 0 }

const POSITION: Readonly<Record<Side, Position>> = {
  top: Position.Top,
  bottom: Position.Bottom,
  left: Position.Left,
  right: Position.Right,
}

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
