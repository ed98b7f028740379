import { unzipSync } from 'fflate'
import { expect, test } from '@playwright/test'
import { networkOf } from '../src/core/model/network.ts'
import { toId } from '../src/core/model/ids.ts'
import { exportFiles } from '../src/core/export/exportFiles.ts'
import { renderText } from '../src/core/vendors/exporter.ts'
import { EXPORTERS } from '../src/core/vendors/exporters.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { boxOf } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

const { topology } = TEMPLATES[0]!.build()

test('both peers side by side, with what differs marked', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.select('leaf-a')
  const panel = await studio.inspector.tab('Config')
  await expect(panel).toContainText('0 mismatches')
  await expect(panel).toContainText(/[1-9]\d* by design/)
  await panel.getByRole('button', { name: 'Show wide, side by side' }).click()

  const table = studio.dialog.getByRole('table', { name: 'Configurations of leaf-a and leaf-b' })
  const row = table.getByRole('row').filter({ hasText: 'hostname leaf-a' })
  const cells = row.getByRole('cell')
  await expect(cells).toHaveText([/hostname leaf-a/, /hostname leaf-b/])
  await expect(row.getByRole('img', { name: 'differs by design' })).toHaveCount(2)
  expect((await boxOf(cells.nth(1))).x).toBeGreaterThan((await boxOf(cells.nth(0))).x + 200)
  await expect(table.getByRole('row').filter({ hasText: 'vpc domain 10' }).getByRole('img')).toHaveCount(2)
  await expect(table.getByRole('row').filter({ hasText: 'role priority' })).toContainText(/8192.*16384/)
  await expect(table.getByRole('img', { name: /^must be/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
})

test('what is edited is what is exported: timers and priorities, NX-OS and EOS', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { inspector } = studio
  await studio.selectPair()
  await inspector.tab('Configure')
  await inspector.fill('Delay restore', '150')
  await inspector.fill('Peer-keepalive timeout', '8')
  await inspector.fill('Role priority of the preferred primary', '4096')
  const config = await inspector.tab('Config')
  await expect(config).toContainText('vpc domain 10')
  await expect(config).toContainText('delay restore 150')
  await expect(config).toContainText(/peer-keepalive destination 192\.168\.0\.12 source 192\.168\.0\.11 .*timeout 8/)
  await expect(config).toContainText('role priority 4096')

  await inspector.tab('Configure')
  await inspector.choose('Platform', 'Arista EOS')
  await inspector.fill('Reload-delay mlag', '777')
  await inspector.fill('Heartbeat interval', '3000')
  await inspector.tab('Config')
  await expect(config).toContainText('mlag configuration')
  await expect(config).toContainText('peer-link Port-Channel10')
  await expect(config).toContainText('reload-delay mlag 777')
  await expect(config).toContainText('heartbeat-interval 3000')
  await expect(config).toContainText('interface Ethernet1')
})

test('copied and downloaded text is the whole configuration of the switch', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.open()
  await studio.select('leaf-b')
  const config = await studio.inspector.tab('Config')
  const expected = renderText(EXPORTERS['cisco-nxos'].render(networkOf(topology), toId('leaf-b')).lines)
  await config.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(studio.status).toContainText('The configuration of leaf-b was copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected)

  const { name, bytes } = await studio.downloadBy(() =>
    config.getByRole('button', { name: /^Download leaf-b/ }).click(),
  )
  expect(name).toBe(EXPORTERS['cisco-nxos'].fileName('leaf-b'))
  expect(bytes.toString('utf8')).toBe(expected)
})

test('all files come as one zip or one by one from the export dialog', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.toolbar.getByRole('button', { name: 'Export' }).click()
  const zip = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Download all as zip' }).click())
  expect(zip.name).toMatch(/\.zip$/)
  const files = unzipSync(new Uint8Array(zip.bytes))
  const found = Object.entries(files).map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }))
  expect(found).toEqual(exportFiles(topology))

  const [first] = exportFiles(topology)
  const one = await studio.downloadBy(() =>
    studio.dialog.getByRole('button', { name: `Download ${first?.path}`, exact: true }).click(),
  )
  expect(one.bytes.toString('utf8')).toBe(first?.text)
})
