import type { FrameView } from '../../core/model/runView.ts'
import { FRAME_SHAPES } from '../state/frameShapes.ts'
import { angleAt, type Curve, pointAt } from './curves.ts'

/** The label of one direction of a cable, and how many frames of each kind it counts. */
interface Label {
  readonly element: HTMLElement
  readonly counts: Map<string, { count: number; readonly text: HTMLElement }>
  timer: number
}

/**
 * Frames without motion: every direction of a cable has one label, with the sign of each kind of frame, pointed the way
 * it goes, and the number of frames so far. It goes when none has come for a while. `way` leads from the sender. Returns
 * the label.
 */
export function holdFrame(parent: HTMLElement, frame: FrameView, way: Curve): HTMLElement {
  const key = `${frame.link} ${frame.fromEnd}`
  const known = labels.get(key)
  const label = known?.element.isConnected === true ? known : newLabel(parent, way)
  labels.set(key, label)
  const kind = `${frame.kind} ${frame.lost}`
  const entry = label.counts.get(kind) ?? newCount(label.element, frame, way)
  label.counts.set(kind, entry)
  entry.count += 1
  entry.text.textContent = shortCount(entry.count)
  clearTimeout(label.timer)
  label.timer = window.setTimeout(() => {
    label.element.remove()
    if (labels.get(key) === label) labels.delete(key)
  }, STILL_MS)
  return label.element
}

/** Up to 999 as it is, then in thousands: `1.2k`. A label is no longer than what lies beside it leaves room for. */
export function shortCount(count: number): string {
  if (count < 1_000) return String(count)
  return count < 10_000 ? `${Math.floor(count / 100) / 10}k` : `${Math.floor(count / 1_000)}k`
}

/** On a steep cable beside it, on a flat one above it; on the receiver's half, so that both directions have room. */
function newLabel(parent: HTMLElement, way: Curve): Label {
  const flat = Math.abs(Math.cos((angleAt(way, 0.5) * Math.PI) / 180)) > FLAT
  const { x, y } = pointAt(way, flat ? FLAT_AT : STEEP_AT)
  const element = document.createElement('div')
  element.className = 'still-frames'
  element.dataset['flat'] = String(flat)
  element.style.left = `${x}px`
  element.style.top = `${y}px`
  parent.append(element)
  return { element, counts: new Map(), timer: 0 }
}

function newCount(label: HTMLElement, { kind, lost }: FrameView, way: Curve) {
  const sign = document.createElement('span')
  sign.className = 'frame'
  sign.dataset['kind'] = kind
  sign.dataset['still'] = ''
  if (lost) sign.dataset['lost'] = 'here'
  sign.innerHTML = `<svg viewBox="-8 -8 16 16" style="rotate:${angleAt(way, STEEP_AT)}deg"><path d="${FRAME_SHAPES[kind]}"/></svg>`
  const text = document.createElement('span')
  text.className = 'frame-count'
  label.append(sign, text)
  return { count: 0, text }
}

const labels = new Map<string, Label>()

/** Share of the way at which a label stands, from the sender. */
const STEEP_AT = 0.6
const FLAT_AT = 0.75
/** Cosine of the slope from which on a cable counts as flat. */
const FLAT = 0.8
const STILL_MS = 1_500
