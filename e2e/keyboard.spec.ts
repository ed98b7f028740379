import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('place, pair, connect, play, cut and export with the keyboard alone', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const focusOn = async (name: RegExp | string) => {
    await studio.palette.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'File', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'New design' }).press('Enter')
  await expect(studio.canvas.getByRole('group')).toHaveCount(0)

  await focusOn(/^MLAG pair/)
  await expect(studio.canvas.getByRole('group', { name: /pair of/ })).toBeVisible()
  await page.keyboard.press('h')
  const server = studio.canvas.getByRole('group', { name: /, server$/ })
  await expect(server).toBeVisible()

  for (const leaf of [0, 1]) {
    await server.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('c')
    const target = studio.canvas.getByRole('group', { name: /, switch$/ }).nth(leaf)
    await target.focus()
    await page.keyboard.press('Enter')
  }
  const legs = studio.canvas.getByRole('button', { name: /^cable .* member of vPC \d+/ })
  await expect(legs).toHaveCount(2)
  for (const leg of [0, 1]) await expect(legs.nth(leg)).toHaveAccessibleName(/forwarding$/, { timeout: 30_000 })

  await legs.first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await expect(legs.first()).toHaveAccessibleName(/cut, down$/)
  await page.keyboard.press('r')
  await expect(legs.first()).toHaveAccessibleName(/forwarding$/, { timeout: 30_000 })

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('.cfg')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /zip/i }).focus()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.zip$/)
})
