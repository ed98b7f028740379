import { expect, test } from '@playwright/test'
import { boxOf, middle } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('a cable is drawn from a free port to a free port, and moved to another one afterwards', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  await canvas.device('orphan-b').hover()
  await page.getByTestId('connect-orphan-b').first().hover()
  const own = page.getByTestId('ports-orphan-b').getByText('eth3', { exact: true })
  await expect(own).toBeVisible()
  await own.hover()
  await page.mouse.down()
  const leaf = middle(await boxOf(canvas.device('leaf-a')))
  await page.mouse.move(leaf.x, leaf.y, { steps: 6 })
  const ports = page.getByTestId('ports-leaf-a')
  await ports.getByText('1/9', { exact: true }).hover()
  await expect(ports.locator('[data-chosen]')).toHaveText('1/9')
  await page.mouse.up()
  await expect(status).toContainText('Connected orphan-b eth3 to leaf-a Ethernet1/9')
  await expect(inspector.title).toHaveText('orphan-b eth3 to leaf-a Ethernet1/9')
  await expect(ports).toHaveCount(0)

  const form = await inspector.tab('Configure')
  const used = form
    .getByRole('combobox', { name: 'leaf-a', exact: true })
    .locator('option', { hasText: /^Ethernet1.2$/ })
  await expect(used).toHaveCount(0)
  await inspector.choose('leaf-a', 'Ethernet1/20')
  await expect(inspector.title).toHaveText('orphan-b eth3 to leaf-a Ethernet1/20')
  await expect(canvas.port('leaf-a:Ethernet1/20')).toHaveAttribute('data-state', 'forwarding')
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: move cable on leaf-a')
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: connect')
  await expect(canvas.cables).toHaveCount(10)
})

test('by keyboard both ends and their ports are chosen, with what the cable would be or why there can be none', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, dialog, status } = studio
  await studio.select('leaf-a')
  await page.keyboard.press('Shift+C')
  const what = dialog.getByRole('status')
  await expect(what).toContainText('peer-link Po10')
  await dialog.getByRole('combobox', { name: 'To', exact: true }).selectOption('orphan-b')
  await dialog.getByRole('combobox', { name: 'Port of leaf-a' }).selectOption('Ethernet1/12')
  await dialog.getByRole('combobox', { name: 'Port of orphan-b' }).selectOption('eth2')
  await expect(what).toHaveText('leaf-a Ethernet1/12 to orphan-b eth2: 25 Gbit/s, member of vPC 13.')
  await dialog.getByRole('combobox', { name: 'From', exact: true }).selectOption('srv-1')
  await expect(what).toHaveText('Hosts are connected through a switch.')
  await expect(dialog.getByRole('button', { name: 'Connect', exact: true })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'From', exact: true }).selectOption('leaf-a')
  await dialog.getByRole('combobox', { name: 'Port of leaf-a' }).selectOption('Ethernet1/12')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).press('Enter')
  await expect(status).toContainText('Connected leaf-a Ethernet1/12 to orphan-b eth2')
  await expect(canvas.port('leaf-a:Ethernet1/12')).toHaveAttribute('data-state', 'forwarding')
})
