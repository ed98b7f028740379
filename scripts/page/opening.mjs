// How soon the page can be used, and what it fetches until then.
import { gzipSync } from 'node:zlib'

const COLD_STARTS = 3

/** Runs in the page before its own code: notes when the pair is drawn and when its first bond forwards. */
function noteOpening() {
  const noted = (window.noted = { drawn: null, forwarding: null })
  function look() {
    if (noted.drawn === null && document.querySelector('[data-testid="pair-leafs"]') !== null)
      noted.drawn = performance.now()
    const port = document.querySelector('[data-testid="port-leaf-a:Ethernet1/1"]')
    if (port?.getAttribute('data-state') === 'forwarding') noted.forwarding = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Milliseconds from navigation, medians of cold starts; bytes of JavaScript with the worker, gzip. */
export async function opening(browser, address) {
  const found = []
  for (let start = 0; start < COLD_STARTS; start++) found.push(await coldStart(browser, address))
  return {
    drawnMs: median(found.map(({ drawn }) => drawn)),
    forwardingMs: median(found.map(({ forwarding }) => forwarding)),
    scriptBytes: found[0].bytes,
    elements: found[0].elements,
  }
}

async function coldStart(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const scripts = []
  const keep = (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response)
  }
  context.on('response', keep)
  const page = await context.newPage()
  await page.addInitScript(noteOpening)
  await page.goto(address)
  await page.waitForFunction(() => window.noted.forwarding !== null)
  context.off('response', keep)
  const { drawn, forwarding } = await page.evaluate(() => window.noted)
  const bodies = await Promise.all(scripts.map((response) => response.body()))
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  await context.close()
  return { drawn, forwarding, bytes, elements }
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
