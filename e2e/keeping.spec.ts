import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

async function rename(studio: Studio): Promise<void> {
  await studio.select('srv-1')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'database-1')
  await expect(studio.canvas.device('database-1')).toBeVisible()
}

test('what was drawn is there after a reload', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
})

test('one design in two tabs: what one changes appears in the other, and nothing is lost', async ({
  page,
  context,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  const other = new Studio(await context.newPage())
  await other.open()
  await expect(other.canvas.device('database-1')).toBeVisible()
  await other.expectLoaded('afterStart')
  await studio.expectLoaded('afterStart')
  await other.select('srv-2')
  await other.inspector.tab('Configure')
  await other.inspector.fill('Name', 'archive')
  await expect(studio.canvas.device('archive')).toBeVisible()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await expect(studio.status.getByTestId('announcement')).toContainText('changed in another tab')
  await studio.expectRunning()

  // Tabs that do not hear of each other: the earlier form is in the history.
  await other.page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {}
  })
  await other.select('orphan-a')
  await other.inspector.fill('Name', 'camera')
  await expect(other.status.getByText('saved', { exact: true })).toBeVisible()
  await studio.select('orphan-b')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', 'printer')
  await expect(other.canvas.device('printer')).toBeVisible()
  await studio.command('designs on this machine')
  await studio.dialog.getByRole('button', { name: 'Versions of Leaf pair' }).click()
  await studio.dialog
    .getByRole('button', { name: /^Open the version of/ })
    .first()
    .click()
  await expect(studio.canvas.device('camera')).toBeVisible()
})

test('a stored design that cannot be read is named and stays stored; the example opens instead', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await page.evaluate(breakStored)
  await page.reload()
  await expect(studio.dialog).toContainText('Leaf pair cannot be opened')
  await expect(studio.dialog).toContainText('cut off')
  await studio.dialog.getByRole('button', { name: 'Close' }).last().click()
  await studio.expectRunning()
  await expect(studio.canvas.device('srv-1')).toBeVisible()
  await studio.fileMenu(/^Designs on this machine/)
  await expect(studio.dialog.getByRole('list', { name: 'Designs' }).getByRole('listitem')).toHaveCount(1)
})

/** Every stored design ends half-way, as after a disk that was full. */
function breakStored(): Promise<void> {
  return new Promise((done) => {
    indexedDB.open('mlag-studio').onsuccess = ({ target }) => {
      const db = (target as IDBOpenDBRequest).result
      const designs = db.transaction('designs', 'readwrite').objectStore('designs')
      designs.getAll().onsuccess = (all) => {
        for (const design of (all.target as IDBRequest<{ text: string }[]>).result)
          designs.put({ ...design, text: design.text.slice(0, 900) })
        designs.transaction.oncomplete = () => {
          db.close()
          done()
        }
      }
    }
  })
}

test('every design stays on this machine and can be opened again', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
  await studio.template('Back to back')
  await expect(studio.canvas.device('spine-1')).toBeVisible()
  await studio.fileMenu(/^Designs on this machine/)
  await studio.dialog.getByRole('button', { name: 'Leaf pair', exact: true }).click()
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await expect(studio.canvas.device('spine-1')).toHaveCount(0)
})

test('a design goes into a file and comes back from it, unchanged', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  const text = await studio.savedText()
  expect(JSON.parse(text)).toMatchObject({ format: 'mlag-studio', version: expect.any(Number) })
  await studio.template('One switch')
  await expect(studio.canvas.device('database-1')).toHaveCount(0)
  await studio.openFile(text)
  await expect(studio.canvas.device('database-1')).toBeVisible()
  await studio.expectRunning()
  expect(await studio.savedText()).toBe(text)
})

test('a link carries the design to another browser', async ({ page, browser }) => {
  const studio = new Studio(page)
  await studio.open()
  await rename(studio)
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  const link = studio.dialog.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#d=/)
  const address = await link.inputValue()

  const context = await browser.newContext()
  const other = new Studio(await context.newPage())
  await other.page.goto(address)
  await expect(other.canvas.device('database-1')).toBeVisible()
  await other.expectRunning()
  // The design is kept there from now on; the address does not bring back the old one.
  expect(new URL(other.page.url()).hash).toBe('')
  await other.page.reload()
  await expect(other.canvas.device('database-1')).toBeVisible()
  await context.close()
})
