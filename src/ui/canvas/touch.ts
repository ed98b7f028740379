import type { ReactFlowInstance } from '@xyflow/react'
import { useUi } from '../../state/uiStore.ts'
import type { CableEdge } from './flowEdges.ts'
import type { FlowNode } from './flowNodes.ts'
import { cableTarget, openMenuAt, targetOf } from './openMenu.ts'

type Flow = ReactFlowInstance<FlowNode, CableEdge>

/**
 * What fingers mean beyond tapping: a long press opens the menu, a double tap on what is empty zooms in there, and out to
 * everything where it is near already. Panning and pinching are React Flow's.
 */
export function takeTouches(area: HTMLElement, flow: Flow): void {
  let press: Press | null = null
  let tapped: Press | null = null

  area.addEventListener(
    'pointerdown',
    (event) => {
      clearTimeout(press?.timer)
      // A second finger is a pinch.
      if (event.pointerType !== 'touch' || !event.isPrimary || press !== null) return void (press = null)
      const { clientX: x, clientY: y, target } = event
      if (!(target instanceof Element) || target.closest('.float, .minimap') !== null) return
      press = { x, y, at: event.timeStamp, timer: window.setTimeout(() => held(target, x, y), HOLD_MS) }
    },
    { capture: true },
  )
  area.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (press !== null && Math.hypot(clientX - press.x, clientY - press.y) > STILL_PX) letGo()
    },
    { capture: true },
  )
  for (const name of ['pointercancel', 'contextmenu']) area.addEventListener(name, letGo, { capture: true })
  area.addEventListener(
    'pointerup',
    (event) => {
      const ended = press
      letGo()
      if (ended === null || event.timeStamp - ended.at > TAP_MS) return
      const twice =
        tapped !== null &&
        ended.at - tapped.at < DOUBLE_MS &&
        Math.hypot(ended.x - tapped.x, ended.y - tapped.y) < 3 * STILL_PX
      tapped = twice ? null : ended
      if (twice) zoomAt(flow, area, ended.x, ended.y)
    },
    { capture: true },
  )

  function letGo(): void {
    clearTimeout(press?.timer)
    press = null
  }
}

interface Press {
  readonly x: number
  readonly y: number
  readonly at: number
  readonly timer: number
}

/** The click that follows when the finger is lifted would select and close the menu again. */
function held(target: Element, x: number, y: number): void {
  const found = targetOf(target)
  openMenuAt(found === null || found.kind === 'domain' ? (cableTarget(x, y) ?? found) : found, x, y)
  const swallow = (click: Event): void => {
    click.preventDefault()
    click.stopPropagation()
  }
  addEventListener('click', swallow, { capture: true })
  addEventListener(
    'pointerup',
    () => setTimeout(() => removeEventListener('click', swallow, { capture: true }), AFTER_MS),
    { once: true, capture: true },
  )
}

function zoomAt(flow: Flow, area: HTMLElement, pageX: number, pageY: number): void {
  const { x, y, zoom } = flow.getViewport()
  if (zoom >= NEAR) return useUi.getState().show()
  const box = area.getBoundingClientRect()
  const [atX, atY] = [pageX - box.left, pageY - box.top]
  const next = Math.min(zoom * 2, NEAR)
  void flow.setViewport({
    x: atX - ((atX - x) * next) / zoom,
    y: atY - ((atY - y) * next) / zoom,
    zoom: next,
  })
}

const HOLD_MS = 500
const STILL_PX = 10
const TAP_MS = 300
const DOUBLE_MS = 350
const AFTER_MS = 60
/** So near a double tap shows everything again. */
const NEAR = 1.5
