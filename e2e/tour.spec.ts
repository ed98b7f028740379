import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

// A first visit: the other tests are not one.
test.use({ storageState: { cookies: [], origins: [] } })

test('the tour of a first visit goes on as its steps are done, and does not come again', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const tour = page.getByRole('region', { name: 'Tour' })
  await expect(tour).toContainText('Choose a cable')
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await expect(tour).toContainText('Cut it')
  await page.keyboard.press('x')
  await expect(tour).toContainText('Look at what happened')
  expect((await new AxeBuilder({ page }).include('[aria-label="Tour"]').analyze()).violations).toEqual([])
  await page.keyboard.press('Space')
  await expect(tour).toContainText('Repair it')
  await page.keyboard.press('r')
  await expect(tour).toContainText('Take it with you')
  await page.keyboard.press('e')
  await expect(studio.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await expect(tour).toContainText('That is all')
  await tour.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(tour).toHaveCount(0)

  await page.reload()
  await studio.expectRunning()
  await studio.command('take the tour')
  await expect(tour).toContainText('Choose a cable')
  await tour.getByRole('button', { name: 'Skip the tour' }).click()
  await expect(tour).toHaveCount(0)
})

test.describe('without room beside the canvas', () => {
  test.use({ viewport: { width: 800, height: 600 } })

  test('the tour is there as well', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    const tour = page.getByRole('region', { name: 'Tour' })
    await expect(tour).toContainText('Choose a cable')
    await studio.canvas.cable('link-leaf-a-p1-srv-1').click()
    await expect(tour).toContainText('Cut it')
    await expect(studio.inspector.panel).toBeVisible()
    await tour.getByRole('button', { name: 'Close the tour' }).click()
    await expect(tour).toHaveCount(0)
  })
})

test('a word is explained where it stands', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await studio.inspector.panel.getByRole('button', { name: 'What is this: peer-link' }).click()
  await expect(studio.dialog.getByRole('term').first()).toHaveText('Peer-link')
  await expect(studio.dialog).toContainText('The bond between the two switches of a pair.')
  await studio.dialog.getByRole('textbox', { name: 'Find a word' }).fill('split brain')
  await expect(studio.dialog.getByRole('term')).toHaveText(['Dual-active'])
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)

  // In the bar at the bottom, above the tables, and in a form, which it does not close.
  await studio.status.getByRole('button', { name: 'What is this: outage' }).click()
  await expect(studio.dialog.getByRole('term').first()).toHaveText('Outage')
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await page.keyboard.press('w')
  await studio.dialog.getByRole('combobox', { name: 'Failure' }).selectOption({ label: 'Peer-link down' })
  const word = studio.dialog.getByRole('button', { name: 'Peer-link', exact: true })
  await word.click()
  await expect(word).toHaveAttribute('aria-expanded', 'true')
  await expect(studio.dialog.getByRole('status')).toContainText('The bond between the two switches of a pair.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'What is this: pair' }).click()
  await expect(studio.dialog.getByRole('term').first()).toHaveText('MLAG pair, domain')
})
