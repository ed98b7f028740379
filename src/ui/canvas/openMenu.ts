import type { MouseEvent as ReactMouseEvent } from 'react'
import { toId } from '../../core/model/ids.ts'
import { type Target, useUi, sameTarget } from '../../state/uiStore.ts'
import { useCanvas } from './canvasStore.ts'
import { targetOfNode } from './flowNodes.ts'
import { useFlow } from './flowStore.ts'

/** Opens the menu for what lies under the pointer, or for what has the focus. */
export function openMenu(event: ReactMouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.float, .minimap') !== null) return
  event.preventDefault()
  const { clientX: x, clientY: y } = event
  const target = targetOf(event.target)
  // Cables lie over the ground of a pair.
  openMenuAt(target === null || target.kind === 'domain' ? (cableTarget(x, y) ?? target) : target, x, y)
}

export function openMenuAt(target: Target | null, x: number, y: number): void {
  const ui = useUi.getState()
  if (target === null) ui.select(null)
  else if (!ui.selection.some((selected) => sameTarget(selected, target))) ui.select(target)
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
  useCanvas.setState({ menu: { target, x, y, at: useCanvas.getState().toCanvas({ x, y }), opener } })
}

/** Far out, where the cables of a large design are one drawing. */
export function cableTarget(x: number, y: number): Target | null {
  const id = useCanvas.getState().cableAt({ x, y })
  return id === null ? null : { kind: 'link', id }
}

/** The thing on the canvas that an element of the page shows; null on the empty canvas. */
export function targetOf(element: Element): Target | null {
  const found = element.closest<HTMLElement>(
    '[data-port], [data-link], [data-bond], [data-domain], .react-flow__edge, .react-flow__node',
  )
  if (found === null) return null
  const { port, link, bond, domain, id } = found.dataset
  if (port !== undefined) return { kind: 'port', id: toId(port) }
  if (link !== undefined) return { kind: 'link', id: toId(link) }
  if (bond !== undefined) return { kind: 'bond', id: toId(bond) }
  if (domain !== undefined) return { kind: 'domain', id: toId(domain) }
  if (id === undefined) return null
  if (found.matches('.react-flow__edge')) return { kind: 'link', id: toId(id) }
  const node = useFlow.getState().nodes.find((other) => other.id === id)
  return node === undefined ? null : targetOfNode(node)
}
