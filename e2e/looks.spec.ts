import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { FACE } from './pages/canvas.ts'
import { lettersOf } from './pages/letters.ts'
import { Studio } from './pages/studio.ts'

const THEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const

/** How the letters looked where the pictures were taken; other fonts or another browser draw other pixels. */
const LETTERS_FILE = new URL('looks/letters.txt', import.meta.url)
const LETTERS = existsSync(LETTERS_FILE) ? readFileSync(LETTERS_FILE, 'utf8').trim() : ''

/** Every state stands still at an instant of a scenario, so that two runs show the same. */
const STATES: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
  healthy: (studio) => studio.openAt('basic-pair', 'peer-link-loss', 1),
  'peer-link-lost': async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 20)
    await studio.selectPair()
    await studio.inspector.tab('State')
  },
  outage: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 20)
    await studio.timeline.button('Outages').click()
    await studio.timeline.outageButtons.first().click()
    await expect(studio.page.getByRole('dialog', { name: 'Outage explained' })).toContainText('detect')
  },
  configuration: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 1)
    await studio.canvas.device('leaf-a').click({ position: FACE })
    await studio.inspector.tab('Config')
    await expect(studio.inspector.panel).toContainText('vpc domain 10')
  },
  bond: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 1)
    await studio.canvas.bond('vPC 11').click()
    await studio.inspector.tab('Configure')
  },
  table: async (studio) => {
    await studio.openAt('pair-with-uplinks', 'uplinks-lost', 1)
    await studio.page.keyboard.press('t')
    await expect(studio.page.getByRole('grid')).toBeVisible()
  },
  gallery: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 1)
    await studio.page.keyboard.press('g')
    await expect(studio.dialog.locator('[data-card] svg')).toHaveCount(TEMPLATES.length)
  },
  // Silent fibres: lights are on, frames are lost, LACP has noticed one of them.
  failing: async (studio) => {
    await studio.openAt('basic-pair', 'silent-fibre', 12)
    await studio.canvas.cable('link-leaf-a-p1-srv-1').click()
    await studio.inspector.tab('State')
    await expect(studio.inspector.panel).toContainText('LACP state bits')
  },
  console: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 20)
    await studio.select('leaf-b')
    await studio.inspector.tab('Console')
    const line = studio.inspector.panel.getByRole('textbox')
    await line.fill('show vpc brief')
    await line.press('Enter')
    await expect(studio.inspector.panel).toContainText('vPC domain id')
  },
  'both-configurations': async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 1)
    await studio.select('leaf-a')
    await studio.inspector.tab('Config')
    await studio.inspector.panel.getByRole('button', { name: 'Show wide, side by side' }).click()
    await expect(studio.dialog).toContainText('hostname leaf-b')
  },
  compared: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 1)
    await studio.page.keyboard.press('d')
    await studio.dialog.getByLabel('Hosts and cables of').selectOption('example')
    await studio.dialog.getByLabel('Fault').selectOption({ label: 'sw-1 dies' })
    await studio.dialog.getByRole('button', { name: 'Measure' }).click()
    await expect(studio.dialog).toContainText('3 of 3 runs measured')
  },
  presentation: async (studio) => {
    await studio.openAt('basic-pair', 'peer-link-loss', 20)
    await studio.selectPair()
    await studio.page.keyboard.press('a')
    await expect(studio.page.getByRole('region', { name: 'Presentation' })).toContainText('20.000 s')
  },
  empty: async (studio) => {
    await studio.openEmpty()
    await studio.timeline.stop()
    await studio.timeline.button('Reset the run').click()
    await expect.poll(() => studio.timeline.clock()).toBe(0)
  },
}

for (const viewport of SIZES)
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport, reducedMotion: 'reduce' })
    for (const [state, reach] of Object.entries(STATES))
      test(`looks as before: ${state}`, async ({ page }) => {
        await reach(new Studio(page))
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          await asBefore(page, `${state}-${colorScheme}-${viewport.width}.png`)
        }
      })
  })

/** Few pixels may differ: edges of curves are drawn with the machine's own arithmetic. */
async function asBefore(page: Page, picture: string): Promise<void> {
  const letters = await lettersOf(page)
  // `--update-snapshots=all` takes new pictures, and notes the letters they are made of.
  const anew = test.info().config.updateSnapshots === 'all'
  if (anew) writeFileSync(LETTERS_FILE, `${letters}\n`)
  if (!anew && letters !== LETTERS) {
    // The state was reached all the same; where letters are drawn otherwise, pictures would differ for nothing.
    process.stdout.write(`${picture} is not compared: this machine's letters look otherwise (${letters})\n`)
    return
  }
  await page.mouse.move(0, 0)
  // Counts of frames stay for a moment.
  await expect(page.locator('.frames > *')).toHaveCount(0)
  await expect(page).toHaveScreenshot(picture, { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.01 })
}
