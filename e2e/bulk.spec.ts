import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('several bonds, or the ports of several, are changed at once as one step', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  const mtus = async (): Promise<readonly number[]> => {
    const { bonds } = JSON.parse(await studio.savedText()).design.topology
    return bonds.flatMap((bond: { id: string; mtu: number }) => (bond.id.startsWith('bond-srv') ? [bond.mtu] : []))
  }
  await canvas.bond('vPC 11').click()
  await canvas.bond('vPC 12').click({ modifiers: ['Shift'] })
  await expect(inspector.title).toHaveText('2 selected')
  await inspector.tab('Configure')
  const bonds = inspector.section(/^Bonds/)
  await inspector.choose('B rate', 'fast', bonds)
  await expect(status).toContainText('B rate of 2 rows is fast')
  await inspector.fill('MTU', '70000', bonds)
  await expect(inspector.panel.getByRole('alert')).toContainText(/MTU/)
  await inspector.fill('MTU', '9000', bonds)
  await expect(status).toContainText('MTU of 2 rows is 9000')
  expect(await mtus()).toEqual([9000, 9000])

  await canvas.port('leaf-a:Ethernet1/1').click()
  await canvas.port('leaf-a:Ethernet1/2').click({ modifiers: ['Shift'] })
  await expect(inspector.section(/^Cables/)).toBeVisible()
  await expect(inspector.field('MTU', bonds)).toHaveValue('9000')
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: set MTU of 2 rows')
  expect(new Set(await mtus()).size).toBe(1)
  expect(await mtus()).not.toContain(9000)
})
