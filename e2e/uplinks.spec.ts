import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('a leaf without uplinks: half of what goes up is lost, and little of it once uplinks are tracked', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, palette, status, timeline } = studio
  await studio.template('Pair with uplinks')
  await studio.expectRunning()
  await expect(canvas.cable('link-leaf-a-p49-core-1')).toHaveAccessibleName(/uplink/)

  const lose = async (): Promise<void> => {
    await canvas.device('leaf-a').click({ position: { x: 30, y: 40 } })
    await palette.getByRole('button', { name: 'All uplinks down' }).click()
    await expect(status).toContainText('1 failure active')
    await timeline.runPast(3)
  }
  await lose()
  await expect(status).toContainText('2 broken')
  await expect(canvas.cable('link-leaf-a-p49-core-1')).toHaveAttribute('data-look', 'cut')
  await canvas.pairFrame().click({ position: { x: 60, y: 16 } })
  const state = await inspector.tab('State')
  await expect(state).toContainText('leaf-a and leaf-b')
  await expect(state).toContainText('no way: it is lost')

  // Tracked, leaf-a gives its servers to leaf-b.
  const form = await inspector.tab('Configure')
  await expect(inspector.field('Virtual address')).toHaveValue('10.0.10.1')
  await form.getByRole('switch', { name: 'Track of the uplinks' }).click()
  await expect(status).toContainText('no failure active')
  await studio.expectRunning()
  await lose()
  await expect(canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'suspended')
  await expect(status).toContainText('0 broken')
})

test('a router is placed, connected to both leafs and made the end of a flow', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await page.keyboard.press('u')
  await expect(canvas.device('core-1')).toBeVisible()
  for (const leaf of ['leaf-a', 'leaf-b']) {
    await canvas.connect('core-1', leaf)
    await expect(canvas.cablesNamed(new RegExp(`${leaf}.*uplink`))).toHaveCount(1)
  }
  await canvas.pairFrame().click({ position: { x: 60, y: 16 } })
  const form = await inspector.tab('Configure')
  await form.getByRole('button', { name: 'Add gateway' }).click()
  await expect(inspector.field('Virtual address')).toHaveValue('10.0.10.1')
  await canvas.device('srv-1').click({ position: { x: 60, y: 30 } })
  await form.getByRole('combobox', { name: 'Flow to' }).selectOption({ label: 'core-1' })
  await form.getByRole('button', { name: 'Add flow' }).click()
  await expect(form).toContainText('srv-1 ↔ core-1')
  await expect(studio.status).toContainText('flows 16 ok')
})
