import { unzipSync } from 'fflate'
import { expect, test } from '@playwright/test'
import { bytesOf, Studio, textOf } from './pages/studio.ts'

test('both peers stand side by side with their differences marked; an edited timer is in the text', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await studio.tab('Configure')
  await studio.fill('Delay restore', '150')
  await studio.select('leaf-a')
  const config = await studio.tab('Config')
  await expect(config).toContainText('delay restore 150')
  await expect(config).toContainText('vpc domain 10')
  await expect(config).toContainText('0 mismatches')
  await expect(config).toContainText(/\d+ by design/)
  await expect(config).toContainText('role priority 8192')
})

test('the platform decides the text and the names of ports', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await (
    await studio.tab('Configure')
  )
    .getByRole('combobox', { name: 'Platform' })
    .selectOption({ label: 'Arista EOS' })
  await expect(studio.port('leaf-a:Ethernet1')).toBeVisible()
  await studio.select('leaf-a')
  const config = await studio.tab('Config')
  await expect(config).toContainText('mlag configuration')
  await expect(config).toContainText('peer-link Port-Channel10')
})

test('copy, one file and all as a zip', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = new Studio(page)
  await studio.open()
  await studio.select('leaf-b')
  const config = await studio.tab('Config')
  await config.getByRole('button', { name: /^Copy/ }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('hostname leaf-b')

  const one = page.waitForEvent('download')
  await config.getByRole('button', { name: /Download leaf-b/ }).click()
  expect(await textOf(await (await one).createReadStream())).toContain('hostname leaf-b')

  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click()
  const all = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: /zip/i }).click()
  const files = unzipSync(new Uint8Array(await bytesOf(await (await all).createReadStream())))
  const names = Object.keys(files).toSorted()
  expect(names.some((name) => name.includes('leaf-a'))).toBe(true)
  expect(names.some((name) => name.includes('leaf-b'))).toBe(true)
  const leafA = names.find((name) => name.includes('leaf-a')) ?? ''
  expect(new TextDecoder().decode(files[leafA])).toContain(
    'peer-keepalive destination 192.168.0.12 source 192.168.0.11',
  )
})
