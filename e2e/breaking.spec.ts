import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

const CABLE = 'link-leaf-a-p1-srv-1'

test('a cut from the context menu darkens both ends, moves the flows and is measured; repair undoes it', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await (await studio.contextMenu(studio.cable(CABLE))).getByRole('menuitem', { name: /^Cut/ }).click()
  for (const end of ['leaf-a:Ethernet1/1', 'srv-1:eth0'])
    await expect(studio.port(end)).toHaveAttribute('data-state', 'down')
  await expect(studio.cable(CABLE)).toHaveAttribute('data-look', 'cut')
  await expect(studio.pair()).toContainText('vPC 11: no leg on leaf-a')
  await expect(studio.status).toContainText(/worst outage \d+ ms/)
  await expect(studio.status).toContainText('1 failure active')
  await (
    await studio.contextMenu(studio.cable(CABLE))
  )
    .getByRole('menuitem', { name: /Repair/ })
    .first()
    .click()
  for (const end of ['leaf-a:Ethernet1/1', 'srv-1:eth0']) {
    await expect(studio.port(end)).toHaveAttribute('data-state', 'forwarding')
  }
  await expect(studio.status).toContainText('no failure active')
})

test('every outage opens into detect, decide and restore', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect(studio.status).toContainText(/worst outage \d+ ms/)
  await studio.timeline.getByRole('button', { name: 'Outages' }).click()
  const outage = page.getByRole('button', { name: /srv-1.*\d+ ms/ }).first()
  await outage.click()
  for (const phase of ['detect', 'decide', 'restore'])
    await expect(page.getByText(phase, { exact: false }).first()).toBeVisible()
  await expect(page.getByText(/carrier down/).first()).toBeVisible()
})

test('failures from the palette: one way, silent and their repair', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.port('leaf-a:Ethernet1/1').click()
  await studio.palette.getByRole('button', { name: 'Lose light one way' }).click()
  await expect(studio.port('srv-1:eth0')).toHaveAttribute('data-state', 'down')
  await studio.palette.getByRole('button', { name: 'Repair all' }).click()
  await expect(studio.port('srv-1:eth0')).toHaveAttribute('data-state', 'forwarding')
  await studio.palette.getByRole('button', { name: 'Make silent' }).click()
  await expect(studio.cable(CABLE)).toHaveAttribute('data-look', 'silent')
  // The light stays on; fast LACP gives up after three seconds.
  await expect(studio.port('srv-1:eth0')).toHaveAttribute('data-state', 'waiting')
  await studio.palette.getByRole('button', { name: 'Repair all' }).click()
  await expect(studio.port('srv-1:eth0')).toHaveAttribute('data-state', 'forwarding', { timeout: 60_000 })
})

test('peer-link down from the inspector: the secondary suspends, and only it', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await (await studio.tab('Configure')).getByRole('button', { name: 'Peer-link down', exact: true }).click()
  await expect(studio.port('leaf-b:Ethernet1/1')).toHaveAttribute('data-state', 'suspended', { timeout: 20_000 })
  await expect(studio.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  await expect(studio.pair()).toContainText(/leaf-b: vPC members suspended/)
  await studio.status.getByRole('button', { name: 'Repair all' }).click()
  await studio.runPast(60)
  await expect(studio.pair()).toContainText('healthy')
})

test('keepalive down, then peer-link: dual-active, and the page says so', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await studio.palette.getByRole('button', { name: 'Keepalive down', exact: true }).click()
  await studio.runPast(8)
  await studio.palette.getByRole('button', { name: 'Peer-link down', exact: true }).click()
  await studio.runPast(25)
  await expect(studio.pair()).toContainText('Both peers act as primary')
  await expect(studio.device('leaf-b')).toContainText('primary')
  await expect(studio.port('leaf-b:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
})

test('power off and on from the context menu: roles swap and stay', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const leaf = studio.device('leaf-a')
  await leaf.click({ button: 'right', position: { x: 60, y: 20 } })
  await page.getByRole('menuitem', { name: /^Power off/ }).click()
  await expect(studio.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'down')
  await expect(studio.status).toContainText(/[1-9]\d* broken/)
  await studio.runPast(15)
  await leaf.click({ button: 'right', position: { x: 60, y: 20 } })
  await page
    .getByRole('menuitem', { name: /Repair/ })
    .first()
    .click()
  await studio.runPast(70)
  await expect(studio.pair()).toContainText('healthy')
  await expect(studio.device('leaf-b')).toContainText('primary')
  await expect(studio.status).toContainText('0 broken')
})
