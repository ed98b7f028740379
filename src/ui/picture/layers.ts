/** Pieces of SVG in the order in which the browser paints them: by `z-index`, then by place in the page. */
export class Layers {
  private readonly parts: { readonly z: number; readonly svg: string }[] = []

  add(svg: string): void {
    this.at(0, svg)
  }

  /** A part that carries a `z-index` of its own. */
  at(z: number, svg: string): void {
    if (svg !== '') this.parts.push({ z, svg })
  }

  toString(): string {
    return this.parts
      .toSorted((a, b) => a.z - b.z)
      .map(({ svg }) => svg)
      .join('')
  }
}

/** From the screen to the picture. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly zoom: number
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function boxIn(frame: Frame, rect: DOMRect): Box {
  return {
    x: (rect.left - frame.left) / frame.zoom,
    y: (rect.top - frame.top) / frame.zoom,
    width: rect.width / frame.zoom,
    height: rect.height / frame.zoom,
  }
}

/** At most two decimals. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A computed colour as SVG attributes; `color(srgb …)` and such stay as they are. */
export function paint(attribute: 'fill' | 'stroke', colour: string): string {
  const [r, g, b, alpha = '1'] = /^rgba?\((.*)\)$/.exec(colour)?.[1]?.split(/[\s,/]+/) ?? []
  if (r === undefined || g === undefined || b === undefined) return `${attribute}="${escaped(colour)}"`
  const hex = [r, g, b].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')
  return `${attribute}="#${hex}"${alpha === '1' ? '' : ` ${attribute}-opacity="${alpha}"`}`
}

export function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*[,/ ] ?0\)$/.test(colour)
}
