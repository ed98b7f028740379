import { type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Device, MlagDomain } from '../../core/model/topology.ts'
import type { Target } from '../../state/uiStore.ts'
import { isTouch, isViewOnly } from '../room.ts'
import type { DeviceShape, Side } from './deviceShapes.ts'
import type { Scene } from './geometry.ts'
import { deviceKindName, deviceLine, domainTitle, domainWords } from './labels.ts'
import { LAYER } from './layers.ts'
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
/** The thing that a node shows. */
export function targetOfNode({ id, type }: FlowNode): Target {
  if (type === 'note') return { kind: 'note', id: toId(id) }
  return type === 'pair' || type === 'collapsed' ? { kind: 'domain', id: toId(id) } : { kind: 'device', id: toId(id) }
}

/**
 * Where a node stands, for React Flow and for the browser: by left and top. Moved there by a transform, as React Flow does
 * it, each node is a drawing of its own that the browser puts together with hundreds of others at every frame.
 */
export function standing({ x, y }: Point): Pick<FlowNode, 'position' | 'style'> {
  return { position: { x, y }, style: { transform: 'none', left: x, top: y } }
}

/** What nodes are made from. A node stays the same object until something of it changes. */
export interface Look {
  readonly net: Network
  readonly scene: Scene
  /** "device leaf-a". */
  readonly chosen: ReadonlySet<string>
  readonly locked: ReadonlySet<DeviceId>
  /** Nodes of the same network. */
  readonly before: ReadonlyMap<string, FlowNode>
}

export function pairNodes({ net, scene, chosen, locked, before }: Look): readonly PairNode[] {
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

export function deviceNodes({ net, scene, chosen, locked, before }: Look): readonly DeviceNode[] {
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

export function keepNodes(before: readonly FlowNode[], next: readonly FlowNode[]): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return next.map((node) => {
    const old = known.get(node.id)
    if (old === node) return node
    if (old === undefined || old.selected !== node.selected || old.draggable !== node.draggable) return node
    if (old.className !== node.className) return node
    return sameData(old.data, node.data) ? old : node
  })
}

function sameData(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(b).every((key) => a[key] === b[key])
}

const POSITION: Readonly<Record<Side, Position>> = {
  top: Position.Top,
  bottom: Position.Bottom,
  left: Position.Left,
  right: Position.Right,
}
