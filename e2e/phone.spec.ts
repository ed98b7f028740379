import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { boxOf, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

const CABLE = 'link-leaf-a-p1-srv-1'

const PHONES = {
  upright: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
  lying: { width: 844, height: 390 },
} as const

for (const [name, viewport] of Object.entries(PHONES)) {
  test.describe(`a phone, ${name}`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true })

    test('a finger fails a cable, reads its outage and repairs it; nothing scrolls sideways', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      const { canvas, inspector } = studio
      await expectCalm(page, 'healthy')
      for (const device of ['leaf-a', 'leaf-b', 'srv-1', 'orphan-b']) {
        await expect(canvas.device(device)).toBeInViewport({ ratio: 0.99 })
      }

      await canvas.cable(CABLE).tap()
      await expect(inspector.title).toContainText('leaf-a Ethernet1/1')
      await expect(canvas.device('srv-1')).toBeInViewport({ ratio: 0.99 })
      await inspector.area.getByRole('button', { name: 'Cut', exact: true }).tap()
      await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'cut')
      const outage = inspector.area.getByRole('button', { name: /^Outage of .*: \d+ ms$/ })
      await expect(outage).toBeInViewport({ ratio: 0.99 })
      await expectCalm(page, 'a cut cable')
      await outage.tap()
      const explained = page.getByRole('dialog', { name: 'Outage explained' })
      await expect(explained).toContainText('detect')
      await expectWithin(page, explained)
      await page.keyboard.press('Escape')
      await inspector.area.getByRole('button', { name: 'State, checks, configuration' }).tap()
      await expect(inspector.panel).toContainText('Why it is down')
      await expectCalm(page, 'all about the cable')
      await inspector.area.getByRole('button', { name: 'State, checks, configuration' }).tap()
      await inspector.area.getByRole('button', { name: 'Repair cable' }).tap()
      await expect(canvas.cable(CABLE)).not.toHaveAttribute('data-look', 'cut')
    })
  })
}

test.describe('a phone in the hand', () => {
  test.use({ viewport: PHONES.upright, hasTouch: true, isMobile: true })

  test('panning from a device moves the drawing and no device; a long press opens the menu without anything that edits', async ({
    page,
  }) => {
    const studio = new Studio(page)
    await studio.open()
    const { canvas } = studio
    const before = [await placeOf(canvas.device('srv-1')), await placeOf(canvas.device('leaf-a'))] as const
    await swipe(page, middle(await boxOf(canvas.device('srv-1'))), { x: 60, y: -90 })
    await expect.poll(async () => (await placeOf(canvas.device('srv-1'))).y).toBeLessThan(before[0].y - 60)
    const after = [await placeOf(canvas.device('srv-1')), await placeOf(canvas.device('leaf-a'))] as const
    expect(Math.round(after[0].y - after[1].y)).toBe(Math.round(before[0].y - before[1].y))
    expect(Math.round(after[0].x - after[1].x)).toBe(Math.round(before[0].x - before[1].x))

    await hold(page, middle(await boxOf(canvas.cable(CABLE))))
    const menu = page.getByRole('menu')
    await expect(menu.getByRole('menuitem', { name: /^Cut/ })).toBeVisible()
    await expect(menu.getByRole('menuitem', { name: /^Remove/ })).toHaveCount(0)
    await menu.getByRole('menuitem', { name: /^Cut/ }).tap()
    await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'cut')
  })

  test('time is played, paused and dragged back; timeline, checks and tables have the page', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    const time = page.getByRole('toolbar', { name: 'Time' })
    const views = page.getByRole('navigation', { name: 'Views' })
    await time.getByRole('button', { name: 'Pause' }).tap()
    await expect(time.getByRole('button', { name: 'Play' })).toBeVisible()
    const before = await time.getByTestId('clock').innerText()
    await time.getByRole('button', { name: 'Next timer' }).tap()
    await expect(time.getByTestId('clock')).not.toHaveText(before)
    await time.getByRole('slider').press('Home')
    await expect(time.getByTestId('clock')).toHaveText('0.000 s')
    await expect(page.getByRole('button', { name: /^Back to now/ })).toBeInViewport({ ratio: 0.99 })
    await page.getByRole('button', { name: /^Back to now/ }).tap()

    await views.getByRole('button', { name: 'Timeline' }).tap()
    await expect(
      page.getByRole('region', { name: 'Timeline' }).getByRole('list', { name: 'Flows and devices' }),
    ).toBeVisible()
    await expectCalm(page, 'timeline')
    await views.getByRole('button', { name: /^Checks/ }).tap()
    await expect(page.getByRole('region', { name: 'Checks' })).toContainText('Auto-recovery')
    await expectCalm(page, 'checks')
    await views.getByRole('button', { name: 'Table' }).tap()
    await expect(page.getByRole('grid', { name: 'Devices' })).toBeVisible()
    await expectCalm(page, 'table')
  })

  test('a template is opened and a link is shared', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    await studio.toolbar.getByRole('button', { name: 'Menu' }).tap()
    await page.getByRole('menuitem', { name: 'Templates…' }).tap()
    await studio.dialog.getByRole('button', { name: 'One switch', exact: true }).tap()
    await expect(studio.toolbar).toContainText('One switch')
    await studio.toolbar.getByRole('button', { name: 'Share' }).tap()
    await expect(studio.dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#d=/)
    await expectCalm(page, 'share')
    await expectWithin(page, studio.dialog)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a phone, ${colorScheme}`, () => {
    test.use({ viewport: PHONES.upright, hasTouch: true, isMobile: true, colorScheme })

    test('axe finds nothing', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      await studio.canvas.cable(CABLE).tap()
      await studio.inspector.area.getByRole('button', { name: 'Cut', exact: true }).tap()
      await expect(studio.inspector.area.getByRole('button', { name: /^Outage of / })).toBeVisible()
      await nothingFound(page, 'a cut cable')
      for (const view of ['Timeline', /^Checks/]) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).tap()
        await nothingFound(page, String(view))
      }
    })
  })
}

/** Neither the page nor one of its parts but tables is wider than its box. */
async function expectCalm(page: Page, where: string): Promise<void> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect([where, sideways]).toEqual([where, 0])
}

async function expectWithin(page: Page, thing: Locator): Promise<void> {
  const { x, y, width, height } = await boxOf(thing)
  const size = page.viewportSize()
  expect(x).toBeGreaterThanOrEqual(0)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(size?.width ?? 0)
  expect(y + height).toBeLessThanOrEqual(size?.height ?? 0)
}

async function placeOf(thing: Locator): Promise<{ readonly x: number; readonly y: number }> {
  return middle(await boxOf(thing))
}

async function nothingFound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect([where, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([where, []])
}

/** One finger from a place by a way. */
async function swipe(page: Page, from: { x: number; y: number }, way: { x: number; y: number }): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const steps = 6
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= steps; step++) {
    const at = { x: from.x + (way.x * step) / steps, y: from.y + (way.y * step) / steps }
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** One finger that stays until the menu is there. */
async function hold(page: Page, at: { x: number; y: number }): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await expect(page.getByRole('menu')).toBeVisible()
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
