import { expect, test } from '@playwright/test'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { saveDocument } from '../src/core/model/document.ts'
import { Studio } from './pages/studio.ts'

const GOOD = saveDocument(TEMPLATES[0]!.build())

const CASES: readonly (readonly [string, string, RegExp])[] = [
  ['a truncated file', GOOD.slice(0, GOOD.length / 2), /cut off/],
  ['a file of another kind', '{"nodes": [], "edges": []}', /does not say what it is/],
  ['a dangling cable', GOOD.replace('"leaf-a-p1",', '"no-such-port",'), /plugged into leaf-a:Ethernet1\/1/],
  ['two bonds with the same MLAG id', GOOD.replace('"channel": 12', '"channel": 11'), /11/],
  ['a name with markup', GOOD.replaceAll('"name": "srv-1"', '"name": "<b>srv</b>"'), /name/i],
  ['a name with a line break', GOOD.replaceAll('"name": "srv-1"', '"name": "srv\\nvlan 99"'), /name/i],
  ['a name with quotes', GOOD.replaceAll('"name": "srv-1"', '"name": "srv\\"1"'), /name/i],
  ['a newer version', GOOD.replace('"version": 1', '"version": 99'), /version 99/],
]

for (const [title, text, reason] of CASES) {
  test(`${title} is refused with a reason and the design stays`, async ({ page }) => {
    expect(text).not.toBe(GOOD)
    const studio = new Studio(page)
    await studio.open()
    await studio.openText(text)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(reason)
    await dialog.getByRole('button', { name: 'Close' }).first().click()
    await expect(studio.device('srv-1')).toBeVisible()
    await expect(studio.pair()).toContainText('healthy')
  })
}

test('a link with a corrupt fragment says so and leaves the design', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open('/#d=this-is-no-design')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/damaged/)
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await expect(studio.device('srv-1')).toBeVisible()
})

test('a field that takes no such value says what it takes and keeps the old one', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await studio.tab('Configure')
  await studio.fill('Delay restore', '99999')
  await expect(studio.inspector).toContainText(/3600/)
  await studio.select('srv-1')
  await studio.tab('Configure')
  await studio.fill('Name', 'two words')
  await expect(studio.inspector).toContainText(/letters|may|must/)
  await expect(studio.device('srv-1')).toBeVisible()
})
