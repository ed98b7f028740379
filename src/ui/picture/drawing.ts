import { boxSvg } from './boxes.ts'
import { type Box, boxIn, type Frame, Layers, num, paint } from './layers.ts'
import { shapesSvg } from './shapes.ts'
import { textSvg } from './texts.ts'

/** A part of the page as SVG, from what the browser computed for it, and the box that it fills. */
export interface Drawing {
  readonly svg: string
  readonly box: Box
}

export function drawingOf(root: Element, frame: Frame): Drawing {
  const layers = new Layers()
  const boxes: Box[] = []
  draw(root, frame, layers, boxes)
  return { svg: String(layers), box: around(boxes) }
}

function draw(element: Element, frame: Frame, layers: Layers, boxes: Box[]): void {
  const style = getComputedStyle(element)
  if (isUnseen(element, style)) return
  const own = style.zIndex === 'auto' || style.position === 'static' ? null : new Layers()
  const into = own ?? layers
  const box = boxIn(frame, element.getBoundingClientRect())
  if (element instanceof SVGSVGElement) {
    into.add(shapesSvg(element, frame))
    for (const part of element.children) boxes.push(boxIn(frame, part.getBoundingClientRect()))
  } else {
    const drawn =
      (BARE.has(style.display) ? '' : boxSvg(box, style)) + screws(element, box, style) + stepLine(element, box)
    if (drawn !== '') boxes.push(box)
    into.add(drawn)
    const text = textSvg(element, style, frame)
    if (text !== '') boxes.push(box)
    into.add(text)
    for (const child of element.children) draw(child, frame, into, boxes)
  }
  if (own !== null) layers.at(Number(style.zIndex), String(own))
}

function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    element.matches('.sr-only, .frames, .free-port, .react-flow__nodesselection, .react-flow__edge-interaction')
  )
}

/** The ears of a switch carry two screws, which the page draws as a background. */
function screws(element: Element, { x, y, width, height }: Box, style: CSSStyleDeclaration): string {
  if (!element.matches('.ear')) return ''
  const colour = paint('stroke', element.matches('.ear-left') ? style.borderRightColor : style.borderLeftColor)
  const middle = x + (width - 1) / 2
  return [y + 7, y + height - 7]
    .map((at) => `<circle cx="${num(middle)}" cy="${num(at)}" r="1.3" fill="none" ${colour} stroke-width="0.8"/>`)
    .join('')
}

/** The four steps of a pair are joined by a line, which the page draws with a pseudo-element. */
function stepLine(element: Element, { x, y, height }: Box): string {
  if (!element.matches('.steps .step + .step')) return ''
  const { borderTopColor, borderTopWidth, width } = getComputedStyle(element, '::before')
  const middle = y + height / 2
  const line = `M${num(x - Number.parseFloat(width))} ${num(middle)}H${num(x)}`
  return `<path d="${line}" ${paint('stroke', borderTopColor)} stroke-width="${Number.parseFloat(borderTopWidth)}"/>`
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return boxes.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x, y, width: right - x, height: bottom - y }
}

/** Boxes that paint nothing themselves. */
const BARE = new Set(['contents'])
