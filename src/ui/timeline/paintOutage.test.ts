import { expect, test } from 'vitest'
import type { Outage } from '../../core/model/runView.ts'
import type { Colours } from './colours.ts'
import { paintOutage } from './paintOutage.ts'

/** One pixel a millisecond. */
const SCALE = { from: 0, spanUs: 1_000_000, widthPx: 1_000 }

test('the total is written left of the bar, its parts in the bar, and both are what is returned', () => {
  const { texts, painted } = paint(OUTAGE, { from: 0, to: Infinity })
  expect(texts).toEqual(['detect 104 ms', 'decide 296 ms', '412 ms'])
  expect(painted).toEqual({ end: 712, total: '412 ms' })
})

test('where the left is taken the total stands right of the bar and takes the lane up to its end', () => {
  const { texts, painted } = paint(OUTAGE, { from: 290, to: Infinity })
  expect(texts.at(-1)).toBe('412 ms')
  expect(painted.total).toBe('412 ms')
  expect(painted.end).toBeGreaterThan(712)
})

test('a total without room on either side is neither written nor told', () => {
  const { texts, painted } = paint(OUTAGE, { from: 290, to: 720 })
  expect(texts).toEqual(['detect 104 ms', 'decide 296 ms'])
  expect(painted).toEqual({ end: 712, total: null })
})

test('an outage that goes on is measured up to now, thousands apart', () => {
  const { painted } = paint({ ...OUTAGE, endAt: null, decideUs: null, restoreUs: null }, { from: 0, to: Infinity })
  expect(painted.total).toBe('1\u2009700 ms so far')
})

const OUTAGE: Outage = {
  startAt: 300_000,
  endAt: 712_000,
  detectUs: 104_000,
  decideUs: 296_000,
  restoreUs: 12_000,
} as Outage

/** What is written, in the order of writing, on a context that measures six pixels a letter. */
function paint(outage: Outage, room: { readonly from: number; readonly to: number }) {
  const texts: string[] = []
  const canvas = { clientWidth: SCALE.widthPx }
  const context = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'canvas') return canvas
        if (name === 'fillText') return (text: string) => texts.push(text)
        if (name === 'measureText') return (text: string) => ({ width: text.length * 6 })
        if (name === 'createLinearGradient') return () => ({ addColorStop: () => {} })
        return () => {}
      },
    },
  )
  const painted = paintOutage(
    context as unknown as CanvasRenderingContext2D,
    COLOURS,
    { scale: SCALE, now: 2_000_000 },
    outage,
    { top: 0, height: 28, room },
  )
  return { texts, painted }
}

const COLOURS = {
  panel: 'rgb(255 255 255)',
  ink: '',
  downText: '',
  hatchDown: '',
  state: {},
  background: {},
  families: { ui: 'sans-serif', mono: 'monospace' },
} as unknown as Colours
