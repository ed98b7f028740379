import type { LinkId } from '../../core/model/ids.ts'
import type { LinkView, StateWord } from '../../core/model/runView.ts'
import { withTokens } from '../timeline/colours.ts'
import { STATES } from '../state/words.ts'
import type { CableShape } from './cableShapes.ts'
import type { PairShape } from './pairShapes.ts'

/** The colours of pairs and cables as a canvas can use them. */
export interface FarLook {
  readonly pair: string
  readonly cable: string
  readonly you: string
  readonly state: ReadonlyMap<StateWord, string>
}

export function farLook(at: HTMLElement): FarLook {
  return withTokens(at, (read) => ({
    pair: read('pair'),
    cable: read('cable'),
    you: read('you'),
    state: new Map(STATES.map((state) => [state, read(state)])),
  }))
}

export interface FarScene {
  readonly pairs: readonly PairShape[]
  readonly cables: readonly CableShape[]
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly look: FarLook
  readonly links: ReadonlyMap<LinkId, LinkView>
  /** What is selected. */
  readonly chosen: ReadonlySet<string>
}

/** A cable is one line, in the colour of its state where it does not carry; those of one colour are one stroke. */
export function paintFar(context: CanvasRenderingContext2D, scene: FarScene): void {
  const {
    pairs,
    cables,
    transform: [x, y, zoom],
    look,
    links,
    chosen,
  } = scene
  const { canvas } = context
  const ratio = devicePixelRatio
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio)
  context.fillStyle = look.pair
  for (const pair of pairs) {
    context.beginPath()
    context.roundRect(pair.x, pair.y, pair.width, pair.height, PAIR_RADIUS)
    context.fill()
  }
  const seen = cables.filter((cable) => isSeen(cable, x, y, zoom, canvas.width / ratio, canvas.height / ratio))
  stroke(
    context,
    seen.filter(({ id }) => chosen.has(id)),
    look.you,
    CHOSEN_PX / zoom,
  )
  const byColour = new Map<string, CableShape[]>()
  for (const cable of seen) {
    const state = links.get(cable.id)?.state ?? 'unknown'
    const colour = state === 'forwarding' || state === 'unknown' ? look.cable : (look.state.get(state) ?? look.cable)
    const same = byColour.get(colour)
    if (same === undefined) byColour.set(colour, [cable])
    else same.push(cable)
  }
  for (const [colour, same] of byColour) {
    stroke(context, same, colour, colour === look.cable ? WIDTH : Math.max(WIDTH, TROUBLE_PX / zoom))
  }
}

function stroke(context: CanvasRenderingContext2D, cables: readonly CableShape[], colour: string, width: number): void {
  if (cables.length === 0) return
  context.beginPath()
  for (const {
    curve: [a, b, c, d],
  } of cables) {
    context.moveTo(a.x, a.y)
    context.bezierCurveTo(b.x, b.y, c.x, c.y, d.x, d.y)
  }
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

function isSeen({ curve }: CableShape, x: number, y: number, zoom: number, width: number, height: number): boolean {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const point of curve) {
    left = Math.min(left, point.x)
    right = Math.max(right, point.x)
    top = Math.min(top, point.y)
    bottom = Math.max(bottom, point.y)
  }
  return right * zoom + x >= 0 && left * zoom + x <= width && bottom * zoom + y >= 0 && top * zoom + y <= height
}

/** In canvas coordinates; what is broken or selected keeps a width on the screen. */
const WIDTH = 2
const PAIR_RADIUS = 10
const TROUBLE_PX = 1.5
const CHOSEN_PX = 5
