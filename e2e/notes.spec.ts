import { expect, type Locator, test } from '@playwright/test'
import { boxOf, FACE } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('a note is placed, written, moved, resized and deleted; its text is never taken for markup', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  await studio.dragIn(/^Note/, 760, 120)
  const writing = page.getByRole('textbox', { name: 'Text of the note' })
  await expect(writing).toBeFocused()
  await writing.fill('rack 7, row <b>B</b>\nleft of the pillar')
  await page.keyboard.press('Escape')
  const note = canvas.area.getByRole('group', { name: 'note: rack 7, row <b>B</b>' })
  await expect(note).toContainText('<b>B</b>')
  await expect(note).toBeFocused()
  await expect(inspector.title).toHaveText('Note')

  await page.keyboard.press('Enter')
  await expect(writing).toBeFocused()
  await writing.fill('rack 8')
  await page.keyboard.press('Control+Enter')
  const renamed = canvas.area.getByRole('group', { name: 'note: rack 8' })
  const before = await boxOf(renamed)
  await canvas.drag({ x: before.x + 40, y: before.y + 20 }, { x: before.x - 40, y: before.y - 20 })
  await expect.poll(async () => (await boxOf(renamed)).x).toBeLessThan(before.x - 50)
  const moved = await boxOf(renamed)
  await canvas.drag(
    { x: moved.x + moved.width - 1, y: moved.y + moved.height - 1 },
    { x: moved.x + moved.width + 60, y: moved.y + moved.height + 30 },
  )
  await expect.poll(async () => (await boxOf(renamed)).width).toBeGreaterThan(moved.width + 40)
  await inspector.tab('Configure')
  await inspector.fill('Width', '96')
  await expect.poll(async () => (await boxOf(renamed)).width).toBeLessThan(moved.width)

  await renamed.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect(renamed).toHaveCount(0)
  for (const step of ['remove', 'resize note', 'resize note', 'move note', 'write note', 'write note', 'place note']) {
    await page.keyboard.press('Control+z')
    await expect(status).toContainText(`Undone: ${step}`)
  }
})

test('a second note does not hide the first', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas } = studio
  const writing = page.getByRole('textbox', { name: 'Text of the note' })
  for (const text of ['first', 'second']) {
    await page.keyboard.press('Shift+N')
    await expect(writing).toBeFocused()
    await writing.fill(text)
    await page.keyboard.press('Escape')
    await expect(canvas.area.getByRole('group', { name: `note: ${text}` })).toBeFocused()
  }
  const first = await boxOf(canvas.area.getByRole('group', { name: 'note: first' }))
  const second = await boxOf(canvas.area.getByRole('group', { name: 'note: second' }))
  const apart =
    second.x >= first.x + first.width ||
    first.x >= second.x + second.width ||
    second.y >= first.y + first.height ||
    first.y >= second.y + second.height
  expect(apart).toBe(true)
})

test('what is locked stays where it is and cannot be deleted until it is unlocked', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status } = studio
  await (await canvas.menuOf(canvas.device('srv-1'), FACE)).getByRole('menuitem', { name: /^Lock/ }).click()
  await expect(status).toContainText('Locked srv-1')
  const held = canvas.area.getByRole('group', { name: 'srv-1, locked server' })
  const before = await boxOf(held)
  // Dragged where nothing moves, the sheet does: the neighbour tells.
  const below = async (thing: Locator) => Math.round((await boxOf(thing)).y - (await boxOf(canvas.device('srv-2'))).y)
  await canvas.drag({ x: before.x + 60, y: before.y + 20 }, { x: before.x + 60, y: before.y + 90 })
  await held.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(status).toContainText('srv-1 is locked. Unlock it first.')
  await page.keyboard.press('Delete')
  await expect(held).toBeVisible()
  expect(await below(held)).toBe(0)
  await page.keyboard.press('Shift+L')
  await expect(status).toContainText('Unlocked srv-1')
  await expect(canvas.device('srv-1')).toHaveAccessibleName('srv-1, server')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => below(canvas.device('srv-1'))).toBeGreaterThan(4)
})
