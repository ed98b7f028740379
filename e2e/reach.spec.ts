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

test('the focus returns to what opened a dialog, a menu or the text', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  for (const name of ['Search or run a command', 'Share', 'Export', 'Shortcuts and help']) {
    const opener = studio.toolbar.getByRole('button', { name })
    await opener.press('Enter')
    await expect(studio.dialog).toBeVisible()
    await expect(studio.dialog.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  }
  const file = studio.toolbar.getByRole('button', { name: 'File', exact: true })
  await file.press('Enter')
  await page.getByRole('menuitem', { name: /^Designs on this machine/ }).press('Enter')
  await expect(studio.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(file).toBeFocused()
  const text = studio.toolbar.getByRole('button', { name: 'Text', exact: true })
  await text.press('Enter')
  await page.getByRole('button', { name: 'Close the text' }).press('Enter')
  await expect(text).toBeFocused()
})

test('what happened is said: failure, flows that arrive again, repair, undo', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.expectLoaded('afterStart')
  const said = await page.evaluateHandle(() => {
    const heard: string[] = []
    const region = document.querySelector('output[aria-live]')
    const listen = new MutationObserver(() => heard.push(region?.textContent ?? ''))
    if (region !== null) listen.observe(region, { subtree: true, childList: true, characterData: true })
    return heard
  })
  const heard = () => said.evaluate((all) => all.join(' | '))
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect.poll(heard).toMatch(/Cut: cable leaf-a Ethernet1\/1 to srv-1 eth0/)
  await expect.poll(heard).toMatch(/Every flow arrives again\. The worst outage was \d+ ms\./)
  await page.keyboard.press('r')
  await expect.poll(heard).toMatch(/Repaired/)
  await studio.select('srv-2')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'archive')
  await studio.toolbar.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(heard).toMatch(/Undone: /)
})

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('set bits, chosen tabs and what is typed can be told apart without the page’s own colours', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    await studio.canvas.port('leaf-a:Ethernet1/1').click()
    const bit = (name: string) => studio.inspector.panel.getByRole('img', { name }).first()
    const ground = (name: string) => bit(name).evaluate((cell) => getComputedStyle(cell).backgroundColor)
    await expect(bit('Activity: set')).toBeVisible()
    expect(await ground('Activity: set')).not.toBe(await ground('Expired: clear'))
    await expect(studio.inspector.area.getByRole('tab', { name: 'State' })).toHaveCSS('outline-style', 'solid')
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
