import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Studio } from './pages/studio.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing: canvas, inspector, timeline', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      await nothingFound(page, 'healthy')
      await studio.canvas.port('leaf-a:Ethernet1/1').click()
      await page.keyboard.press('x')
      await studio.inspector.tab('State')
      await expect(studio.status).toContainText(/worst outage \d+ ms/)
      await studio.timeline.stop()
      await nothingFound(page, 'a cut cable, state of its port')
      await studio.selectPair()
      await nothingFound(page, 'state of the pair')
      await studio.inspector.tab('Configure')
      await studio.inspector.fill('Domain id', '0')
      await expect(studio.inspector.panel.getByRole('alert')).toBeVisible()
      await nothingFound(page, 'a refused field')
      await studio.inspector.tab('Config')
      await expect(studio.inspector.panel).toContainText('vpc domain 10')
      await nothingFound(page, 'configuration')
      await studio.inspector.tab('Console')
      await studio.inspector.panel.getByRole('textbox', { name: /^Command on/ }).fill('show vpc')
      await page.keyboard.press('Enter')
      await expect(studio.inspector.panel.getByRole('log')).toContainText('vPC role')
      await nothingFound(page, 'console')
      await studio.timeline.axis.press('PageUp')
      await expect(page.getByRole('button', { name: 'Go on from here' })).toBeVisible()
      await nothingFound(page, 'the past')
      await studio.timeline.axis.press('End')
      await studio.timeline.button('Outages').click()
      await studio.timeline.outageButtons.first().click()
      await expect(page.getByRole('dialog', { name: 'Outage explained' })).toContainText('detect')
      await nothingFound(page, 'outages', FLOATING)
    })

    test('axe finds nothing: menu, dialogs, empty sheet', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      await studio.timeline.stop()
      await expect(await studio.canvas.menuOf(studio.canvas.cable('link-leaf-a-p1-srv-1'))).toBeVisible()
      await nothingFound(page, 'menu of a cable', FLOATING)
      await page.keyboard.press('Escape')
      for (const [open, text] of DIALOGS) {
        await open(studio)
        await expect(studio.dialog).toContainText(text)
        await nothingFound(page, `dialog with ${text}`)
        await page.keyboard.press('Escape')
        await expect(studio.dialog).toHaveCount(0)
      }
      await studio.fileMenu('New design')
      await expect(studio.canvas.area).toContainText('Start with a pair')
      await nothingFound(page, 'empty sheet')
    })
  })
}

const DIALOGS: readonly (readonly [(studio: Studio) => Promise<void>, string])[] = [
  [({ toolbar }) => toolbar.getByRole('button', { name: 'Export' }).click(), 'Download all as zip'],
  [({ toolbar }) => toolbar.getByRole('button', { name: 'Share' }).click(), 'Copy link'],
  [({ page }) => page.keyboard.press('Control+k'), 'Play or pause'],
  [({ page }) => page.keyboard.press('?'), 'On the canvas'],
  [({ page }) => page.keyboard.press('o'), 'Keep this run'],
  [(studio) => studio.command('report of this run'), 'no flow loses more than 1 s'],
  [({ page }) => page.keyboard.press('d'), 'Hosts and cables of'],
  [(studio) => studio.fileMenu('How true is this?'), 'One leg of a vPC down'],
  [
    async (studio) => {
      await studio.fileMenu('How true is this?')
      await studio.dialog.getByRole('button', { name: 'Standards and other stacks' }).click()
    },
    '139 vectors',
  ],
  [(studio) => studio.fileMenu(/^Designs on this machine/), 'Every design is saved'],
  [(studio) => studio.openFile('{}', 'wrong.json'), 'cannot be opened'],
]

/** What lies over the page belongs to none of its regions. */
const FLOATING = ['region']

async function nothingFound(page: Page, where: string, except: string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(except).analyze()
  expect([where, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([where, []])
}
