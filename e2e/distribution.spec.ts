import { expect, test } from '@playwright/test'
import { saveDocument } from '../src/core/model/document.ts'
import type { Topology } from '../src/core/model/topology.ts'
import { twoPlainLags } from '../src/core/templates/twoPlainLags.ts'
import { Studio } from './pages/studio.ts'

async function savedTopology(studio: Studio): Promise<Topology> {
  return JSON.parse(await studio.savedText()).design.topology
}

test('the hash policy of an end is chosen, and a bond tells which flows each member carries', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.runPast(2)
  await canvas.bond('vPC 11').click()
  await inspector.tab('Configure')
  await inspector.choose('Hash policy', 'layer2', inspector.section('End on srv-1'))
  const saved = (await savedTopology(studio)).bonds.find(({ id }) => id === 'bond-srv-1')
  expect(saved?.ends.map(({ hash }) => hash).filter(Boolean)).toEqual(['layer2'])

  await studio.expectRunning()
  await timeline.runPast(2)
  await inspector.tab('State')
  const table = inspector.panel.getByRole('table', { name: 'Flows sent by srv-1, by member' })
  await expect(inspector.section('Sent by srv-1')).toContainText('layer2')
  await expect(table.getByRole('row', { name: /^srv-1 eth\d/ })).toHaveCount(2)
  const flow = table.getByRole('button').first()
  await flow.click()
  await expect(flow).toHaveAttribute('aria-pressed', 'true')
  await expect(canvas.area.locator('.tag-name', { hasText: /^eth\d$/ }).first()).toBeVisible()
  await flow.click()
  await expect(canvas.area.locator('.tag-name', { hasText: /^eth\d$/ })).toHaveCount(0)
})

test('spanning tree is set on switches and ends, within its ranges, and told on ports', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await studio.select('leaf-a')
  const panel = await inspector.tab('Configure')
  await inspector.fill('Bridge priority', '5000')
  await expect(panel.getByRole('alert')).toHaveText(/multiple of 4096/)
  await inspector.fill('Bridge priority', '8192')
  const tree = (await savedTopology(studio)).devices.filter(({ kind }) => kind === 'switch')
  expect(tree).toMatchObject([{ stp: { priority: 8192 } }, { stp: { priority: 8192 } }])

  await canvas.bond('vPC 11').click()
  const end = inspector.section('End on leaf-a + leaf-b')
  await inspector.fill('STP path cost', '0', end)
  await expect(end.getByRole('alert')).toHaveText(/from 1 to 200000000, or empty/)
  await inspector.fill('STP path cost', '1234', end)
  await inspector.choose('STP guard', 'Root guard: blocks on a better root', end)

  await studio.expectRunning()
  await canvas.port('leaf-a:Ethernet1/1').click()
  await inspector.tab('State')
  const state = inspector.section('Spanning tree')
  await expect(state).toContainText('designated')
  await expect(state).toContainText('forwarding')
  await expect(state).toContainText('1234')
  await expect(state).toContainText('8192')
})

test('without spanning tree a loop storms: the run ends, the loop is named and no flow counts as ok', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const design = twoPlainLags.build()
  const devices = design.topology.devices.map((device) =>
    device.kind === 'switch' ? { ...device, stp: { ...device.stp, enabled: false } } : device,
  )
  await studio.openFile(saveDocument({ ...design, topology: { ...design.topology, devices } }))
  await expect(page.getByRole('alert').filter({ hasText: 'Storm' })).toContainText(
    /loop of [^:]*access[^:]*: .*Ethernet1\/\d+ – .*Ethernet1\/\d+.* The run ended there/,
  )
  await expect(studio.status).toContainText('storm, no flow arrives')
  await expect(studio.timeline.lanes).toContainText('0 of 8 flows ok')
})
