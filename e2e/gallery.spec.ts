import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { Studio } from './pages/studio.ts'

test('the gallery shows every template drawn, is filtered and opened by keyboard, and undo brings the old design back', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await page.keyboard.press('g')
  const gallery = page.getByRole('dialog', { name: 'Templates' })
  const filter = gallery.getByRole('searchbox', { name: 'Filter templates' })
  await expect(filter).toBeFocused()
  await expect(gallery.locator('[data-card] svg')).toHaveCount(TEMPLATES.length)
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])

  await filter.fill('upgrade junos')
  await expect(gallery.getByRole('status')).toHaveText(`1 of ${TEMPLATES.length}`)
  await filter.press('ArrowDown')
  const card = gallery.getByRole('button', { name: 'Campus without a stack', exact: true })
  await expect(card).toBeFocused()
  await expect(card).toHaveAccessibleDescription(/Junos · 10 devices, 8 flows.*wiring closets/)
  await card.press('Enter')
  await expect(gallery).toBeHidden()
  await expect(studio.canvas.pair('domain-campus')).toContainText('healthy')

  await page.keyboard.press('Control+z')
  await expect(studio.canvas.pair()).toContainText('healthy')
})

test('a scenario is played from its template’s card', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.fileMenu(/^New from a template/)
  await page.getByRole('button', { name: 'Open and play The switch of path B dies' }).click()
  await expect(studio.canvas.device('array-b')).toBeVisible()
  await expect(studio.canvas.pair('domain-leafs')).toBeVisible()
  await expect(studio.status).toContainText('1 failure active')
})
