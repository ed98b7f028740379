import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('the canvas shows the way of a flow before, during and after an outage, and cable ends tell their load', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.runPast(2)
  await canvas.cable('link-leaf-a-p1-srv-1').click()
  await page.keyboard.press('x')
  await timeline.runPast((await timeline.clock()) + 2)
  await timeline.button('Outages').click()
  await timeline.outages.getByRole('button', { name: /^Outage of srv-1 → srv-2 #1/ }).click()
  const card = page.getByRole('dialog', { name: 'Outage explained' })
  const shown = canvas.area.locator('[data-way]')

  await card.getByRole('button', { name: 'Before' }).click()
  await expect(shown).toHaveCount(2)
  await card.getByRole('button', { name: 'During' }).click()
  await expect(shown).toHaveCount(1)
  await expect(shown).toHaveAttribute('data-way', 'lost')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)

  const bar = page.getByRole('region', { name: 'Way of srv-1 → srv-2 #1' })
  await expect(bar.getByRole('status')).toHaveText(/^Probes ended on leaf-a Ethernet1\/1 to srv-1 eth0: /)
  await bar.getByRole('button', { name: 'After' }).click()
  await expect(bar.getByRole('status')).toHaveText('srv-1 → leaf-b → srv-2')
  await expect(shown).toHaveCount(2)
  await bar.getByRole('button', { name: 'Stop showing the way' }).click()
  await expect(shown).toHaveCount(0)

  await canvas.bond('vPC 11').click()
  await inspector.tab('State')
  const load = inspector.panel.getByRole('table', { name: 'Load: what each cable end sends' })
  const leg = load.getByRole('row', { name: /^leaf-a Ethernet1\/1/ }).getByRole('cell')
  await expect(leg.nth(0)).toHaveText('2000')
  await expect(leg.nth(1)).toHaveText('0')
  await studio.selectPair()
  const peerLink = inspector.panel.getByRole('table', { name: 'Peer-link load: what each cable end sends' })
  await expect(peerLink.getByRole('row', { name: /^leaf-[ab] / })).toHaveCount(4)
  await expect(inspector.section('Counted')).toContainText('frames of hosts')
})

test('flows of a pattern are added at once and taken back in one step', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectNothing()
  await studio.inspector.tab('Configure')
  const pattern = studio.inspector.panel.getByRole('group', { name: 'Add flows by pattern' })
  const rows = studio.inspector.section('Flows').getByRole('listitem')
  await expect(rows).toHaveCount(7)
  await rows.getByRole('button', { name: /^Remove the flow between srv-1 and orphan-a/ }).click()
  await expect(rows).toHaveCount(6)
  await pattern.getByRole('button', { name: 'All pairs' }).click()
  await expect(rows).toHaveCount(7)
  await pattern.getByRole('button', { name: 'All pairs' }).click()
  await expect(page.getByTestId('announcement')).toHaveText('These servers exchange probes already.')
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(6)
})
