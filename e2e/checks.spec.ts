import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { pairWith, without } from '../src/core/lint/testing/designs.ts'
import { loadDocument, saveDocument } from '../src/core/model/document.ts'
import { Studio } from './pages/studio.ts'

// A platform that forms a pair without it; NX-OS would form none.
const NO_KEEPALIVE = saveDocument(
  pairWith(
    without(({ use }) => use === 'keepalive'),
    'huawei-vrp8',
  ),
)

test('a finding says why, highlights its objects, is mended with one click, and undo brings it back', async ({
  page,
}) => {
  const studio = await opened(page)
  await studio.status.getByRole('button', { name: /1 error/ }).click()
  const panel = studio.inspector.panel
  const row = panel.getByRole('button', { name: /leafs has no DAD heartbeat path/ })
  await row.click()
  await expect(row).toHaveAttribute('aria-expanded', 'true')
  await expect(row).toBeFocused()
  await expect(studio.inspector.title).toHaveText('3 selected')
  await expect(panel).toContainText('split brain')
  await expect(panel).toContainText('Source. Huawei CloudEngine 6800')
  await panel.getByRole('button', { name: 'Connect the management ports' }).click()
  await expect(studio.status).toContainText('0 errors')
  await expect(row).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(studio.status).toContainText('1 error')
  await expect(row).toBeVisible()
})

test('the failure that a rule prevents plays on the design', async ({ page }) => {
  const studio = await opened(page)
  const panel = await studio.inspector.tab('Checks')
  await panel.getByRole('button', { name: /leafs has no DAD heartbeat path/ }).click()
  await panel.getByRole('button', { name: 'Show the failure' }).click()
  await expect(studio.canvas.pair()).toContainText(/dual.active/i, { timeout: 15_000 })
  // Orphans of one side cannot reach the other any more.
  await expect(studio.status).toContainText(/[1-9]\d* broken/)
})

test('a rule is turned off with a reason that stays in the file, and on again, by keyboard', async ({ page }) => {
  const studio = await opened(page)
  const panel = await studio.inspector.tab('Checks')
  await studio.tabTo(panel.getByRole('button', { name: /leafs has no DAD heartbeat path/ }))
  await page.keyboard.press('Enter')
  await studio.tabTo(panel.getByRole('button', { name: 'Turn off…' }))
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('textbox', { name: 'Why this design does without the rule' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('alert')).toContainText('must be one line of 1 to 240 characters')
  await page.keyboard.type('Both stand in one rack')
  await page.keyboard.press('Enter')
  await expect(studio.status).toContainText('0 errors')
  await studio.selectNothing()
  await expect(panel).toContainText('Both stand in one rack (it would find 1)')
  const loaded = loadDocument(await studio.savedText())
  expect(loaded).toMatchObject({
    design: { checks: { off: [{ rule: 'keepalive/present', reason: 'Both stand in one rack' }] } },
  })
  await panel.getByRole('button', { name: 'Turn on keepalive/present' }).click()
  await expect(studio.status).toContainText('1 error')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('axe finds nothing in the list of checks', async ({ page }) => {
      const studio = await opened(page)
      const panel = await studio.inspector.tab('Checks')
      await panel.getByRole('button', { name: /leafs has no DAD heartbeat path/ }).click()
      await panel.getByRole('button', { name: 'Turn off…' }).click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  })
}

async function opened(page: Page): Promise<Studio> {
  const studio = new Studio(page)
  await studio.open()
  await studio.openFile(NO_KEEPALIVE)
  // The example has the same devices: only the error tells that the file is read.
  await expect(studio.status).toContainText('1 error')
  await expect(studio.canvas.port('leaf-a:100GE1/0/1')).toHaveAttribute('data-state', 'forwarding')
  await studio.timeline.stop()
  return studio
}
