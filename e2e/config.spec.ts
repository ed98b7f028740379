import { unzipSync } from 'fflate'
import { expect, test } from '@playwright/test'
import { networkOf } from '../src/core/model/network.ts'
import { toId } from '../src/core/model/ids.ts'
import { saveDocument } from '../src/core/model/document.ts'
import { cablesCsv } from '../src/core/export/cablePlan.ts'
import { exportFiles } from '../src/core/export/exportFiles.ts'
import { HOST_FORMATS } from '../src/core/hosts/index.ts'
import { planHost } from '../src/core/hosts/hostPlan.ts'
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

  const table = studio.dialog.getByRole('grid', { name: 'Configurations of leaf-a and leaf-b' })
  const row = table.getByRole('row').filter({ hasText: 'hostname leaf-a' })
  const cells = row.getByRole('gridcell')
  await expect(cells).toHaveText([/hostname leaf-a/, /hostname leaf-b/])
  await expect(row.getByRole('img', { name: 'differs by design' })).toHaveCount(2)
  expect((await boxOf(cells.nth(1))).x).toBeGreaterThan((await boxOf(cells.nth(0))).x + 200)
  await expect(table.getByRole('row').filter({ hasText: 'vpc domain 10' }).getByRole('img')).toHaveCount(0)
  await expect(table.getByRole('row').filter({ hasText: 'role priority' })).toContainText(/8192.*16384/)
  await expect(table.getByRole('img', { name: /^must be/ })).toHaveCount(0)
  await table.getByRole('row').filter({ hasText: 'role priority' }).click()
  await expect(studio.dialog.getByRole('status').last()).toContainText('roles and priorities differ')
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
})

test('a line selects what it came from, and what is selected has its lines marked', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.select('leaf-a')
  const panel = await studio.inspector.tab('Config')
  await panel.getByText('interface port-channel11', { exact: true }).first().click()
  await expect(studio.inspector.title).toHaveText('vPC 11')
  const marked = panel.getByRole('row').filter({ has: page.locator('[data-marked]') })
  await expect(marked.filter({ hasText: /vpc 11$/ })).toHaveCount(1)
  await expect(marked.filter({ hasText: 'channel-group 11' })).toHaveCount(1)
  await expect(marked.filter({ hasText: 'channel-group 12' })).toHaveCount(0)

  await studio.select('srv-2')
  await expect(marked.filter({ hasText: 'interface port-channel12' })).toHaveCount(1)
  await expect(marked.filter({ hasText: 'channel-group 11' })).toHaveCount(0)
  await expect(marked.filter({ hasText: 'interface port-channel12' })).toBeInViewport()
})

test('sections fold, what is looked for is found in them, and keys do both', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.select('leaf-a')
  const panel = await studio.inspector.tab('Config')
  await panel.getByRole('button', { name: 'Fold all' }).click()
  await expect(panel.getByText('delay restore 30')).toHaveCount(0)
  const search = panel.getByRole('searchbox', { name: 'Search in the configuration' })
  await search.fill('Delay Restore')
  await expect(panel.getByText('1 of 2')).toBeVisible()
  await expect(panel.getByRole('row').filter({ hasText: 'delay restore 30' })).toBeVisible()
  await search.press('Enter')
  await expect(panel.getByText('2 of 2')).toBeVisible()
  await search.press('Escape')
  await expect(search).toHaveValue('')
  await panel.getByRole('button', { name: 'Unfold vpc domain 10' }).click()
  await expect(panel.getByRole('row').filter({ hasText: 'delay restore 30' })).toBeVisible()

  const grid = panel.getByRole('grid')
  const active = grid.locator('[aria-selected="true"]')
  await grid.focus()
  await grid.press('Home')
  await expect(active).toContainText('leaf-a, Cisco NX-OS')
  await grid.press('ArrowDown')
  await grid.press('ArrowDown')
  await expect(active).toContainText('hostname leaf-a')
  await grid.press('Enter')
  await expect(studio.inspector.title).toHaveText('leaf-a')
})

test('other formats of a platform are shown, and secrets are placeholders that are named', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await studio.inspector.tab('Configure')
  await studio.inspector.choose('Platform', 'Huawei CloudEngine')
  const panel = await studio.inspector.tab('Config')
  await expect(panel.getByRole('list', { name: 'Remarks on leaf-a' })).toContainText(
    /Line \d+ holds a placeholder for a secret: authentication-mode hmac-sha256 password/,
  )
  await expect(panel.getByRole('grid')).toContainText('dual-active detection delay 3000')
  await panel.getByRole('combobox', { name: 'Format' }).selectOption({ index: 1 })
  await expect(panel.getByRole('grid', { name: 'Configuration of leaf-a' })).not.toContainText(
    'dual-active detection delay 3000',
  )
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

test('the cable plan is a table to read, to print and to take along', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.fileMenu('Cable plan…')
  const rows = studio.dialog.getByRole('row')
  await expect(rows).toHaveCount(1 + topology.links.length)
  await expect(rows.filter({ hasText: /leaf-b.*Ethernet1\/2.*srv-2.*eth1.*25.*vPC 12/ })).toHaveCount(1)
  const { name, bytes } = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Save CSV' }).click())
  expect(name).toMatch(/-cables\.csv$/)
  expect(bytes.toString('utf8')).toBe(cablesCsv(networkOf(topology)))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.printed table')).toBeVisible()
  await expect(studio.dialog).toBeHidden()
})

test('a server’s file in the format of one’s choice, as a switch’s is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.open()
  await studio.select('srv-1')
  const config = await studio.inspector.tab('Config')
  const grid = config.getByRole('grid', { name: 'Configuration of srv-1' })
  await expect(grid).toContainText('lacp-rate: fast')
  await config.getByRole('combobox', { name: 'Format' }).selectOption('systemd-networkd')
  await config.getByRole('combobox', { name: 'File' }).selectOption('25-bond0.netdev')
  await expect(grid).toContainText('LACPTransmitRate=fast')
  const plan = planHost(networkOf(topology), toId('srv-1'))
  if (!plan.ok) throw new Error(plan.reason)
  const file = HOST_FORMATS.networkd.files(plan.plan).find(({ path }) => path.endsWith('/25-bond0.netdev'))
  await config.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(studio.status).toContainText('The configuration of srv-1 was copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(renderText(file?.lines ?? []))
  const zip = await studio.downloadBy(() => config.getByRole('button', { name: 'Download all as zip' }).click())
  expect(Object.keys(unzipSync(new Uint8Array(zip.bytes)))).toContain('srv-1/etc/systemd/network/25-bond0.netdev')

  await config.getByRole('button', { name: 'Show wide' }).click()
  const wide = studio.dialog.getByRole('grid', { name: 'Configuration of srv-1' })
  await expect(wide).toContainText('LACPTransmitRate=fast')
  await wide.getByRole('row').filter({ hasText: 'LACPTransmitRate' }).click()
  await studio.dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(studio.dialog).toHaveCount(0)
  await expect(studio.inspector.title).toHaveText('vPC 11')
  await config.getByRole('combobox', { name: 'Switch or server' }).selectOption('leaf-a')
  await expect(config.getByRole('grid')).toContainText('hostname leaf-a')
})

test('a lab’s topology comes with the files on request', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.toolbar.getByRole('button', { name: 'Export' }).click()
  await studio.dialog.getByRole('combobox', { name: 'Lab' }).selectOption('containerlab')
  await expect(studio.dialog.getByText('containerlab/files/leaf-a.cfg')).toBeVisible()
  const [wanted] = exportFiles(topology, { lab: 'containerlab' }).filter(({ path }) => path.endsWith('.clab.yml'))
  const got = await studio.downloadBy(() =>
    studio.dialog.getByRole('button', { name: `Download ${wanted?.path}`, exact: true }).click(),
  )
  expect(got.bytes.toString('utf8')).toBe(wanted?.text)
})

test('a switch that is no peer may be a Catalyst, whose configuration is shown', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.openFile(saveDocument(TEMPLATES.find(({ id }) => id === 'plain-lacp')!.build()))
  await studio.select('sw-1')
  const form = await studio.inspector.tab('Configure')
  await form.getByRole('combobox', { name: 'Platform' }).selectOption('cisco-ios-xe')
  const config = await studio.inspector.tab('Config')
  await expect(config.getByRole('grid')).toContainText('interface Port-channel')
  await expect(config.getByRole('grid')).toContainText('sw-1, Cisco IOS XE')
})
