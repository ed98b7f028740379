import { boxIn, escaped, type Frame, num, paint } from './layers.ts'

/** The text that an element holds itself, line by line where the page breaks it, cut as the page cuts it. */
export function textSvg(element: Element, style: CSSStyleDeclaration, frame: Frame): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '')
    .flatMap((node) =>
      linesOf(node, style.whiteSpace === 'nowrap').map(({ text, rect }) => lineSvg(text, rect, element, style, frame)),
    )
    .join('')
}

interface Line {
  readonly text: string
  readonly rect: DOMRect
}

function linesOf(node: Node, oneLine: boolean): readonly Line[] {
  const text = node.nodeValue ?? ''
  const range = document.createRange()
  range.selectNodeContents(node)
  const [whole] = range.getClientRects()
  if (whole === undefined) return []
  // What is cut off with dots may have a box of its own.
  if (oneLine || range.getClientRects().length === 1) return [{ text, rect: whole }]
  const lines: { text: string; rect: DOMRect }[] = []
  for (let at = 0; at < text.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const [rect] = range.getClientRects()
    if (rect === undefined) continue
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.rect.top - rect.top) < rect.height / 2) last.text += text[at] ?? ''
    else lines.push({ text: text[at] ?? '', rect })
  }
  return lines
}

function lineSvg(text: string, rect: DOMRect, element: Element, style: CSSStyleDeclaration, frame: Frame): string {
  const { x, y, width, height } = boxIn(frame, rect)
  measure.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText(text)
  const room = element.clientWidth - (Number.parseFloat(style.paddingLeft) || 0)
  const words = text.trim()
  const [wide, space] = [measure.measureText(words).width, measure.measureText(' ').width]
  // The box has a space before the words where the page draws one, as between two texts on one line.
  const drawn = /^\s/.test(text) && width > wide + space / 2 ? ` ${words}` : words
  const shown = style.textOverflow === 'ellipsis' && element.clientWidth > 0 ? cut(drawn, wide, room) : drawn
  const spacing = style.letterSpacing === 'normal' ? '' : ` letter-spacing="${style.letterSpacing}"`
  const font = `font-family="${escaped(style.fontFamily)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}"${spacing}`
  const baseline = y + (height * up) / (up + down)
  return `<text x="${num(x)}" y="${num(baseline)}" ${font} ${paint('fill', style.color)} xml:space="preserve">${escaped(shown)}</text>`
}

/** As much of a text as has room, and dots. */
function cut(text: string, width: number, room: number): string {
  if (width <= room + 0.5) return text
  let kept = text.length
  while (kept > 0 && measure.measureText(`${text.slice(0, kept)}…`).width > room) kept--
  return `${text.slice(0, kept).trimEnd()}…`
}

function context(): CanvasRenderingContext2D {
  const made = document.createElement('canvas').getContext('2d')
  if (made === null) throw new Error('The browser draws no text outside of the page')
  return made
}

const measure = context()
