import { expect, test } from '@playwright/test'
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
