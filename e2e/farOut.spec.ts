import { expect, test } from '@playwright/test'
import { leafPairs } from '../scripts/bench/leafPairs.ts'
import { saveDocument } from '../src/core/model/document.ts'
import { boxOf, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('far out a large design is one drawing: its cables are pressed, cut and dragged along all the same', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.openFile(saveDocument(leafPairs(4, 66)))
  const { canvas, inspector, status } = studio
  await expect(canvas.area.locator('canvas')).toBeVisible()
  const { x, y } = await boxOf(canvas.device('srv-49'))
  const { width } = await boxOf(canvas.device('srv-49'))
  const overServer = { x: x + width / 2, y: y - 4 }
  await page.mouse.click(overServer.x, overServer.y)
  await expect(inspector.title).toContainText('srv-49')
  await page.mouse.click(overServer.x, overServer.y, { button: 'right' })
  await page.getByRole('menuitem', { name: /^Cut\s*X?$/ }).click()
  await expect(status).toContainText('1 failure active')
  const before = await boxOf(canvas.device('srv-49'))
  const from = middle(before)
  await canvas.drag(from, { x: from.x + 30, y: from.y + 60 })
  await expect.poll(async () => (await boxOf(canvas.device('srv-49'))).y).toBeGreaterThan(before.y + 40)
})
