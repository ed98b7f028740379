import { expect, test } from '@playwright/test'
import { FACE } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('a selected pair grows by servers, a keepalive and a peer-link cable, one step each', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status, toolbar } = studio
  await studio.selectPair()
  const bar = page.getByRole('toolbar', { name: 'For what is selected' })
  await bar.getByRole('button', { name: 'Add a server on both peers' }).click()
  await expect(status).toContainText('Added srv-3 with vPC 13')
  await expect(canvas.bond('vPC 13')).toBeVisible()
  await expect(inspector.title).toHaveText('leafs')
  await page.keyboard.press('Shift+H')
  await expect(status).toContainText('Added srv-4 with vPC 14')
  await page.keyboard.press('Shift+K')
  await expect(status).toContainText(/Added cable leaf-a \S+ to leaf-b \S+, keepalive/)
  await studio.command('add a cable to the peer-link')
  await expect(status).toContainText(/Added cable leaf-a \S+ to leaf-b \S+, member of peer-link Po10/)
  await expect(canvas.cablesNamed(/member of peer-link Po10/)).toHaveCount(3)
  await canvas.expectStates(['srv-3:eth0', 'srv-4:eth1'], 'forwarding')
  await expect(toolbar.getByRole('button', { name: 'Undo: add peer-link cable' })).toBeVisible()
  for (const step of ['peer-link cable', 'keepalive', 'server', 'server']) {
    await page.keyboard.press('Control+z')
    await expect(status).toContainText(`Undone: add ${step}`)
  }
  await expect(canvas.servers).toHaveCount(4)
})

test('a single switch gets a server and a peer, an orphan its second leg; what fits nothing says so', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.openEmpty()
  const { canvas, status } = studio
  await page.keyboard.press('Shift+P')
  await expect(status).toContainText('Select a switch that has no peer first.')
  await studio.dragIn(/^Switch/, 300, 220)
  await page.keyboard.press('Shift+P')
  await expect(status).toContainText('Added sw-2')
  const peer = canvas.device('sw-2')
  await (await canvas.menuOf(peer, FACE)).getByRole('menuitem', { name: /^Add an orphan server/ }).click()
  const orphan = canvas.cablesNamed(/^cable srv-1 eth0 to sw-2 Ethernet1\/1, orphan/)
  await expect(orphan).toHaveCount(1)
  await studio.select('srv-1')
  await page.keyboard.press('Shift+B')
  await expect(canvas.cablesNamed(/^cable srv-1 eth[01] to sw-[12] Ethernet1\/1, member of vPC 11/)).toHaveCount(2)
})
