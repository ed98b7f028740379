import { expect, test } from '@playwright/test'
import { boxOf } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'
import { TextPane } from './pages/textPane.ts'

test('the text is the design, both ways, and one step of undo', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const text = new TextPane(page)
  await page.keyboard.press('y')
  await expect(text.standing).toHaveText('The canvas shows this text.')

  await text.replaceLine('name: srv-1', 'name: database-1')
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
  await expect(text.standing).toHaveText('The canvas shows this text.')
  const undo = studio.toolbar.getByRole('button', { name: 'Undo: edit the text' })
  await undo.click()
  await expect(studio.canvas.device('srv-1')).toBeVisible()
  await expect(text.line('name: srv-1')).toBeVisible()

  // What is drawn comes into the text, which shows what is selected.
  await studio.select('srv-2')
  await expect(text.line('id: srv-2')).toBeVisible()
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'archive')
  await expect(text.line('name: archive')).toBeVisible()
})

test('a text with an error says where, keeps the design, and is mended with what is offered', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const before = await studio.savedText()
  const text = new TextPane(page)
  await studio.toolbar.getByRole('button', { name: 'Text', exact: true }).click()
  await text.replaceLine('vendor: cisco-nxos', 'vendor: ')
  await expect(text.standing).toContainText('the canvas keeps the last good design')
  await expect(text.pane.getByRole('button', { name: /^Line 11: Device leaf-a: vendor/ })).toBeVisible()
  expect(await studio.savedText()).toBe(before)

  // Closed and opened again it is still there.
  await text.pane.getByRole('button', { name: 'Close the text' }).click()
  await expect(text.pane).toHaveCount(0)
  await page.keyboard.press('y')
  await expect(text.standing).toContainText('the canvas keeps the last good design')
  await text.pane.getByRole('button', { name: /^Line 11/ }).click()
  await page.keyboard.press('Control+Space')
  await text.hint('cisco-nxos').click()
  await expect(text.standing).toHaveText('The canvas shows this text.')
  expect(await studio.savedText()).toBe(before)
})

test('the text is as wide as one drags it or as the arrow keys make it, next time too', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const text = new TextPane(page)
  await page.keyboard.press('y')
  const edge = page.getByRole('separator', { name: 'Width of the text' })
  await expect(edge).toHaveAttribute('aria-valuenow', '440')
  const { x, y, width, height } = await boxOf(edge)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 - 100, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await boxOf(text.pane)).width).toBeCloseTo(540, -1)
  await edge.press('ArrowRight')
  await edge.press('ArrowRight')
  await expect.poll(async () => (await boxOf(text.pane)).width).toBeCloseTo(508, -1)
  await page.reload()
  await studio.expectRunning()
  await page.keyboard.press('y')
  await expect.poll(async () => (await boxOf(text.pane)).width).toBeCloseTo(508, -1)
})

test('2000 pasted devices are refused with the limit, and the way back is one button', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.open()
  const before = await studio.savedText()
  const text = new TextPane(page)
  await page.keyboard.press('y')
  await text.line('devices:').click()
  await page.keyboard.press('End')
  const host = (at: number): string =>
    `\n      - { kind: host, id: h${at}, name: h${at}, label: "", mac: 02:00:00:00:00:01, ipv4: 10.0.0.1 }`
  const hosts = Array.from({ length: 2000 }, (_, at) => host(at)).join('')
  await page.evaluate((text) => navigator.clipboard.writeText(text), hosts)
  await page.keyboard.press('Control+v')
  await expect(text.pane.getByRole('button', { name: /may hold at most 500/ })).toBeVisible()
  await text.pane.getByRole('button', { name: 'Back to the canvas’s text' }).click()
  await expect(text.standing).toHaveText('The canvas shows this text.')
  expect(await studio.savedText()).toBe(before)
})
