// `npm run screenshots`: makes the README's picture, docs/screenshot.png, from the built page.
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserFlags, NO_BROWSER, provideBrowser } from './browser.mjs'
import { ROOT, runTool } from './install.mjs'
import { serve } from './serve.mjs'

const PICTURE = join(ROOT, 'docs', 'screenshot.png')

if (runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) process.exit(1)
const executablePath = provideBrowser()
if (executablePath === null) {
  console.error(NO_BROWSER)
  process.exit(1)
}
const port = await serve({ port: 4273 })
const browser = await chromium.launch({ executablePath, args: browserFlags() })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
// Not a first visit, whose tour would lie over the inspector.
await page.addInitScript(() => localStorage.setItem('mlag-studio:tour', 'seen'))
await page.goto(`http://localhost:${port}/`)
await page.getByTestId('pair-leafs').waitFor()
// One member of the first bond falls silent; five seconds later LACP has noticed and its flows run over the other.
await page.getByTestId('cable-link-leaf-a-p1-srv-1').click({ button: 'right' })
await page.getByRole('menuitem', { name: 'Make silent' }).click()
await page.waitForTimeout(5_000)
await page.getByRole('button', { name: 'Pause' }).click()
await page.screenshot({ path: PICTURE, animations: 'disabled' })
await browser.close()
console.log(PICTURE)
process.exit(0)
