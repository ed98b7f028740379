import { type FitViewOptions, type ReactFlowInstance, type Viewport } from '@xyflow/react'
import { useEffect, useEffectEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { roomNow } from '../room.ts'
import { useCanvas } from './canvasStore.ts'
import type { CableEdge } from './flowEdges.ts'
import type { FlowNode } from './flowNodes.ts'
import { shownAs } from './flowStore.ts'

/** Everything in view, clear of the zoom bar and the small map where there is room; larger than life only for an audience. */
export function fitOptions(): FitViewOptions {
  const bottom = innerHeight < SHORT_WINDOW ? '48px' : '102px'
  return {
    padding:
      roomNow() === 'phone'
        ? { x: '8px', top: '12px', bottom: '28px' }
        : { top: '20px', bottom, left: '24px', right: '24px' },
    maxZoom: useUi.getState().presenting ? 1.6 : 1,
    duration: 0,
  }
}

/** Pixels: a page at 200 % on a screen of 1440×900 is lower. */
const SHORT_WINDOW = 560

/** Further out than this a device is its name and its state. */
const FAR = 0.45
/** Up to so many devices, what is too small to see is there all the same, for those who listen. */
const MANY = 40
/** Height of the zoom bar and the selection's bar with what is round them, in px. */
const BARS = 48
/** Pixels: what is further away is shown in the middle. */
const NEARBY = 240
const MARGIN = 24
const LIFE_SIZE = { x: 0, y: 0, zoom: 1 } as const

/** The view of the present design as it was when the tables took the place of the canvas; null: there is none yet. */
export function keptView(): Viewport | null {
  return kept?.of === useDocument.getState().id ? kept.viewport : null
}

export function keepView(viewport: Viewport): void {
  kept = { of: useDocument.getState().id, viewport }
}

let kept: { readonly of: string; readonly viewport: Viewport } | null = null

/** Follows requests to show something, and fits a design that was just opened. */
export function useViewRequests(flow: ReactFlowInstance<FlowNode, CableEdge> | null): void {
  const request = useUi((s) => s.viewRequest)
  const show = useEffectEvent((targets: readonly Target[]) => {
    // React Flow would keep the wish until the first device is placed, and move it away from under the pointer.
    if (presentNetwork().topology.devices.length === 0) return void flow?.setViewport(LIFE_SIZE)
    const nodes = targets.flatMap((target) => devicesOf(presentNetwork(), target)).map((id) => ({ id: shownAs(id) }))
    const some = nodes.length > 0 && nodes.length < presentNetwork().devices.size
    // React Flow learns of what was just drawn or opened at its next render.
    requestAnimationFrame(() => {
      if (flow === null) return
      const way = nodes.length > 0 ? wayIntoView(flow, nodes) : null
      if (way !== null && Math.hypot(way.x, way.y) <= NEARBY) {
        const { x, y, zoom } = flow.getViewport()
        if (way.x !== 0 || way.y !== 0) void flow.setViewport({ x: x + way.x, y: y + way.y, zoom })
        return
      }
      void flow.fitView(some ? { ...fitOptions(), nodes, padding: '120px' } : fitOptions())
    })
  })
  useEffect(() => {
    if (request.seq > 0) show(request.targets)
  }, [request])
  useEffect(() => useDocument.subscribe(({ id }, before) => id !== before.id && show([])), [])
}

/**
 * By how many pixels the drawing has to move until all of the nodes are on screen: not at all where they are, so that
 * nothing moves under the user's eyes. Null where they are too large for it.
 */
function wayIntoView(
  flow: ReactFlowInstance<FlowNode, CableEdge>,
  nodes: readonly { readonly id: string }[],
): Point | null {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect()
  if (box === undefined) return null
  const bounds = flow.getNodesBounds(nodes.map(({ id }) => id))
  const from = flow.flowToScreenPosition(bounds)
  const to = flow.flowToScreenPosition({ x: bounds.x + bounds.width, y: bounds.y + bounds.height })
  const x = along(from.x, to.x, box.left, box.right)
  const y = along(from.y, to.y, box.top, box.bottom - BARS)
  return x === null || y === null ? null : { x, y }
}

/** One direction of it. What is partly out comes in with a margin. */
function along(from: number, to: number, low: number, high: number): number | null {
  if (from >= low && to <= high) return 0
  if (to - from > high - low - 2 * MARGIN) return null
  return from < low ? low + MARGIN - from : high - MARGIN - to
}

/** The devices that show a target. */
function devicesOf(net: Network, { kind, id }: Target): readonly DeviceId[] {
  switch (kind) {
    case 'device':
      return [id]
    case 'domain':
      return net.domains.get(id)?.peers ?? []
    case 'port': {
      const port = net.ports.get(id)
      return port === undefined ? [] : [port.device]
    }
    case 'link':
      return (net.links.get(id)?.ends ?? []).flatMap((end) => net.ports.get(end)?.device ?? [])
    case 'note':
      return []
    case 'bond':
      return (net.bonds.get(id)?.members ?? []).flatMap((link) => devicesOf(net, { kind: 'link', id: link }))
  }
}

/** Tells CSS how far the canvas is zoomed: small type keeps its size, detail goes when it would be too small. */
export function showZoom(element: HTMLElement | null, zoom: number): void {
  if (element === null) return
  element.style.setProperty('--keep', String(Math.min(2, Math.max(1, 1 / zoom))))
  const level = zoom < FAR ? 'far' : zoom < 0.8 ? 'middle' : 'near'
  const coarse = level === 'far' && presentNetwork().devices.size > MANY
  element.dataset['zoom'] = level
  const before = useCanvas.getState()
  if (coarse !== before.coarse || level !== before.level) useCanvas.setState({ coarse, level })
}
