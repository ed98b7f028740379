import { unzipSync } from 'fflate'
import { expect, test } from '@playwright/test'
import { saveDocument } from '../src/core/model/document.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { encodeFragment } from '../src/state/shareLink.ts'
import { Studio } from './pages/studio.ts'

const GOOD = saveDocument(TEMPLATES[0]!.build())

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['a truncated file', GOOD.slice(0, GOOD.length / 2), /cut off/],
  ['an empty file', '', /not JSON|cut off|empty/],
  ['a picture', '\u0089PNG\r\n\u001a\n', /not JSON/],
  ['a file of another kind', '{"nodes": [], "edges": []}', /does not say what it is/],
  ['a newer version', GOOD.replace(/"version": \d+/, '"version": 99'), /reads up to version \d+.*newest MLAG Studio/],
  ['a dangling cable', GOOD.replace('"leaf-a-p1",', '"no-such-port",'), /hangs loose: there is no port leaf-a-p1/],
  ['two bonds with the same MLAG id', GOOD.replace('"channel": 12', '"channel": 11'), /11/],
  ['a name with markup', named('<b>srv</b>'), /name.*letters, digits/i],
  ['a name with a line break', named('srv\\nvlan 99'), /name.*letters, digits/i],
  ['a name with quotes', named('srv\\"1'), /name.*letters, digits/i],
  ['a label with a line break', GOOD.replace('"label": ""', '"label": "x\\nshutdown"'), /one line/],
]

for (const [title, text, reason] of REFUSED) {
  test(`${title} is refused with a reason, and the design stays`, async ({ page }) => {
    expect(text).not.toBe(GOOD)
    const studio = new Studio(page)
    await studio.open()
    const before = await studio.savedText()
    await studio.openFile(text, 'wrong.json')
    await expect(studio.dialog).toContainText('wrong.json cannot be opened')
    await expect(studio.dialog).toContainText(reason)
    await expect(studio.dialog).toContainText('Your present design is untouched.')
    await studio.dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(studio.dialog).toHaveCount(0)
    expect(await studio.savedText()).toBe(before)
    await expect(studio.canvas.pair()).toContainText('healthy')
  })
}

test('a file whose scenario names what the design does not have opens, and says at once which step and what is near', async ({
  page,
}) => {
  const step = { type: 'fail', failure: 'link-cut', target: 'leaf-a:Ethernet1/22', options: {} } as const
  const stale = { name: 'For the board', start: 'settled', steps: [{ at: 1_000_000, command: step }], until: 9_000_000 }
  const text = GOOD.replace('"topology": {', `"scenarios": [${JSON.stringify(stale)}], "topology": {`)
  const studio = new Studio(page)
  await studio.open()
  await studio.openFile(text, 'board.json')
  await expect(studio.dialog).toContainText('board.json is open; not every scenario in it can be played')
  await expect(studio.dialog).toContainText(
    /For the board, step 1: leaf-a has no cable on a port called "Ethernet1\/22". Near it: Ethernet1\/2/,
  )
  await studio.dialog.getByRole('button', { name: 'Scenarios' }).click()
  await expect(studio.dialog.getByText('does not fit the design')).toBeVisible()
  await expect(studio.dialog.getByRole('button', { name: 'Change For the board' })).toBeVisible()
})

const whole = encodeFragment(GOOD)
const LINKS: readonly (readonly [string, string])[] = [
  ['nonsense', 'd=this-is-no-design'],
  ['a link that was cut off', whole.slice(0, whole.length / 2)],
  ['a link to another kind of file', encodeFragment('{"nodes": []}')],
]

for (const [title, fragment] of LINKS) {
  test(`${title} says so and leaves the design`, async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    await studio.select('srv-1')
    await studio.inspector.tab('Configure')
    await studio.inspector.fill('Name', 'database-1')
    await expect(studio.status.getByText('saved', { exact: true })).toBeVisible()
    await page.goto(`/?again#${fragment}`)
    await expect(studio.dialog).toContainText('The link cannot be opened')
    await expect(studio.dialog).toContainText('Your present design is untouched.')
    await studio.dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(studio.canvas.device('database-1')).toBeVisible()
    await studio.expectRunning()
  })
}

test('markup and quotes in free text stay text, on the page and in every exported file', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const label = '"><img src=x onerror=alert(1)> \'; reload ! #'
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const hostile = GOOD.replaceAll('"label": ""', `"label": ${JSON.stringify(label)}`).replace(
    '"title": "Leaf pair"',
    `"title": ${JSON.stringify(label)}`,
  )
  await studio.openFile(hostile)
  await expect(studio.canvas.device('leaf-a')).toContainText(label)
  await studio.select('leaf-a')
  await studio.inspector.tab('Config')
  await studio.inspector.tab('State')
  await expect(page.locator('img[src="x"]')).toHaveCount(0)

  await studio.toolbar.getByRole('button', { name: 'Export' }).click()
  const zip = await studio.downloadBy(() => studio.dialog.getByRole('button', { name: 'Download all as zip' }).click())
  expect(zip.name).toMatch(/^[\p{L}\p{N}._-]+$/u)
  const texts = ['README.txt', 'cables.csv']
  const files = Object.entries(unzipSync(new Uint8Array(zip.bytes))).filter(([path]) => !texts.includes(path))
  const lines = files.flatMap(([, bytes]) => new TextDecoder().decode(bytes).split('\n'))
  expect(files.length).toBeGreaterThanOrEqual(2)
  // Whatever is left of the label stands behind a comment's sign or in a description, never as a command.
  for (const line of lines.filter((text) => /img|onerror|reload/.test(text) && !/reload-delay/.test(text)))
    expect(line).toMatch(/^\s*(!|#|description )/)
  expect(dialogs).toEqual([])
})

function named(name: string): string {
  return GOOD.replaceAll('"name": "srv-1"', `"name": "${name}"`)
}
