import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { Studio } from './pages/studio.ts'
import { TextPane } from './pages/textPane.ts'

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

    test('axe finds nothing: every table, the text, frames, presentation, tour', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      await studio.canvas.port('leaf-a:Ethernet1/1').click()
      await page.keyboard.press('x')
      await expect(studio.status).toContainText(/worst outage \d+ ms/)
      await studio.timeline.stop()
      await page.keyboard.press('t')
      const grid = page.getByRole('grid')
      for (const table of ['Devices', 'Ports', 'Cables', 'VLANs', 'Flows', 'Bonds']) {
        await page.getByRole('tab', { name: new RegExp(`^${table}`) }).click()
        await expect(grid).toHaveAccessibleName(table)
        await nothingFound(page, `table of ${table}`)
      }
      await grid.getByRole('gridcell', { name: 'vPC 11' }).click()
      await page.keyboard.press('Control+a')
      await expect(page.getByRole('form', { name: /^Set all/ })).toBeVisible()
      await nothingFound(page, 'rows set in bulk')
      await page.keyboard.press('t')

      const text = new TextPane(page)
      await page.keyboard.press('y')
      await expect(text.standing).toHaveText('The canvas shows this text.')
      await nothingFound(page, 'text')
      await text.replaceLine('vendor: cisco-nxos', 'vendor: ')
      await expect(text.standing).toContainText('the canvas keeps the last good design')
      await page.keyboard.press('Control+Space')
      await expect(text.hint('cisco-nxos')).toBeVisible()
      await nothingFound(page, 'text with an error and hints')
      await text.pane.getByRole('button', { name: 'Back to the canvas’s text' }).click()
      await text.pane.getByRole('button', { name: 'Close the text' }).click()

      await studio.timeline.button('Frames').click()
      await page
        .getByRole('list', { name: /^Protocol frames/ })
        .getByRole('button')
        .first()
        .click()
      await expect(page.getByRole('region', { name: 'Fields of the frame' })).toBeVisible()
      await nothingFound(page, 'frames')
      await studio.command('take the tour')
      await expect(page.getByRole('region', { name: 'Tour' })).toBeVisible()
      await nothingFound(page, 'tour')
      await page.getByRole('button', { name: 'Skip the tour' }).click()
      await studio.toolbar.getByRole('button', { name: 'Present' }).click()
      await expect(page.getByRole('region', { name: 'Presentation' })).toBeVisible()
      await nothingFound(page, 'presentation')
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
  [({ page }) => page.keyboard.press('w'), 'The run stands at'],
  [({ page }) => page.keyboard.press('g'), 'Empty design'],
  [({ page }) => page.keyboard.press('i'), 'running configuration'],
  [(studio) => studio.command('cable plan'), 'Ethernet1/1'],
  [(studio) => studio.command('runbook'), 'Failover'],
  [(studio) => studio.command('what the words mean'), 'Peer-link'],
]

/** What lies over the page belongs to none of its regions. */
const FLOATING = ['region']

async function nothingFound(page: Page, where: string, except: string[] = []): Promise<void> {
  // The keys go through the editor's list of hints from the text, as in a combo box.
  const { violations } = await new AxeBuilder({ page }).exclude('.cm-tooltip').disableRules(except).analyze()
  expect([where, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([where, []])
}
