import { expect, test } from '@playwright/test'
import { boxOf, FACE, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('a pair collapses to the one switch that its partners see, takes a server, and expands again', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, inspector } = studio
  await canvas.pairFrame().dblclick({ position: FACE })
  const one = page.getByTestId('collapsed-leafs')
  await expect(one).toContainText('vPC domain 10leaf-a + leaf-b')
  await expect(one).toContainText(/one LACP system [0-9a-f:]{17}/)
  await expect(inspector.title).toHaveText('leafs')
  await expect(canvas.switches).toHaveCount(0)
  // The ports of both with the letter of their peer; what runs between the two is inside.
  await expect(canvas.port('leaf-b:Ethernet1/2')).toContainText('b 1/2')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1'], 'forwarding')
  await expect(canvas.cablesNamed(/^cable .*peer-link/)).toHaveCount(0)
  await expect(canvas.bond('vPC 11')).toBeVisible()

  await studio.dragIn(/^Server/, 800, 330)
  await expect(inspector.title).toHaveText('srv-3')
  await canvas.device('srv-3').hover()
  const handle = await boxOf(page.getByTestId('connect-srv-3').first())
  await canvas.drag(middle(handle), middle(await boxOf(one)))
  await expect(canvas.cablesNamed(/^cable srv-3 eth[01] to leaf-[ab] .*member of vPC 13/)).toHaveCount(2)

  const before = await boxOf(one)
  await canvas.drag({ x: before.x + 10, y: before.y + 70 }, { x: before.x + 10, y: before.y + 120 })
  await expect.poll(async () => (await boxOf(one)).y).toBeGreaterThan(before.y + 20)
  await one.click({ position: { x: 10, y: 70 } })
  await expect(inspector.title).toHaveText('leafs')
  await page.keyboard.press('v')
  await expect(status).toContainText('vPC domain 10 is drawn as two peers')
  await expect(canvas.switches).toHaveCount(2)
  await expect(canvas.cablesNamed(/^cable .*peer-link/)).toHaveCount(2)
})

test('a cable is bent by its handle and by keys, and laid straight by a double click', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status } = studio
  const cable = canvas.cable('link-leaf-a-p1-srv-1')
  const straight = middle(await boxOf(cable))
  await cable.click()
  const handle = page.getByTestId('bend-handle')
  const grip = middle(await boxOf(handle))
  await canvas.drag(grip, { x: grip.x - 80, y: grip.y + 10 })
  await expect.poll(async () => middle(await boxOf(cable)).x).toBeLessThan(straight.x - 50)
  const bent = middle(await boxOf(cable))
  await cable.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => middle(await boxOf(cable)).x).toBeLessThan(bent.x - 8)
  await handle.dblclick()
  await expect.poll(async () => Math.abs(middle(await boxOf(cable)).x - straight.x)).toBeLessThan(4)
  for (const step of ['remove bend', 'bend cable', 'bend cable']) {
    await page.keyboard.press('Control+z')
    await expect(status).toContainText(`Undone: ${step}`)
  }
})
