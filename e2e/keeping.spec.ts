import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

async function rename(studio: Studio): Promise<void> {
  await studio.select('srv-1')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'database-1')
  await expect(studio.canvas.device('database-1')).toBeVisible()
}

test('what was drawn is there after a reload', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
})

test('every design stays on this machine and can be opened again', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await studio.template('Back to back')
  await expect(studio.canvas.device('spine-1')).toBeVisible()
  await studio.fileMenu(/^Designs on this machine/)
  await studio.dialog.getByRole('button', { name: 'Leaf pair', exact: true }).click()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await expect(studio.canvas.device('spine-1')).toHaveCount(0)
})

test('a design goes into a file and comes back from it, unchanged', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  const text = await studio.savedText()
  expect(JSON.parse(text)).toMatchObject({ format: 'mlag-studio', version: expect.any(Number) })
  await studio.template('One switch')
  await expect(studio.canvas.device('database-1')).toHaveCount(0)
  await studio.openFile(text)
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
  expect(await studio.savedText()).toBe(text)
})

test('a link carries the design to another browser', async ({ page, browser }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  const link = studio.dialog.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#d=/)
  const address = await link.inputValue()

  const context = await browser.newContext()
  const other = new Studio(await context.newPage())
  await other.page.goto(address)
  await expect(other.canvas.device('database-1')).toBeVisible()
  await other.expectRunning()
  // The design is kept there from now on; the address does not bring back the old one.
  expect(new URL(other.page.url()).hash).toBe('')
  await other.page.reload()
  await expect(other.canvas.device('database-1')).toBeVisible()
  await context.close()
})
