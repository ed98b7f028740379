import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('tables: sort, filter, edit in place and in bulk; the selection is the canvas’s', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await page.keyboard.press('t')
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row')).toHaveCount(8)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('searchbox', { name: 'Filter devices' }).fill('server srv')
  await expect(grid.getByRole('row')).toHaveCount(3)

  // In place, by keyboard: a name that is taken is refused in words, another one is not.
  await grid.getByRole('gridcell', { name: 'srv-1', exact: true }).click()
  await expect(studio.inspector.title).toHaveText('srv-1')
  await page.keyboard.press('F2')
  const name = page.getByRole('textbox', { name: 'Name of srv-1' })
  await name.fill('srv-2')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Two devices or domains are called srv-2')
  await name.fill('srv-9')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'srv-9', exact: true })).toBeFocused()

  // In bulk, as one step.
  await page.getByRole('tab', { name: /^Bonds/ }).click()
  await page.getByRole('searchbox', { name: 'Filter bonds' }).fill('')
  await grid.getByRole('gridcell', { name: 'vPC 11' }).click()
  await page.keyboard.press('Control+a')
  const bulk = page.getByRole('form', { name: 'Set all 3 chosen rows' })
  await bulk.getByRole('combobox', { name: 'Column' }).selectOption('A rate')
  await bulk.getByLabel('to', { exact: true }).selectOption('slow')
  await bulk.getByRole('button', { name: 'Apply to 3' }).click()
  await expect(grid.getByRole('gridcell', { name: 'fast' })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: 'fast' })).toHaveCount(2)

  await page.keyboard.press('t')
  await expect(studio.canvas.device('srv-9')).toBeVisible()
})

test('tables: CSV out and in; what cannot be taken is named by its line and changes nothing', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const saved = await studio.downloadBy(() => page.getByRole('button', { name: 'Save CSV' }).click())
  expect(saved.name).toMatch(/-devices\.csv$/)

  const choose = async (text: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Read CSV' }).click()
    await (await chooser).setFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  await choose('Name,Kind\nnew-1,toaster\n')
  await expect(studio.dialog).toContainText('Line 2: new-1 is not in the design')
  await page.keyboard.press('Escape')
  await choose(`Name,Kind\n${Array.from({ length: 2_000 }, (_, at) => `h${at},server`).join('\n')}\n`)
  await expect(studio.dialog).toContainText('A design holds at most 500 devices')
  await page.keyboard.press('Escape')
  await choose('Name,Kind,Label\nnew-1,server,\nsrv-1,,web\n')
  await expect(page.getByRole('grid').getByRole('gridcell', { name: 'new-1', exact: true })).toBeVisible()
  await expect(page.getByRole('grid').getByRole('gridcell', { name: 'web', exact: true })).toBeVisible()
})
