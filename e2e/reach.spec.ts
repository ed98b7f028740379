import { expect, test, type Page } from '@playwright/test'
import { boxOf, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

const CABLE = 'link-leaf-a-p1-srv-1'

test.describe('a screen of 1440×900 at 200 %', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })

  test('everything is in reach, nothing scrolls sideways, a cable is cut and repaired', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    const { canvas, toolbar, timeline, status } = studio
    for (const name of ['leaf-a', 'leaf-b', 'srv-1', 'orphan-b']) await expect(canvas.device(name)).toBeInViewport()
    for (const button of await toolbar.getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 0.9 })
    await expect(timeline.pause).toBeInViewport()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBe(0)

    await (await canvas.menuOf(canvas.cable(CABLE))).getByRole('menuitem', { name: /^Cut\s*X?$/ }).click()
    await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'cut')
    await status.getByRole('button', { name: 'Repair all' }).click()
    await expect(status).toContainText('no failure active')
    await page.keyboard.press('g')
    await expect(studio.dialog.getByRole('button', { name: 'Empty design' })).toBeInViewport()
  })
})

test.describe('a tablet without a mouse', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })

  test('a finger moves the drawing, breaks a cable and repairs it', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    const { canvas, palette, status } = studio
    const before = middle(await boxOf(canvas.device('srv-1')))
    await swipe(page, { x: 500, y: 760 }, { x: 440, y: 700 })
    await expect.poll(async () => middle(await boxOf(canvas.device('srv-1'))).x).toBeLessThan(before.x - 40)

    await canvas.cable(CABLE).tap()
    await expect(canvas.cable(CABLE)).toHaveAttribute('aria-pressed', 'true')
    await palette.getByRole('button', { name: /^Cut/ }).tap()
    await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'cut')
    await palette.getByRole('button', { name: /^Cut/ }).tap()
    await expect(status).toContainText('no failure active')
  })
})

/** One finger from a place to another. */
async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const steps = 6
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= steps; step++) {
    const part = step / steps
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
