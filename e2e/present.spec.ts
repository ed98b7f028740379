import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('a presentation has the canvas, large controls, the pointer and the keys; Escape leaves it', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.toolbar.getByRole('button', { name: 'Present' }).click()
  const bar = page.getByRole('region', { name: 'Presentation' })
  await expect(bar).toBeVisible()
  await expect(studio.toolbar).toHaveCount(0)
  await expect(studio.palette).toHaveCount(0)
  const play = await bar.getByRole('button', { name: 'Pause' }).boundingBox()
  expect(play?.height).toBeGreaterThanOrEqual(44)

  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await expect(page.getByTestId('pointer-ring')).toHaveCSS('opacity', '1')
  await bar.getByRole('button', { name: /^Cut/ }).click()
  await expect(studio.canvas.cable('link-leaf-a-p1-srv-1')).toHaveAttribute('data-look', 'cut')
  await expect(bar).toContainText(/worst outage \d/)
  await page.keyboard.press('r')
  await expect(page.getByTestId('pressed-key')).toContainText('Repair everything')
  await expect(studio.canvas.cable('link-leaf-a-p1-srv-1')).not.toHaveAttribute('data-look', 'cut')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await bar.getByRole('button', { name: 'Pause' }).focus()
  await page.keyboard.press('Escape')
  await expect(studio.toolbar).toBeVisible()
  await expect(bar).toHaveCount(0)
  await expect(studio.toolbar.getByRole('button', { name: 'Present' })).toBeFocused()
})
