// Frames a second while a device is dragged and the simulation plays.
import { middleOf } from './gestures.mjs'

const HELD_MS = 4_000
const RADIUS = 60
const NODE = '.react-flow__node'

/** Opens a design in the page that is there, drags one of its servers in circles and counts frames. */
export async function dragging(page, text) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('banner').getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Open file/ }).click()
  const openedAt = Date.now()
  await (await chooser).setFiles({ name: 'design.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  // Far out a large design draws no ports: its flows tell, and no other design has its title.
  const { title } = JSON.parse(text).design
  await page.waitForFunction((title) => document.querySelector('header input')?.value === title, title)
  await page.getByText(/^flows [1-9]\d* ok$/).waitFor({ timeout: 120_000 })
  const openMs = Date.now() - openedAt
  // Until the worker has caught up with the bring-up of every bond.
  await page.waitForTimeout(2_000)

  const { x, y } = await serverInView(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counting = page.evaluate(countFrames, HELD_MS)
  const until = Date.now() + HELD_MS
  for (let step = 0; Date.now() < until; step++) {
    const angle = step / 8
    await page.mouse.move(x + RADIUS * Math.sin(angle), y + RADIUS * (1 - Math.cos(angle)))
  }
  const { fps, p95Ms } = await counting
  await page.mouse.up()
  const nodes = await page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].map((node) => node.querySelectorAll('*').length + 1),
    NODE,
  )
  return { openMs, fps, p95Ms, elementsANode: nodes.reduce((sum, count) => sum + count, 0) / nodes.length }
}

/** The middle of a server that lies clear of the canvas's edges. */
async function serverInView(page) {
  const canvas = page.getByRole('main', { name: 'Canvas' })
  const area = await canvas.boundingBox()
  for (const server of await canvas.getByRole('group', { name: /, server$/ }).all()) {
    const { x, y } = await middleOf(server)
    const inside = [x - area.x, area.x + area.width - x, y - area.y, area.y + area.height - y]
    if (inside.every((distance) => distance > 3 * RADIUS)) return { x, y }
  }
  throw new Error('No server is in view.')
}

function countFrames(ms) {
  return new Promise((resolve) => {
    const deltas = []
    const from = performance.now()
    let last = from
    function frame(now) {
      deltas.push(now - last)
      last = now
      if (now - from < ms) return void requestAnimationFrame(frame)
      const sorted = deltas.toSorted((a, b) => a - b)
      resolve({ fps: (deltas.length * 1000) / (now - from), p95Ms: sorted[Math.floor(sorted.length * 0.95)] })
    }
    requestAnimationFrame(frame)
  })
}
