import { type Box, isClear, num, paint } from './layers.ts'

/** Background, border, outline and inset ring of an element, as its style computes them. */
export function boxSvg(box: Box, style: CSSStyleDeclaration): string {
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2)
  const round = style.borderTopLeftRadius.endsWith('%') ? Math.min(box.width, box.height) / 2 : radius
  const fill = isClear(style.backgroundColor) ? '' : rect(box, 0, round, paint('fill', style.backgroundColor))
  return fill + border(box, style, round) + outline(box, style, round) + insetRing(box, style, round)
}

function border(box: Box, style: CSSStyleDeclaration, radius: number): string {
  const width = drawn(style.borderTopStyle, style.borderTopWidth)
  const all = [style.borderRightStyle, style.borderBottomStyle, style.borderLeftStyle].every(
    (side) => side === style.borderTopStyle,
  )
  if (width > 0 && all && style.borderLeftWidth === style.borderTopWidth)
    return stroke(box, width / 2, radius, width, style.borderTopColor, style.borderTopStyle)
  const sides = [
    [style.borderTopStyle, style.borderTopWidth, style.borderTopColor, 'top'],
    [style.borderRightStyle, style.borderRightWidth, style.borderRightColor, 'right'],
    [style.borderBottomStyle, style.borderBottomWidth, style.borderBottomColor, 'bottom'],
    [style.borderLeftStyle, style.borderLeftWidth, style.borderLeftColor, 'left'],
  ] as const
  return sides.map(([look, size, colour, side]) => edge(box, drawn(look, size), colour, side)).join('')
}

function outline(box: Box, style: CSSStyleDeclaration, radius: number): string {
  const width = drawn(style.outlineStyle, style.outlineWidth)
  if (width === 0) return ''
  const away = -(Number.parseFloat(style.outlineOffset) || 0) - width / 2
  return stroke(box, away, radius, width, style.outlineColor, style.outlineStyle)
}

/** The hairlines that the page draws as an inset shadow without blur. */
function insetRing(box: Box, style: CSSStyleDeclaration, radius: number): string {
  const ring = /(rgba?\([^)]*\)|#\w+) 0px 0px 0px ([\d.]+)px inset/.exec(style.boxShadow)
  const width = Number(ring?.[2] ?? 0)
  return ring?.[1] === undefined || width === 0 ? '' : stroke(box, width / 2, radius, width, ring[1], 'solid')
}

function stroke(box: Box, inset: number, radius: number, width: number, colour: string, look: string): string {
  if (isClear(colour)) return ''
  const dashes = look === 'dashed' ? ' stroke-dasharray="4 3"' : look === 'dotted' ? ' stroke-dasharray="2 2"' : ''
  const line = `fill="none" ${paint('stroke', colour)} stroke-width="${num(width)}"${dashes}`
  return rect(box, inset, Math.max(0, radius - inset), line)
}

function edge({ x, y, width, height }: Box, size: number, colour: string, side: Side): string {
  if (size === 0 || isClear(colour)) return ''
  const half = size / 2
  const d = {
    top: `M${num(x)} ${num(y + half)}h${num(width)}`,
    bottom: `M${num(x)} ${num(y + height - half)}h${num(width)}`,
    left: `M${num(x + half)} ${num(y)}v${num(height)}`,
    right: `M${num(x + width - half)} ${num(y)}v${num(height)}`,
  }[side]
  return `<path d="${d}" fill="none" ${paint('stroke', colour)} stroke-width="${num(size)}"/>`
}

function rect({ x, y, width, height }: Box, inset: number, radius: number, look: string): string {
  const size = `width="${num(Math.max(0, width - 2 * inset))}" height="${num(Math.max(0, height - 2 * inset))}"`
  return `<rect x="${num(x + inset)}" y="${num(y + inset)}" ${size}${radius > 0 ? ` rx="${num(radius)}"` : ''} ${look}/>`
}

function drawn(look: string, width: string): number {
  return look === 'none' || look === 'hidden' ? 0 : Number.parseFloat(width) || 0
}

type Side = 'top' | 'right' | 'bottom' | 'left'
