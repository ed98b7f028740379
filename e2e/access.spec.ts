import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the main states, ${colorScheme}`, async ({ browser }) => {
    // Looking at every element of six states takes its time on a busy machine.
    test.setTimeout(240_000)
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } })
    const studio = new Studio(await context.newPage())
    await studio.open()
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page: studio.page }).analyze()
      expect([what, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([what, []])
    }
    await check('healthy')
    await studio.port('leaf-a:Ethernet1/1').click()
    await studio.page.keyboard.press('x')
    await studio.tab('State')
    await check('cut, port state')
    await studio.selectPair()
    await studio.tab('Configure')
    await check('pair, configure')
    await studio.tab('Config')
    await check('configuration')
    await studio.page.getByRole('banner').getByRole('button', { name: 'Export' }).click()
    await expect(studio.page.getByRole('dialog')).toBeVisible()
    await check('export dialog')
    await context.close()
  })
}
