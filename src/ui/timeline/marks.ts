import type { StateWord } from '../../core/model/runView.ts'
import type { Colours } from './colours.ts'

/** The mark of a state, 12 px, on its own plate: the same shapes as `StateMark`. */
export function paintMark(c: CanvasRenderingContext2D, colours: Colours, state: StateWord, x: number, y: number): void {
  c.save()
  c.translate(x - 6, y - 6)
  c.fillStyle = colours.panel
  disc(c, 8)
  c.fillStyle = colours.state[state]
  c.strokeStyle = colours.state[state]
  c.lineCap = 'round'
  SHAPE[state](c, colours)
  c.restore()
}

// Numbers are those of the 12 by 12 box in visual form: centre 6, disc 5, ring 4.25.
const SHAPE: Readonly<Record<StateWord, (c: CanvasRenderingContext2D, colours: Colours) => void>> = {
  forwarding: (c) => disc(c, 5),
  standby: (c) => {
    ring(c, 4.25, 1.5)
    disc(c, 1.6)
  },
  waiting: (c) => {
    ring(c, 4.25, 1.5)
    c.beginPath()
    c.arc(6, 6, 4.5, -Math.PI / 2, Math.PI / 2)
    c.fill()
  },
  suspended: (c) => {
    c.fillRect(1.8, 1.2, 3, 9.6)
    c.fillRect(7.2, 1.2, 3, 9.6)
  },
  blocked: (c, colours) => {
    c.fillRect(1, 1, 10, 10)
    c.fillStyle = colours.onMark
    c.fillRect(3, 5, 6, 2)
  },
  down: (c) => {
    c.lineWidth = 2.2
    c.beginPath()
    c.moveTo(2, 2)
    c.lineTo(10, 10)
    c.moveTo(10, 2)
    c.lineTo(2, 10)
    c.stroke()
  },
  unknown: (c) => {
    c.lineCap = 'butt'
    c.setLineDash([1.7, 1.756])
    ring(c, 4.4, 1.6)
    c.setLineDash([])
  },
}

function disc(c: CanvasRenderingContext2D, radius: number): void {
  c.beginPath()
  c.arc(6, 6, radius, 0, 2 * Math.PI)
  c.fill()
}

function ring(c: CanvasRenderingContext2D, radius: number, width: number): void {
  c.lineWidth = width
  c.beginPath()
  c.arc(6, 6, radius, 0, 2 * Math.PI)
  c.stroke()
}
