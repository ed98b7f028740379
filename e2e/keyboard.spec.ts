import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('place, pair, connect, play, cut and export with the keyboard alone', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, toolbar, timeline } = studio
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const times = (key: string, count: number) => press(...Array.from({ length: count }, () => key))

  // An empty sheet.
  await studio.tabTo(toolbar.getByRole('button', { name: 'File', exact: true }))
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'New design' })).toBeVisible()
  await press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'New design' })).toBeFocused()
  await press('Enter')
  await expect(canvas.things).toHaveCount(0)

  // Place: both land in the middle of the canvas and are moved apart.
  await press('s')
  await studio.tabTo(canvas.device('sw-1'))
  await times('Shift+ArrowLeft', 14)
  await press('s')
  await studio.tabTo(canvas.device('sw-2'))
  await times('Shift+ArrowRight', 10)
  await press('h')
  await studio.tabTo(canvas.device('srv-1'))
  await times('Shift+ArrowDown', 12)

  // Pair, from the menu of both.
  await studio.tabTo(canvas.device('sw-1'), 'Shift+Tab')
  await press('Enter')
  await studio.tabTo(canvas.device('sw-2'))
  await press('Shift+Enter')
  await expect(studio.inspector.title).toHaveText('2 selected')
  await press('Shift+F10')
  const pairItem = page.getByRole('menuitem', { name: 'Pair the two switches' })
  await expect(pairItem).toBeVisible()
  await studioArrowsTo(studio, 'Pair the two switches')
  await press('Enter')
  await expect(canvas.cablesNamed(/member of peer-link/)).toHaveCount(2)

  // The peers hear each other's keepalive, which this platform wants before it forms a pair.
  await press('Escape')
  await studio.tabTo(canvas.device('sw-1'))
  await press('Enter')
  await expect(studio.inspector.title).toHaveText('sw-1')
  await press('Shift+K')
  await expect(canvas.cablesNamed(/mgmt0 .*keepalive/)).toHaveCount(1)

  // Connect: C, an arrow to the next possible device, Enter.
  for (const arrow of ['ArrowRight', 'ArrowLeft']) {
    await studio.tabTo(canvas.device('srv-1'))
    await press('c', arrow)
    await expect(canvas.area.locator(':focus')).toHaveAccessibleName(/^sw-\d, switch$/)
    await press('Enter')
  }
  const legs = canvas.cablesNamed(/^cable srv-1 eth[01] to sw-[12] .* member of vPC \d+/)
  await expect(legs).toHaveCount(2)
  for (const leg of [0, 1]) await expect(legs.nth(leg)).toHaveAccessibleName(/forwarding$/)

  // Play and pause: on a device that is not selected, the space bar would select it.
  await expect(timeline.pause).toBeVisible()
  await press('Enter', 'Space')
  await expect(timeline.play).toBeVisible()
  await press('Space')
  await expect(timeline.pause).toBeVisible()

  // Cut: from the server by arrows to its first cable.
  await studio.tabTo(canvas.device('srv-1'))
  await press('ArrowRight', 'ArrowRight')
  await expect(legs.first()).toBeFocused()
  await press('Enter', 'x')
  await expect(legs.first()).toHaveAccessibleName(/cut, down$/)
  await press('x')
  await expect(legs.first()).toHaveAccessibleName(/forwarding$/)

  // Export.
  await press('e')
  await expect(studio.dialog).toContainText('sw-1')
  await studio.tabTo(studio.dialog.getByRole('button', { name: 'Download all as zip' }))
  const zip = await studio.downloadBy(() => press('Enter'))
  expect(zip.name).toMatch(/\.zip$/)
})

/** Walks an open menu with the arrow key, item by item: focus follows a key a moment later. */
async function studioArrowsTo({ page }: Studio, item: string): Promise<void> {
  const items = page.locator('[role="menuitem"]:not([data-disabled])')
  const wanted = (await items.allInnerTexts()).findIndex((text) => text.startsWith(item))
  expect(wanted, `${item} in the menu`).toBeGreaterThanOrEqual(0)
  for (let at = 0; at <= wanted; at++) {
    await page.keyboard.press('ArrowDown')
    await expect(items.nth(at)).toBeFocused()
  }
}
