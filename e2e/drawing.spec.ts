import { expect, test } from '@playwright/test'
import { apart, boxOf, FACE, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('switches, server and management switch are dragged in or placed with two clicks', async ({ page }) => {
  const studio = new Studio(page)
  await studio.openEmpty()
  const { canvas, palette } = studio
  await expect(canvas.area).toContainText('Start with a pair')
  await studio.dragIn(/^Switch/, 260, 220)
  await palette.getByRole('button', { name: /^Switch/ }).click()
  await canvas.area.click({ position: { x: 660, y: 220 } })
  await studio.dragIn(/^Server/, 460, 460)
  await studio.dragIn(/^Management switch/, 460, 60)
  expect(await canvas.namesOf(canvas.things)).toEqual(['sw-1', 'sw-2', 'srv-1', 'mgmt-1'])
  const area = await boxOf(canvas.area)
  expect(Math.abs(middle(await boxOf(canvas.device('sw-1'))).x - area.x - 260)).toBeLessThan(16)
  const [left, right] = [await boxOf(canvas.device('sw-1')), await boxOf(canvas.device('sw-2'))]
  expect(right.x).toBeGreaterThan(left.x + left.width)
  expect(Math.abs(right.y - left.y)).toBeLessThan(20)

  await palette.getByRole('button', { name: /^MLAG pair/ }).click()
  await page.keyboard.press('Escape')
  await canvas.area.click({ position: { x: 200, y: 480 } })
  await expect(canvas.things).toHaveCount(4)
})

test('an armed item shows where it will stand, and stands there: never on top of a device', async ({ page }) => {
  const studio = new Studio(page)
  await studio.openEmpty()
  const { canvas, palette } = studio
  await studio.dragIn(/^Switch/, 260, 220)
  const switchBox = await boxOf(canvas.device('sw-1'))
  await palette.getByRole('button', { name: /^Server/ }).click()
  await page.mouse.move(middle(switchBox).x, middle(switchBox).y, { steps: 2 })
  const ghost = canvas.area.locator('.ghost[data-tool="host"]')
  await expect(ghost).toHaveText('Server')
  const shown = await boxOf(ghost)
  expect(apart(shown, switchBox)).toBe(true)
  await page.mouse.click(middle(switchBox).x, middle(switchBox).y)
  await expect(canvas.device('srv-1')).toBeVisible()
  await expect(ghost).toHaveCount(0)
  const stands = await boxOf(canvas.device('srv-1'))
  expect(Math.abs(stands.x - shown.x) + Math.abs(stands.y - shown.y)).toBeLessThan(4)

  // By key as well: both in the middle of the view, side by side.
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(canvas.device('srv-2')).toBeVisible()
  await page.keyboard.press('h')
  await expect(canvas.device('srv-3')).toBeVisible()
  expect(apart(await boxOf(canvas.device('srv-2')), await boxOf(canvas.device('srv-3')))).toBe(true)
})

test('two switches become a pair, a server joins both, the keepalive is drawn: all of it forwards', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.openEmpty()
  const { canvas, inspector } = studio
  await studio.dragIn(/^Switch/, 260, 240)
  await studio.dragIn(/^Switch/, 660, 240)
  await canvas.device('sw-1').click({ position: FACE })
  await canvas.device('sw-2').click({ position: FACE, modifiers: ['Shift'] })
  await expect(inspector.title).toHaveText('2 selected')
  await (
    await canvas.menuOf(canvas.device('sw-2'), FACE)
  )
    .getByRole('menuitem', { name: 'Pair the two switches' })
    .click()
  await expect(
    canvas.cablesNamed(/^cable sw-1 Ethernet1\/5[34] to sw-2 Ethernet1\/5[34], member of peer-link/),
  ).toHaveCount(2)

  await studio.dragIn(/^Server/, 460, 480)
  await canvas.connect('srv-1', 'sw-1')
  await expect(canvas.cablesNamed(/^cable srv-1 eth0 to sw-1 Ethernet1\/1, orphan/)).toHaveCount(1)
  await canvas.connect('srv-1', 'sw-2')
  const legs = canvas.cablesNamed(/^cable srv-1 eth[01] to sw-[12] Ethernet1\/1, member of vPC \d+/)
  await expect(legs).toHaveCount(2)

  await studio.dragIn(/^Management switch/, 460, 60)
  await canvas.connect('mgmt-1', 'sw-1')
  await canvas.connect('mgmt-1', 'sw-2')
  await expect(canvas.cablesNamed(/^cable mgmt-1 .* to sw-[12] mgmt0, keepalive/)).toHaveCount(2)

  for (const leg of [0, 1]) await expect(legs.nth(leg)).toHaveAccessibleName(/forwarding$/)
  await expect(canvas.area.getByText('healthy', { exact: true })).toBeVisible()
  await expect(studio.status).toContainText('0 errors')
})

test('a cable becomes peer-link, keepalive, bond member or one by itself', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  const leg = canvas.cable('link-leaf-a-p1-srv-1')
  await leg.click()
  await inspector.tab('Configure')
  await inspector.choose('Role', 'By itself')
  await expect(leg).toHaveAccessibleName(/, orphan, /)
  await inspector.choose('Role', 'Member of vPC 11')
  await expect(leg).toHaveAccessibleName(/member of vPC 11/)
  await inspector.choose('Role', 'Member of a new bond')
  await expect(leg).toHaveAccessibleName(/member of (vPC|Po)/)
  await expect(leg).not.toHaveAccessibleName(/member of vPC 11,/)

  // A third cable between the peers joins the peer-link until it is told to be something else.
  await canvas.connect('leaf-a', 'leaf-b')
  const between = canvas.cablesNamed(/^cable leaf-a Ethernet1\/4 to leaf-b/)
  await expect(between).toHaveAccessibleName(/member of peer-link Po10/)
  await inspector.choose('Role', 'Keepalive')
  await expect(between).toHaveAccessibleName(/, keepalive, /)
  await expect(between).toHaveAttribute('data-kind', 'keepalive')
  await inspector.choose('Role', 'By itself')
  await expect(between).toHaveAccessibleName(/single cable|orphan/)
  await inspector.choose('Role', 'Peer-link')
  await expect(between).toHaveAccessibleName(/member of peer-link Po10/)
})

test('a connection that cannot be is refused with its reason', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.canvas.connect('srv-1', 'srv-2')
  await expect(studio.status).toContainText('Hosts are connected through a switch.')
  await expect(studio.canvas.cablesNamed(/^cable .*srv-1.*srv-2/)).toHaveCount(0)
})

test('devices and pair are moved with the mouse; undo and redo go step by step', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, toolbar } = studio
  const top = async (name: string) => Math.round((await boxOf(canvas.device(name))).y)
  const before = await top('orphan-a')
  const face = await boxOf(canvas.device('orphan-a'))
  await canvas.drag({ x: face.x + 60, y: face.y + 20 }, { x: face.x + 60, y: face.y + 100 })
  await expect.poll(() => top('orphan-a')).toBeGreaterThan(before + 40)

  const leafBefore = await top('leaf-a')
  const frame = await boxOf(canvas.pairFrame())
  await canvas.drag({ x: frame.x + 60, y: frame.y + 20 }, { x: frame.x + 60, y: frame.y - 30 })
  await expect.poll(() => top('leaf-a')).toBeLessThan(leafBefore - 10)
  expect(await top('leaf-b')).toBe(await top('leaf-a'))

  const undo = toolbar.getByRole('button', { name: /^Undo/ })
  await undo.click()
  await expect.poll(() => top('leaf-a')).toBe(leafBefore)
  await undo.click()
  await expect.poll(() => top('orphan-a')).toBe(before)
  await expect(undo).toBeDisabled()
  await toolbar.getByRole('button', { name: /^Redo/ }).click()
  await expect.poll(() => top('orphan-a')).toBeGreaterThan(before + 40)
})

test('Escape gives up a drag that goes on: everything stays where it was, and there is nothing to undo', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, toolbar } = studio
  const orphan = canvas.device('orphan-a')
  const before = await boxOf(orphan)
  const x = async () => Math.round((await boxOf(orphan)).x)
  await page.mouse.move(before.x + 60, before.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.x + 140, before.y + 20, { steps: 6 })
  await expect.poll(x).toBeGreaterThan(before.x + 40)
  await page.keyboard.press('Escape')
  await expect.poll(x).toBe(Math.round(before.x))
  await page.mouse.move(before.x + 200, before.y + 20, { steps: 3 })
  await page.mouse.up()
  await expect.poll(x).toBe(Math.round(before.x))
  await expect(toolbar.getByRole('button', { name: /^Undo/ })).toBeDisabled()
})

test('a device that is dragged over the small map does not move the view; a press on the map does', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas } = studio
  const leaf = () => boxOf(canvas.device('leaf-a'))
  const before = await leaf()
  const map = middle(await boxOf(canvas.area.locator('.minimap')))
  const face = await boxOf(canvas.device('orphan-b'))
  await page.mouse.move(face.x + 60, face.y + 20)
  await page.mouse.down()
  await page.mouse.move(map.x, map.y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => (await boxOf(canvas.device('orphan-b'))).y).toBeGreaterThan(face.y + 20)
  expect(await leaf()).toEqual(before)
  await page.mouse.click(map.x - 40, map.y)
  await expect.poll(async () => (await leaf()).x).not.toBe(before.x)
})

test('the view that was chosen is there again after the tables; a fitted one stays fitted beside the text', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, toolbar } = studio
  const width = async () => Math.round((await boxOf(canvas.device('leaf-a'))).width)
  const fitted = await width()
  await page.keyboard.press('y')
  await expect.poll(width).toBeLessThan(fitted)
  await expect(canvas.device('orphan-b')).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Close the text' }).click()
  await expect.poll(width).toBe(fitted)

  await canvas.area.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(width).toBeGreaterThan(fitted)
  const chosen = await boxOf(canvas.device('leaf-a'))
  await toolbar.getByRole('button', { name: 'Table' }).click()
  await expect(canvas.device('leaf-a')).toHaveCount(0)
  await toolbar.getByRole('button', { name: 'Table' }).click()
  await expect.poll(() => boxOf(canvas.device('leaf-a'))).toEqual(chosen)
})

test('what is deleted comes back with undo, and forwards again', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas } = studio
  await studio.select('srv-2')
  await page.keyboard.press('Delete')
  await expect(canvas.device('srv-2')).toHaveCount(0)
  await expect(canvas.bond('vPC 12')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(canvas.bond('vPC 12')).toBeVisible()
  await canvas.expectStates(['srv-2:eth0', 'srv-2:eth1'], 'forwarding')
  await page.keyboard.press('Control+y')
  await expect(canvas.device('srv-2')).toHaveCount(0)

  await (
    await canvas.menuOf(canvas.cable('link-leaf-a-p1-srv-1'))
  )
    .getByRole('menuitem', { name: 'Delete cable' })
    .click()
  await expect(canvas.cable('link-leaf-a-p1-srv-1')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(canvas.cable('link-leaf-a-p1-srv-1')).toHaveAccessibleName(/member of vPC 11, forwarding$/)
})
