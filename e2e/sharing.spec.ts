import { expect, test, type Page } from '@playwright/test'
import { saveDocument } from '../src/core/model/document.ts'
import { toId } from '../src/core/model/ids.ts'
import { toYaml } from '../src/core/text/yamlText.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { Studio } from './pages/studio.ts'

async function cutAndShare(page: Page): Promise<Studio> {
  const studio = new Studio(page)
  await studio.open()
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect(studio.canvas.cable('link-leaf-a-p1-srv-1')).toHaveAttribute('data-look', 'cut')
  await studio.timeline.stop()
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  await expect(studio.dialog.getByRole('img', { name: /^The canvas as it stands/ })).toBeVisible()
  return studio
}

/** Lets go of a file over the page. */
async function drop(page: Page, name: string, type: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([name, type, base64]) => {
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type }))
      return transfer
    },
    [name, type, bytes.toString('base64')] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

test('a picture shows the canvas, all of it, and is the design again when it is dropped', async ({ page }) => {
  const studio = await cutAndShare(page)
  await expect(studio.dialog).toContainText(/2,\d\d\d characters/)
  const png = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Save PNG' }).click())
  expect(png.name).toBe('Leaf-pair.mlag.png')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1_500)
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)

  // Half of the devices are out of sight: they are in the picture all the same.
  await page.mouse.move(500, 300)
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -300)
  await expect(studio.canvas.device('orphan-b')).toHaveCount(0)
  const svg = await studio.downloadBy(() => studio.command('save the picture as svg'))
  const text = svg.bytes.toString('utf8')
  for (const word of [
    '>mgmt-1<',
    '>leaf-b<',
    '>orphan-b<',
    '>vPC 12<',
    '>Po10<',
    '>peer-link<',
    '>primary<',
    'one failure is',
  ])
    expect(text).toContain(word)
  expect(text).toMatch(/cut \d+\.\d{3} s/)
  expect(text).not.toContain('var(')
  await expect(studio.canvas.device('orphan-b')).toHaveCount(0)

  for (const [name, type, { bytes }] of [
    ['plan.png', 'image/png', png],
    ['plan.svg', 'image/svg+xml', svg],
  ] as const) {
    await studio.fileMenu('New design')
    await expect(studio.canvas.things).toHaveCount(0)
    await drop(page, name, type, bytes)
    await expect(studio.canvas.device('srv-2')).toBeVisible()
    await studio.expectRunning()
  }
})

test('a copied picture is the design again when it is pasted; other things that are pasted or dropped say why not', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const studio = await cutAndShare(page)
  await studio.dialog.getByRole('button', { name: 'Copy picture' }).click()
  await expect(studio.status.getByTestId('announcement')).toHaveText('The picture was copied.')
  await page.keyboard.press('Escape')
  await studio.fileMenu('New design')
  await expect(studio.canvas.things).toHaveCount(0)
  await page.keyboard.press('Control+v')
  await expect(studio.canvas.device('srv-2')).toBeVisible()

  const before = await studio.savedText()
  await page.evaluate(() => navigator.clipboard.writeText('Dear all, please find attached'))
  await page.keyboard.press('Control+v')
  await expect(studio.status).toContainText('The clipboard holds no devices.')
  const empty = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBUKIx2wAAAABJRU5ErkJggg=='
  await drop(page, 'holiday.png', 'image/png', Buffer.from(empty, 'base64'))
  await expect(studio.dialog).toContainText('holiday.png cannot be opened')
  await expect(studio.dialog).toContainText('The picture holds no design')
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  expect(await studio.savedText()).toBe(before)
})

test('a dropped table goes into the table that is shown, a dropped text is the design it says', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const table = Buffer.from('Name,Kind\nnew-1,server\n')
  await drop(page, 'hosts.csv', 'text/csv', table)
  await expect(studio.dialog).toContainText('Open the tables with T')
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(page.getByRole('grid')).toBeVisible()
  await drop(page, 'hosts.csv', 'text/csv', table)
  await expect(page.getByRole('grid').getByRole('gridcell', { name: 'new-1', exact: true })).toBeVisible()
  await page.keyboard.press('t')

  const design = toYaml({ ...TEMPLATES[0]!.build(), title: 'From a text' })
  await drop(page, 'broken.yaml', 'text/yaml', Buffer.from(design.replace('vendor: cisco-nxos', 'vendor: [')))
  await expect(studio.dialog).toContainText(/broken\.yaml cannot be opened.*Line \d+: /s)
  await page.keyboard.press('Escape')
  await expect(studio.dialog).toHaveCount(0)
  await expect(studio.canvas.device('new-1')).toBeVisible()
  await drop(page, 'whole.yaml', 'text/yaml', Buffer.from(design))
  await expect(studio.toolbar.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('From a text')
  await expect(studio.canvas.device('new-1')).toHaveCount(0)
})

test('a name of 63 letters is cut where its device ends, on the page and in the picture', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const name = 'x'.repeat(63)
  await studio.select('srv-1')
  await studio.inspector.tab('Configure')
  await studio.inspector.fill('Name', name)
  const written = studio.canvas.device(name).getByTitle(name, { exact: true })
  await expect(written).toBeVisible()
  expect(await written.evaluate((text) => text.scrollWidth > text.clientWidth)).toBe(true)
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  const svg = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Save SVG' }).click())
  const texts = Array.from(svg.bytes.toString('utf8').matchAll(/<text [^>]*>([^<]*)</g), ([, text]) => text)
  expect(texts).toContainEqual(expect.stringMatching(/^x{4,20}…$/))
  // Two texts on one line keep the space between them.
  expect(texts.join('')).toContain('Po10 peer-link')
})

test('on paper the canvas has a title and a legend', async ({ page }) => {
  const studio = await cutAndShare(page)
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await studio.dialog.getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.printed')
  await expect(sheet.getByText('Leaf pair', { exact: true }).last()).toBeVisible()
  await expect(sheet.getByText('bond member')).toBeVisible()
  await expect(sheet.getByText('srv-1', { exact: true })).toBeVisible()
  await expect(studio.toolbar).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.keyboard.press('Escape')
  await expect(studio.toolbar).toBeVisible()
  await expect(sheet).toHaveCount(0)
})

test('a link that programs would cut off says its length and offers the file', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const design = TEMPLATES[0]!.build()
  // Text that does not get shorter by packing.
  const text = (seed: number): string =>
    Array.from({ length: 40 }, (_, at) => ((seed * 7919 + at * 104729) ** 2 % 16_777_213).toString(36)).join(' ')
  const notes = Array.from({ length: 80 }, (_, at) => ({
    id: toId<'note'>(`note-${at}`),
    text: text(at + 1),
    at: { x: 32 * at, y: 800 },
    width: 160,
    height: 96,
  }))
  await studio.openFile(saveDocument({ ...design, title: 'Long', notes }))
  await expect(studio.toolbar.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('Long')
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  await expect(studio.dialog.getByRole('alert')).toContainText(/\d\d,\d\d\d characters/)
  const file = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Save file' }).click())
  expect(file.name).toBe('Long.mlag.json')
})
