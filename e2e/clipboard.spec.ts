import { expect, test } from '@playwright/test'
import { boxOf, FACE } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('copies come with their cables, between designs as well, and are one named step each', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, toolbar, status } = studio

  await studio.select('srv-1')
  await page.keyboard.press('Control+d')
  await expect(inspector.title).toHaveText('srv-3')
  await expect(canvas.bond('vPC 13')).toBeVisible()
  // The copy came into view, by so little that its switches are still there.
  await expect(canvas.device('srv-3')).toBeInViewport({ ratio: 1 })
  await expect(canvas.device('leaf-a')).toBeInViewport({ ratio: 1 })
  await expect(canvas.port('leaf-a:Ethernet1/4')).toHaveAttribute('data-state', 'forwarding')
  await expect(toolbar.getByRole('button', { name: 'Undo: duplicate srv-1' })).toBeVisible()

  await page.keyboard.press('Control+a')
  await expect(inspector.title).toHaveText('8 selected')
  await page.keyboard.press('Control+c')
  await expect(status).toContainText('Copied 8 devices')
  await studio.fileMenu('New design')
  await expect(canvas.things).toHaveCount(0)
  await page.keyboard.press('Control+v')
  await expect(canvas.servers).toHaveCount(5)
  await expect(canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  await page.keyboard.press('Control+v')
  await expect(canvas.device('leaf-c')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(canvas.device('leaf-c')).toHaveCount(0)
  await expect(status).toContainText('Undone: paste 8 devices')
})

test('Shift selects one more or a box; cutting takes it away; other text is no design', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  await studio.select('srv-1')
  await canvas.device('srv-2').click({ position: FACE, modifiers: ['Shift'] })
  await expect(inspector.title).toHaveText('2 selected')
  await studio.selectNothing()

  const [first, last] = [await boxOf(canvas.device('orphan-a')), await boxOf(canvas.device('srv-1'))]
  await page.keyboard.down('Shift')
  await canvas.drag({ x: first.x - 16, y: first.y - 16 }, { x: last.x + last.width + 16, y: last.y + last.height + 16 })
  await page.keyboard.up('Shift')
  await expect(inspector.title).toHaveText('2 selected')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await page.keyboard.press('Control+x')
  await expect(canvas.servers).toHaveCount(2)

  await page.evaluate(() => navigator.clipboard.writeText('hostname leaf-a'))
  await page.keyboard.press('Control+v')
  await expect(status).toContainText('The clipboard holds no devices.')
  await expect(canvas.servers).toHaveCount(2)
})

test('the menus copy, cut and duplicate what is selected, and paste where they were opened', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  const choose = async (item: string) => page.getByRole('menuitem', { name: new RegExp(`^${item}\\b`) }).click()
  await canvas.menuOf(canvas.device('srv-1'), FACE)
  await choose('Copy')
  await expect(status).toContainText('Copied srv-1')
  const area = await boxOf(canvas.area)
  // Below the servers, in the middle: nothing stands there.
  await canvas.area.click({ button: 'right', position: { x: area.width / 2, y: area.height - 40 } })
  await choose('Paste here')
  await expect(inspector.title).toHaveText('srv-3')
  const pasted = await boxOf(canvas.device('srv-3'))
  expect(Math.abs(pasted.x + pasted.width / 2 - area.x - area.width / 2)).toBeLessThan(120)

  await canvas.menuOf(canvas.device('srv-3'), FACE)
  await choose('Duplicate')
  await expect(canvas.device('srv-4')).toBeVisible()
  // The name on its lane has the menu of the device, too.
  await studio.timeline.lanes.getByRole('button', { name: 'srv-2', exact: true }).click({ button: 'right' })
  await choose('Cut')
  await expect(canvas.device('srv-2')).toHaveCount(0)
})
