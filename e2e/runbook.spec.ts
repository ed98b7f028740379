import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('the runbook is written beside the run, kept while the design stays, and saved as Markdown', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.fileMenu('Runbook…')
  const book = studio.dialog.getByRole('article')
  await expect(book.getByRole('heading', { name: 'leafs: leaf-a and leaf-b' })).toBeVisible({ timeout: 30_000 })
  await expect(book.getByRole('row', { name: /Power leaf-b off/ })).toContainText(/\d+ of \d+: \d+ ms/)
  await expect(book.getByRole('region', { name: /show vpc/ }).first()).toContainText('vPC')

  const { name, bytes } = await studio.downloadBy(() =>
    studio.dialog.getByRole('button', { name: 'Save runbook.md' }).click(),
  )
  expect(name).toMatch(/-runbook\.md$/)
  expect(bytes.toString('utf8')).toMatch(
    /^# Runbook: Leaf pair\n[^]*\n### 4\. Failover tests\n[^]*\| Power leaf-b off \| \d+ of \d+: /,
  )

  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  // It is of this very design still, so it is there at once.
  await studio.fileMenu('Runbook…')
  await expect(book.getByRole('heading', { name: 'leafs: leaf-a and leaf-b' })).toBeVisible()
})
