import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { useDocument } from '../../state/documentStore.ts'
import { presentText } from '../../state/openDesign.ts'
import { svgMetadata } from '../../state/pictureFile.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { useCanvas } from '../canvas/canvasStore.ts'
import { clockTime } from '../controls/time.ts'
import type { PictureChoice } from './choice.ts'
import { drawingOf } from './drawing.ts'
import { escaped, num, paint } from './layers.ts'
import { Legend } from './Legend.tsx'

export interface Picture {
  /** A whole SVG file without the design. */
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * The canvas as it stands: all of it, at full detail, without selection, pointer and frames. Everything is put up, read
 * and taken down within one task, so nothing of it is ever seen. Null while there is no canvas or nothing on it.
 */
export function makePicture({ theme, legend }: PictureChoice): Picture | null {
  const area = document.querySelector<HTMLElement>('.canvas')
  const viewport = area?.querySelector('.react-flow__viewport')
  if (area === null || viewport === null || viewport === undefined) return null
  if (useDocument.getState().design.topology.devices.length === 0) return null
  const undo = pose(area, theme)
  try {
    const rect = viewport.getBoundingClientRect()
    const zoom = new DOMMatrix(getComputedStyle(viewport).transform).a
    const drawing = drawingOf(viewport, { left: rect.left, top: rect.top, zoom })
    const foot = legend ? legendOf(area) : null
    const canvas = paint('fill', getComputedStyle(area).backgroundColor)
    const width = Math.ceil(Math.max(drawing.box.width, foot?.box.width ?? 0) + 2 * MARGIN)
    const height = Math.ceil(drawing.box.height + (foot === null ? 0 : foot.box.height + GAP) + 2 * MARGIN)
    const left = (width - drawing.box.width) / 2 - drawing.box.x
    const parts = [
      `<rect width="${width}" height="${height}" ${canvas}/>`,
      `<g transform="translate(${num(left)} ${num(MARGIN - drawing.box.y)})">${drawing.svg}</g>`,
      foot === null
        ? ''
        : `<g transform="translate(${num(MARGIN - foot.box.x)} ${num(MARGIN + drawing.box.height + GAP - foot.box.y)})">${foot.svg}</g>`,
    ]
    const title = escaped(useDocument.getState().design.title)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${title}</title>${parts.join('')}</svg>`
    return { svg, width, height }
  } finally {
    undo()
  }
}

/** The picture's SVG with the design in it. */
export async function withDesign({ svg }: Picture): Promise<string> {
  return svg.replace('</title>', `</title>${svgMetadata(await presentText())}`)
}

/** Puts the canvas into the state to be drawn; the result puts it back. */
function pose(area: HTMLElement, theme: PictureChoice['theme']): () => void {
  const { selection, selectMany } = useUi.getState()
  const { hoveredBond, hoveredLink } = useCanvas.getState()
  const { zoom } = area.dataset
  const keep = area.style.getPropertyValue('--keep')
  flushSync(() => {
    selectMany([])
    useCanvas.setState({ hoveredBond: null, hoveredLink: null, whole: true })
  })
  area.dataset['zoom'] = 'near'
  area.dataset['posing'] = ''
  area.style.setProperty('--keep', '1')
  area.style.colorScheme = theme === 'dark' ? 'dark' : 'light'
  if (theme === 'paper') area.style.setProperty('--canvas', '#ffffff')
  return () => {
    if (zoom === undefined) delete area.dataset['zoom']
    else area.dataset['zoom'] = zoom
    delete area.dataset['posing']
    area.style.setProperty('--keep', keep)
    area.style.colorScheme = ''
    area.style.removeProperty('--canvas')
    flushSync(() => {
      useCanvas.setState({ hoveredBond, hoveredLink, whole: false })
      selectMany(selection)
    })
  }
}

/** The legend, laid out by the page on the canvas, so that its colours are the canvas's. */
function legendOf(area: HTMLElement): ReturnType<typeof drawingOf> {
  const holder = document.createElement('div')
  holder.inert = true
  area.append(holder)
  const root = createRoot(holder)
  const { title } = useDocument.getState().design
  flushSync(() => root.render(<Legend title={title} line={instantLine()} />))
  const rect = holder.getBoundingClientRect()
  const drawing = drawingOf(holder, { left: rect.left, top: rect.top, zoom: 1 })
  root.unmount()
  holder.remove()
  return drawing
}

/** When the picture was taken, and how much was broken then. */
function instantLine(): string {
  const { now, links, devices } = useRuntime.getState()
  const active = [...links.values(), ...devices.values()].flatMap(({ failures }) => failures)
  const count = new Set(active.map(({ failure, target }) => `${failure} ${target}`)).size
  const broken =
    count === 0 ? 'nothing is broken' : count === 1 ? 'one failure is active' : `${count} failures are active`
  return `At ${clockTime(now)} of the run; ${broken}.`
}

const MARGIN = 24
const GAP = 24
