import type { Outage, SimTime } from '../../core/model/runView.ts'
import type { Colours } from './colours.ts'
import { milliseconds } from '../controls/time.ts'
import { outageEnd, phasesOf } from './outages.ts'
import { xOf, type Scale } from './scale.ts'

type Context = CanvasRenderingContext2D

/** Where an outage is drawn; its total may take what is between its neighbours, in pixels. */
interface Place {
  readonly top: number
  readonly height: number
  readonly room: { readonly from: number; readonly to: number }
}

/** What was drawn of an outage: up to which pixel it took the lane, and the total that was written beside it, if any. */
export interface PaintedOutage {
  readonly end: number
  readonly total: string | null
}

/**
 * The bar of an outage: a texture for each phase, the total left of it, or right of it, or not at all where its neighbours
 * leave no room.
 */
export function paintOutage(
  c: Context,
  colours: Colours,
  { scale, now }: { readonly scale: Scale; readonly now: SimTime },
  outage: Outage,
  { top, height, room }: Place,
): PaintedOutage {
  const x = xOf(scale, outage.startAt)
  const end = xOf(scale, outageEnd(outage, now))
  c.fillStyle = colours.panel
  c.fillRect(x, top + 1, Math.max(2, end - x), height - 1)
  for (const phase of phasesOf(outage, now)) {
    const left = xOf(scale, phase.from)
    const width = Math.max(1, xOf(scale, phase.to) - left)
    texture(c, colours, phase.name, left, top + 4, width, height - 8)
    if (phase.open) fade(c, colours, left, top + 4, width, height - 8)
    phaseText(c, colours, phase.name, phase.to - phase.from, left, width, top + height / 2)
  }
  const length = milliseconds(outageEnd(outage, now) - outage.startAt)
  const total = outage.endAt === null ? `${length} so far` : length
  const free = totalText(c, colours, total, { x, end, room }, top + height / 2)
  return free === null ? { end, total: null } : { end: free, total }
}

function texture(
  c: Context,
  colours: Colours,
  phase: 'detect' | 'decide' | 'restore',
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const state = phase === 'detect' ? 'down' : phase === 'decide' ? 'waiting' : 'forwarding'
  c.save()
  c.beginPath()
  c.rect(x, y, width, height)
  c.clip()
  c.fillStyle = colours.background[state]
  c.fillRect(x, y, width, height)
  const left = Math.max(x, -height)
  const right = Math.min(x + width, c.canvas.clientWidth + height)
  if (phase === 'detect') {
    c.strokeStyle = colours.hatchDown
    c.lineWidth = 1.5
    c.beginPath()
    for (let at = left - height - (left % 8.5); at < right; at += 8.5) {
      c.moveTo(at, y + height)
      c.lineTo(at + height, y)
    }
    c.stroke()
  }
  if (phase === 'restore') {
    c.fillStyle = colours.state.forwarding
    for (let at = left - (left % 4) + 2; at < right; at += 4) {
      for (let down = y + 4; down < y + height; down += 4) c.fillRect(at, down, 1.5, 1.5)
    }
  }
  c.fillStyle = colours.state[state]
  c.fillRect(x, y, width, 2)
  c.restore()
}

/** Still broken: the bar fades out at the present. */
function fade(c: Context, colours: Colours, x: number, y: number, width: number, height: number): void {
  const length = Math.min(48, width)
  const gradient = c.createLinearGradient(x + width - length, 0, x + width, 0)
  // Not `transparent`: that is black without opacity, and its way to white is grey.
  gradient.addColorStop(0, colours.panel.replace(/^rgb\((.*)\)$/, 'rgba($1, 0)'))
  gradient.addColorStop(1, colours.panel)
  c.fillStyle = gradient
  c.fillRect(x + width - length, y, length, height)
}

function phaseText(c: Context, colours: Colours, name: string, us: number, x: number, width: number, y: number): void {
  if (width < 72) return
  const ms = milliseconds(us)
  const text = width < 96 ? `${name} ${ms.replace(' ms', '')}` : `${name} ${ms}`
  c.font = `600 11px ${colours.families.ui}`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  const visible = Math.min(Math.max(x + width / 2, 60), c.canvas.clientWidth - 60)
  c.fillStyle = name === 'detect' ? colours.background.down : 'transparent'
  const wide = c.measureText(text).width + 8
  if (name === 'detect') c.fillRect(visible - wide / 2, y - 8, wide, 16)
  c.fillStyle = colours.ink
  c.fillText(text, visible, y + 1)
}

/** Returns the pixel up to which the lane is taken then; null where there is no room for it. */
function totalText(
  c: Context,
  colours: Colours,
  text: string,
  { x, end, room }: { readonly x: number; readonly end: number; readonly room: Place['room'] },
  y: number,
): number | null {
  c.font = `600 12px ${colours.families.ui}`
  const wide = c.measureText(text).width
  const left = x - wide - 13 >= room.from
  const at = left ? x - 8 : end + 8
  if (!left && at + wide + 5 > room.to) return null
  c.textAlign = left ? 'right' : 'left'
  c.textBaseline = 'middle'
  c.fillStyle = colours.panel
  c.fillRect(left ? at - wide - 5 : at - 4, y - 8, wide + 9, 16)
  c.fillStyle = colours.downText
  c.fillText(text, at, y + 1)
  return left ? end : at + wide + 5
}
