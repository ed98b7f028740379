// `npm run page:figures`: measures the built page in headless Chromium without a graphics card, 1440×900, and prints a
// table. Times depend on the machine and nothing here can fail a build.
import { cpus } from 'node:os'
import { chromium } from '@playwright/test'
import { browserFlags, NO_BROWSER, provideBrowser } from './browser.mjs'
import { importTypeScript } from './bundle.mjs'
import { runTool } from './install.mjs'
import { axe } from './page/axe.mjs'
import { dragging } from './page/dragging.mjs'
import { clickToPixel } from './page/failing.mjs'
import { gesturesToCable, gesturesToFailure } from './page/gestures.mjs'
import { opening } from './page/opening.mjs'
import { serve } from './serve.mjs'

if (runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) process.exit(1)
const executablePath = provideBrowser()
if (executablePath === null) {
  console.error(NO_BROWSER)
  process.exit(1)
}
const { FILES } = await importTypeScript('scripts/page/designs.ts')
const port = await serve({ port: 4373 })
const address = `http://localhost:${port}/`
const browser = await chromium.launch({ executablePath, args: browserFlags() })

console.log(`Chromium ${browser.version()}, no GPU, 1440×900, ${cpus().length} cores of ${cpus()[0]?.model}\n`)
console.log('| measure | wanted | found |\n|---|---|---|')

const { drawnMs, forwardingMs, scriptBytes, elements } = await opening(browser, address)
row('navigation to a pair on screen, s', '≤ 1.0', seconds(drawnMs))
row('navigation to its bonds forwarding, s', '–', seconds(forwardingMs))
row('JavaScript until then with the worker, gzip kB', '≤ 250', (scriptBytes / 1000).toFixed(1))
row('elements of the page', '–', elements)
await onPage(async (page) => {
  await page.getByRole('banner').getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New design' }).click()
  row('gestures: two switches and a cable', '≤ 4', await gesturesToCable(page))
})
await onPage(async (page) => row('gestures: first failure', '≤ 2', await gesturesToFailure(page)))
await onPage(async (page) =>
  row('click on a failure to the first changed pixel, ms', '≤ 50', whole(await clickToPixel(page))),
)
for (const { devices, cables, text } of FILES) {
  const wanted = { 50: '60', 200: '≥ 55' }[devices] ?? 'usable'
  await onPage(async (page) => {
    const { openMs, fps, p95Ms, elementsANode } = await dragging(page, text)
    const size = `${devices} devices, ${cables} cables`
    row(`${size}: file chosen to flows arriving, s`, '–', seconds(openMs))
    row(
      `${size}: dragged while playing, frames/s (95 % of frames within ms)`,
      wanted,
      `${whole(fps)} (${whole(p95Ms)})`,
    )
    row(`${size}: elements a device on screen`, '≤ 20', whole(elementsANode))
  })
}
for (const colorScheme of ['light', 'dark'])
  await onPage(async (page) => {
    const { broken, unclear } = await axe(page)
    row(`axe, ${colorScheme}: elements that break a rule, contrast it cannot tell`, '0, 0', `${broken}, ${unclear}`)
  }, colorScheme)
await browser.close()
process.exit(0)

/** A fresh page whose pair forwards. */
async function onPage(task, colorScheme = 'light') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('[data-testid="port-leaf-a:Ethernet1/1"][data-state="forwarding"]').waitFor()
  await task(page)
  await context.close()
}

function row(...cells) {
  console.log(`| ${cells.join(' | ')} |`)
}

function seconds(ms) {
  return (ms / 1000).toFixed(2)
}

function whole(number) {
  return Math.round(number)
}
