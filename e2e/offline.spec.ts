import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from '../scripts/serve.mjs'
import { Studio } from './pages/studio.ts'

test.use({ serviceWorkers: 'allow' })

test('the page opens and works without a network, parts that were never opened included', async ({ page, context }) => {
  const studio = new Studio(page)
  await studio.open()
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
    .toBe('activated')
  await context.setOffline(true)
  await page.reload()
  await studio.expectRunning()
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)

  await studio.template('Back to back')
  await expect(studio.canvas.device('spine-1')).toBeVisible()
  await studio.toolbar.getByRole('button', { name: 'Export' }).click()
  await expect(studio.dialog).toContainText('spine-1')
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await page.keyboard.press('y')
  await expect(page.getByRole('textbox', { name: 'Design as YAML' })).toBeVisible()
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(studio.canvas.device('spine-1')).toBeVisible()
})

test('a newer build is told of and comes when the user says so; what was drawn stays', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mlag-studio-'))
  await cp('dist', folder, { recursive: true })
  const port = await serve({ folder, port: 33_000 + (process.pid % 20_000) })
  const studio = new Studio(page)
  await studio.open(`http://localhost:${port}/`)
  await page.evaluate(async () => {
    localStorage.setItem('mlag-studio:tour', 'seen')
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await studio.expectRunning()
  // The page looks after its service worker when it has come to life.
  await studio.expectLoaded('afterStart')
  const notice = page.getByRole('status').filter({ hasText: 'A new version is ready' })

  await writeFile(join(folder, 'assets', 'new-build.css'), '')
  await change(join(folder, 'index.html'), '</head>', '<link rel="stylesheet" href="./assets/new-build.css" /></head>')
  await change(join(folder, 'sw.js'), /mlag-studio-\$\{"\w+"\}/, 'mlag-studio-newer')
  await studio.select('srv-1')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'database-1')
  // Under its usual name the browser would look for it a minute later.
  await page.evaluate(() => navigator.serviceWorker.register('./sw.js?newer'))
  await expect(notice).toBeVisible()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await notice.getByRole('button', { name: 'Reload' }).click()
  await expect(page.locator('link[href$="new-build.css"]')).toHaveCount(1)
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
  await expect(notice).toHaveCount(0)
  await rm(folder, { recursive: true })
})

/** As a build that differs a little would have it. */
async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  await writeFile(file, changed)
}

test('the page can be installed: its manifest names what a browser asks for', async ({ page, request }) => {
  await page.goto('/')
  const address = await page.locator('link[rel="manifest"]').getAttribute('href')
  const answer = await request.get(`/${address ?? ''}`)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest: {
    readonly start_url: string
    readonly display: string
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[]
  } = await answer.json()
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' })
  for (const size of ['192x192', '512x512']) expect(manifest.icons.map(({ sizes }) => sizes)).toContain(size)
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
  for (const { src } of manifest.icons) expect((await request.get(`/${src}`)).ok()).toBe(true)
})
