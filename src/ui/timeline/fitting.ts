/** A canvas that follows the size of its box. Reading a size while painting would make the browser lay out twice. */
export interface Fitting {
  /** Ready to draw in CSS px, of this size; null while the box has no size. */
  readonly context: () => {
    readonly c: CanvasRenderingContext2D
    readonly width: number
    readonly height: number
  } | null
  readonly stop: () => void
}

/** `changed` is called when the box has its first size, and at every new one. */
export function fit(canvas: HTMLCanvasElement, changed: () => void): Fitting {
  let [width, height] = [0, 0]
  const sizes = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    ;({ width, height } = entry.contentRect)
    changed()
  })
  sizes.observe(canvas)
  return {
    context: () => {
      const c = canvas.getContext('2d')
      if (width === 0 || height === 0 || c === null) return null
      const ratio = devicePixelRatio
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (canvas.width !== across) canvas.width = across
      if (canvas.height !== down) canvas.height = down
      c.setTransform(ratio, 0, 0, ratio, 0, 0)
      return { c, width, height }
    },
    stop: () => sizes.disconnect(),
  }
}
