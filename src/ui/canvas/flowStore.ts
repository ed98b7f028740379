import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react'
import { create } from 'zustand'
import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Device, MlagDomain } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import type { CableShape } from './cableShapes.ts'
import { useCanvas } from './canvasStore.ts'
import type { DeviceShape, Side } from './deviceShapes.ts'
import { keepUnchanged, type Scene, sceneOf } from './geometry.ts'
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

interface FlowState {
  readonly scene: Scene
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
  const locked = design.drawing?.locked ?? NONE
  if (extras === null && (design.notes ?? design.drawing?.collapsed) !== undefined) {
    void import('./extraNodes.ts').then((part) => {
      extras = part
      rederive()
    })
  }
  const { bends } = design.drawing ?? {}
  const { bending } = useCanvas.getState()
  const scene = keepUnchanged(
    before?.scene ?? null,
    sceneOf(extras?.drawnTopology(net) ?? net.topology, placeOf, {
      bends: bending === null ? bends : { ...bends, [bending.link]: bending.by },
      wide: design.drawing?.collapsed,
    }),
  )
  return {
    scene,
    nodes: keepNodes(before?.nodes ?? [], [
      ...pairNodes(net, scene, selection, locked),
      ...deviceNodes(net, scene, selection, locked),
      ...(extras?.extraNodes(net, scene, selection) ?? []),
    ]),
    edges: keepEdges(before?.edges ?? [], scene.cables.map(edgeOf)),
  }
}

/** Notes and collapsed pairs: few designs have any, and what draws them comes with the first. */
let extras: typeof ExtraNodes | null = null

/** What draws notes and collapsed pairs; here before the first of their nodes is. */
export function extraParts(): typeof ExtraNodes | null {
  return extras
}

function pairNodes(
  net: Network,
  scene: Scene,
  selection: readonly Target[],
  locked: readonly DeviceId[],
): readonly PairNode[] {
  return scene.pairs.flatMap((shape): readonly PairNode[] => {
    const domain = net.domains.get(shape.id)
    if (domain === undefined) return []
    const title = domainTitle(net, domain)
    const { platform } = domainWords(net, domain)
    return [
      {
        id: shape.id,
        type: 'pair',
        position: { x: shape.x, y: shape.y },
        width: shape.width,
        height: shape.height,
        measured: { width: shape.width, height: shape.height },
        handles: [],
        zIndex: LAYER.pair,
        selected: selection.some(({ kind, id }) => kind === 'domain' && id === shape.id),
        draggable: !domain.peers.some((id) => locked.includes(id)),
        ariaLabel: `${title}, pair of ${domain.peers.map((id) => net.devices.get(id)?.name ?? '').join(' and ')}`,
        domAttributes: { 'aria-roledescription': 'pair' },
        data: { shape, domain, title, platform },
      },
    ]
  })
}

function deviceNodes(
  net: Network,
  scene: Scene,
  selection: readonly Target[],
  locked: readonly DeviceId[],
): readonly DeviceNode[] {
  return net.topology.devices.flatMap((device): readonly DeviceNode[] => {
    const shape = scene.devices.get(device.id)
    if (shape === undefined) return []
    return [
      {
        id: device.id,
        type: device.kind,
        position: { x: shape.x, y: shape.y },
        width: shape.width,
        height: shape.height,
        measured: { width: shape.width, height: shape.height },
        handles: shape.ports.map(handleOf),
        zIndex: LAYER.device,
        selected: selection.some(({ kind, id }) => kind === 'device' && id === device.id),
        draggable: !locked.includes(device.id),
        ariaLabel: `${device.name},${locked.includes(device.id) ? ' locked' : ''} ${deviceKindName(device)}`,
        domAttributes: { 'aria-roledescription': 'device' },
        data: { shape, device, line: deviceLine(net, device) },
      },
    ]
  })
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
    if (old === undefined || old.selected !== node.selected || old.draggable !== node.draggable) return node
    return sameData(old.data, node.data) ? old : node
  })
}

function keepEdges(before: readonly CableEdge[], next: readonly CableEdge[]): CableEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  return next.map((edge) => {
    const old = known.get(edge.id)
    return old?.data?.shape === edge.data?.shape && old !== undefined ? old : edge
  })
}

function sameData(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(b).every((key) => a[key] === b[key])
}

function rederive(): void {
  useFlow.setState(derive(useFlow.getState()))
}

const ORIGIN: Point = { x: 0, y: 0 }
const NONE: readonly DeviceId[] = []

const POSITION: Readonly<Record<Side, Position>> = {
  top: Position.Top,
  bottom: Position.Bottom,
  left: Position.Left,
  right: Position.Right,
}

useDocument.subscribe(({ design }, before) => {
  if (design !== before.design) rederive()
})
useUi.subscribe(({ selection }, before) => {
  if (selection !== before.selection) rederive()
})
useCanvas.subscribe(({ drag, resizing, bending }, before) => {
  if (drag !== before.drag || resizing !== before.resizing || bending !== before.bending) rederive()
})
