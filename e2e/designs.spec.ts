import { expect, test, type Page } from '@playwright/test'
import { Studio } from './pages/studio.ts'

async function rename(studio: Studio, name: string): Promise<void> {
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', name)
  await expect(studio.canvas.device(name)).toBeVisible()
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
}

test('designs are renamed, duplicated, deleted and brought back; an earlier version opens again', async ({ page }) => {
  const studio = new Studio(page)
  const { dialog } = studio
  await studio.open()
  await studio.select('srv-1')
  await rename(studio, 'database-1')
  await page.reload()
  await studio.expectRunning()
  await studio.select('database-1')
  await rename(studio, 'database-2')

  await studio.command('designs on this machine')
  const rows = dialog.getByRole('list', { name: 'Designs' }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Duplicate Leaf pair' }).click()
  await expect(rows).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Rename Leaf pair copy' }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Row 7')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Row 7', exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete Row 7' }).click()
  await expect(rows).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(2)

  await dialog.getByRole('button', { name: 'Versions of Leaf pair' }).click()
  await dialog.getByRole('button', { name: /^Open the version of/ }).click()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(studio.canvas.device('database-2')).toBeVisible()
})

test('things are found by port, VLAN, MLAG id and address in any writing', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  for (const [words, title] of [
    ['0000.5e00.530b', 'leaf-b'],
    ['mlag id 12', 'vPC 12'],
    ['port leaf-a ethernet1/2', 'leaf-a Ethernet1/2'],
    ['10.0.10.11', 'srv-1'],
  ] as const) {
    await studio.command(words)
    await expect(studio.inspector.title).toHaveText(title)
  }
  // Learned in this run: where the pair has the address of a server.
  await studio.command('learned 10 of srv-1')
  await expect(studio.inspector.title).toHaveText('vPC 11')
  await studio.command('select vlan 10')
  await expect(studio.inspector.title).toHaveText('8 selected')
})

for (const [title, refuse, words] of [
  ['no room left', fillStorage, 'not saved: the browser’s storage is full. Save the file'],
  ['storage denied', denyStorage, 'not saved: the browser keeps nothing. Save the file'],
] as const) {
  test(`${title}: it says so, the design stays, and the file is one click away`, async ({ page }) => {
    const studio = new Studio(page)
    await page.addInitScript(refuse)
    await studio.open()
    await studio.select('srv-1')
    await studio.inspector.tab('Configure')
    await studio.inspector.fill('Name', 'database-1')
    const file = studio.status.getByRole('button', { name: words })
    const { bytes } = await studio.downloadBy(() => file.click())
    expect(bytes.toString('utf8')).toContain('"name": "database-1"')
    await expect(studio.canvas.device('database-1')).toBeVisible()
    await allowLeaving(page)
  })
}

function fillStorage(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
}

function denyStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Not allowed here.', 'SecurityError')
  }
}

/** The browser asks before it closes a page whose design is kept nowhere. */
async function allowLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
}
