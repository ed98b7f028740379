import { expect, test } from '@playwright/test'
import { basicPair } from '../src/core/templates/basicPair.ts'
import { exportFiles } from '../src/core/export/exportFiles.ts'
import { Studio } from './pages/studio.ts'

const [A, B] = exportFiles(basicPair.build().topology, { platform: 'cisco-nxos' }).filter(({ path }) =>
  path.endsWith('.cfg'),
)

test('the running configurations of two peers become a living pair', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.fileMenu(/^Import configurations/)
  const dialog = page.getByRole('dialog', { name: 'Import running configurations' })
  const draw = dialog.getByRole('button', { name: 'Draw it as a new design' })
  await expect(draw).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Switch 1' }).fill(`${A!.text}\nntp server 192.0.2.1\n`)
  await dialog.getByRole('textbox', { name: 'Switch 2' }).fill(B!.text)
  const report = dialog.getByRole('region', { name: 'What was read' })
  await expect(report.getByRole('status')).toContainText('Pairs1')
  await report.getByText('1 line not understood').click()
  await expect(report).toContainText('ntp server 192.0.2.1')
  await draw.click()
  await expect(studio.canvas.device('leaf-a')).toContainText('primary')
  await expect(studio.canvas.device('srv-1')).toContainText('2 of 2')
})

test('a platform is known by its statements: Junos in braces', async ({ page }) => {
  const [left, right] = exportFiles(basicPair.build().topology, { platform: 'juniper-junos' }).filter(({ path }) =>
    path.endsWith('.conf'),
  )
  const studio = new Studio(page)
  await studio.open()
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: 'Import running configurations' })
  await expect(dialog.getByText('show configuration | display set')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Switch 1' }).fill(left!.text)
  await dialog.getByRole('textbox', { name: 'Switch 2' }).fill(right!.text)
  const report = dialog.getByRole('region', { name: 'What was read' })
  await expect(report.getByRole('status')).toContainText('Pairs1')
  await expect(report.getByText(/^Juniper Junos, \d+ lines understood/)).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Draw it as a new design' }).click()
  await expect(studio.canvas.device('leaf-b')).toContainText('secondary')
})

test('a text that is no configuration is refused with a way out, and nothing is lost', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: 'Import running configurations' })
  await dialog.getByRole('textbox', { name: 'Switch 1' }).fill('To whom it may concern')
  await expect(dialog.getByRole('status')).toContainText('has no interfaces')
  await expect(dialog.getByRole('status')).toContainText('show running-config')
  await page.keyboard.press('Escape')
  await expect(studio.canvas.device('leaf-a')).toBeVisible()
})

test('a listing that articles print is known, and lines that no device takes say what to type instead', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.fileMenu(/^Import configurations/)
  const dialog = page.getByRole('dialog', { name: 'Import running configurations' })
  const lines = [
    '<HUAWEI> system-view',
    '[HUAWEI] m-lag domain 1',
    '[HUAWEI] interface eth-trunk 1',
    '[HUAWEI-Eth-Trunk1] m-lag 1',
  ]
  await dialog.getByRole('textbox', { name: 'Switch 1' }).fill(lines.join('\n'))
  const report = dialog.getByRole('region', { name: 'What was read' })
  await expect(report).toContainText('is the Huawei listing')
  await expect(report.getByRole('listitem').filter({ hasText: 'm-lag domain 1' })).toContainText(
    'Instead: “dfs-group 1”',
  )
})
