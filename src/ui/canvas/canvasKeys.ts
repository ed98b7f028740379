import type { KeyboardEvent } from 'react'
import type { Point } from '../../core/model/design.ts'
import { type DeviceId, toId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { sameTarget, type Target, useUi } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { askForOther, finishAt, withConnecting } from './asking.ts'
import { later } from '../later.ts'
import { GRID } from './grid.ts'
import { nudge } from './nodeChanges.ts'
import { shownAs } from './flowStore.ts'
import { openMenuAt, targetOf } from './openMenu.ts'
import { stopsOf } from './stops.ts'

/**
 * Keys on the canvas. Tab walks devices and pairs; arrow keys walk the ports, cables and bonds of the one that was
 * focused last; Enter selects; Shift and an arrow key move; C connects; the menu key opens the menu; Delete removes.
 */
export function takeKey(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.target.closest('.float, textarea, [role="menu"]') !== null) return
  const target = targetOf(event.target)
  if (target !== null && isHome(target)) event.currentTarget.dataset['home'] = target.id
  if (!act(event, target)) return
  event.preventDefault()
  event.stopPropagation()
}

/** True when the key meant something here. */
function act(event: KeyboardEvent<HTMLElement>, target: Target | null): boolean {
  const area = event.currentTarget
  const arrow = ARROWS[event.key]
  if (event.ctrlKey || event.metaKey) return false
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    const box = (event.target instanceof Element ? event.target : area).getBoundingClientRect()
    openMenuAt(target, box.x + box.width / 2, box.y + box.height / 2)
    return true
  }
  if (arrow !== undefined && event.shiftKey) return moveBy(arrow, target)
  if (arrow !== undefined) return walk(area, arrow.x + arrow.y > 0 ? 1 : -1, target)
  switch (event.key) {
    case 'Enter':
      return press(target, event.shiftKey)
    case ' ':
      // On what is selected already, space means the whole page: play or pause.
      return !isSelected(target) && press(target, event.shiftKey)
    case 'Delete':
    case 'Backspace':
      return removeAt(area, target)
    case 'c':
    case 'C':
      // With Shift it is the page's: there the ports are chosen as well.
      return !event.shiftKey && target !== null && askForOther(target)
    case 'Escape':
      return leave(area, target)
    default:
      return false
  }
}

/** Enter: a device takes the cable that is being connected, or is selected. Buttons press themselves. */
function press(target: Target | null, additive: boolean): boolean {
  if (target === null || !isHome(target)) return false
  const { connecting, select } = useUi.getState()
  if (isSelected(target) && !additive && connecting === null) return open(target)
  if (connecting !== null && target.kind !== 'note') finishAt(toId(target.id))
  else select(target, additive)
  return true
}

/** Enter on what is selected already: a note is written, a pair collapses or expands. */
function open(target: Target): boolean {
  if (target.kind === 'note') useCanvas.setState({ writing: target.id })
  if (target.kind === 'domain') {
    const collapsed = useDocument.getState().design.drawing?.collapsed?.includes(target.id) === true
    void import('../edit/drawCommands.ts').then(({ collapse }) => collapse(target.id, !collapsed))
  }
  return true
}

function moveBy({ x, y }: Point, target: Target | null): boolean {
  const { selection } = useUi.getState()
  const chosen = target === null || selection.some((other) => sameTarget(other, target)) ? selection : [target]
  const [only] = chosen
  if (chosen.length === 1 && only?.kind === 'link') {
    void import('../edit/drawCommands.ts').then(({ bendBy }) => bendBy(only.id, { x: x * GRID, y: y * GRID }))
    return true
  }
  if (!chosen.some(({ kind }) => kind === 'device' || kind === 'domain' || kind === 'note')) return false
  nudge(chosen, { x: x * GRID, y: y * GRID })
  return true
}

function removeAt(area: HTMLElement, target: Target | null): boolean {
  const { selection } = useUi.getState()
  const chosen = target === null || selection.some((other) => sameTarget(other, target)) ? selection : [target]
  if (chosen.length === 0) return false
  withRemoving(({ remove }) => {
    if (remove(chosen)) area.focus()
  })
  return true
}

/** To the next stop of the device or pair that was focused last; while connecting, to the next possible device. */
function walk(area: HTMLElement, by: 1 | -1, target: Target | null): boolean {
  const { connecting } = useUi.getState()
  if (connecting?.from.kind === 'device') {
    walkDevices(area, by, connecting.from.id, target)
    return true
  }
  const home = area.dataset['home']
  if (home === undefined || target === null) return false
  const stops = stopsOf(presentNetwork(), home)
  const now = stops.findIndex((stop) => sameTarget(stop, target))
  const next = stops[step(now, by, stops.length)]
  return next !== undefined && focusOn(area, next)
}

function walkDevices(area: HTMLElement, by: 1 | -1, from: DeviceId, target: Target | null): void {
  withConnecting(({ connectable }) => {
    const possible = [...new Set(connectable(from).map(shownAs))]
    const now = possible.findIndex((id) => id === target?.id)
    const next = possible[step(now, by, possible.length)]
    if (next !== undefined) focusOn(area, { kind: 'device', id: next })
  })
}

/** The next place in a round of `count`; from outside of it (-1) forward to the first, backward to the last. */
function step(now: number, by: 1 | -1, count: number): number {
  const from = now === -1 && by === -1 ? 0 : now
  return (from + by + count) % Math.max(1, count)
}

/** Escape: gives up connecting or placing, then goes back to the device, then lets go of the selection. */
function leave(area: HTMLElement, target: Target | null): boolean {
  const ui = useUi.getState()
  if (ui.connecting !== null || ui.tool !== null) {
    ui.set({ connecting: null, tool: null })
    ui.announce('Cancelled')
    return true
  }
  const home = area.dataset['home']
  if (target !== null && !isHome(target) && home !== undefined && focusNode(area, home)) return true
  if (ui.selection.length === 0) return false
  ui.select(null)
  return true
}

function focusOn(area: HTMLElement, { kind, id }: Target): boolean {
  if (kind === 'device' || kind === 'domain' || kind === 'note') return focusNode(area, id)
  const button = area.querySelector<HTMLElement>(`[data-${kind}="${CSS.escape(id)}"]`)
  button?.focus()
  return button !== null
}

function focusNode(area: HTMLElement, id: string): boolean {
  const node = area.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
  node?.focus()
  return node !== null
}

function isSelected(target: Target | null): boolean {
  return target !== null && useUi.getState().selection.some((other) => sameTarget(other, target))
}

function isHome({ kind }: Target): boolean {
  return kind === 'device' || kind === 'domain' || kind === 'note'
}

const withRemoving = later(() => import('./remove.ts'))

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
