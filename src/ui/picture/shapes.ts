import { escaped, type Frame, num, paint } from './layers.ts'

/** An SVG of the page as a group of the picture, every colour resolved. */
export function shapesSvg(svg: SVGSVGElement, frame: Frame): string {
  const matrix = svg.getScreenCTM()
  if (matrix === null) return ''
  const inner = [...svg.children].map(shapeSvg).join('')
  if (inner === '') return ''
  const { a, b, c, d, e, f } = matrix
  const scaled = [a, b, c, d].map((part) => num(part / frame.zoom)).join(' ')
  const place = `${num((e - frame.left) / frame.zoom)} ${num((f - frame.top) / frame.zoom)}`
  return `<g transform="matrix(${scaled} ${place})">${inner}</g>`
}

function shapeSvg(element: Element): string {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return ''
  const name = element.localName
  if (name === 'g') {
    const inner = [...element.children].map(shapeSvg).join('')
    const transform = element.getAttribute('transform')
    if (inner === '' || transform === null) return inner
    return `<g transform="${escaped(transform)}">${inner}</g>`
  }
  if (!SHAPES.has(name)) return ''
  const geometry = GEOMETRY.flatMap((key) => {
    const value = element.getAttribute(key)
    return value === null ? [] : [`${key}="${escaped(value)}"`]
  })
  const look = lookOf(style)
  return look === '' ? '' : `<${name} ${geometry.join(' ')} ${look}/>`
}

/** Empty for what leaves no mark. */
function lookOf(style: CSSStyleDeclaration): string {
  const filled = style.fill !== 'none' && style.fillOpacity !== '0'
  const stroked = style.stroke !== 'none' && style.strokeOpacity !== '0' && style.strokeWidth !== '0px'
  if (!filled && !stroked) return ''
  const parts = [filled ? paint('fill', style.fill) + opacity('fill', style.fillOpacity) : 'fill="none"']
  if (stroked) {
    parts.push(paint('stroke', style.stroke) + opacity('stroke', style.strokeOpacity))
    parts.push(`stroke-width="${Number.parseFloat(style.strokeWidth)}"`)
    if (style.strokeDasharray !== 'none')
      parts.push(`stroke-dasharray="${style.strokeDasharray.replaceAll(/px|,/g, '')}"`)
    if (style.strokeLinecap !== 'butt') parts.push(`stroke-linecap="${style.strokeLinecap}"`)
    if (style.strokeLinejoin !== 'miter') parts.push(`stroke-linejoin="${style.strokeLinejoin}"`)
  }
  return parts.join(' ')
}

function opacity(of: 'fill' | 'stroke', value: string): string {
  return value === '1' ? '' : ` ${of}-opacity="${value}"`
}

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'])
const GEOMETRY = 'd x y width height rx ry cx cy r x1 y1 x2 y2 points transform'.split(' ')
