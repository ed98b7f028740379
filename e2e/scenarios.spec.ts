import { expect, test, type Page } from '@playwright/test'
import { Scenarios } from './pages/scenarios.ts'
import { Studio } from './pages/studio.ts'

test('a run is kept, changed, played again with the same figures, undone and deleted', async ({ page }) => {
  const { studio, scenarios } = await cutAndKept(page)
  const { status, timeline } = studio
  await expect(status).toContainText('one cut is kept with the design')
  await scenarios.button('Change one cut').click()
  const steps = scenarios.dialog.getByRole('list', { name: 'Steps of one cut' })
  await expect(steps.getByRole('listitem')).toHaveCount(1)
  await scenarios.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('member cut')
  await page.keyboard.press('Enter')
  await scenarios.button('Change member cut').click()
  const at = scenarios.dialog.getByRole('textbox', { name: 'Step 1 at' })
  await at.fill('2.5')
  await at.press('Enter')
  await addStep(scenarios, '8', 'Repair everything')
  await addStep(scenarios, '4', 'Fail', 'Cut', 'leaf-a:Ethernet1/1')
  // Two cuts of one cable without a repair between: told, and nothing lost.
  await expect(scenarios.dialog).toContainText('does “Cut” to leaf-a:Ethernet1/1 again')
  await expect(scenarios.dialog).toContainText('does not fit the design')
  await scenarios.button('Play member cut').click()
  await expect(scenarios.dialog.getByRole('alert')).toContainText('Step 2: does “Cut”')
  await scenarios.button('Delete step 2 of member cut').click()
  const ends = scenarios.dialog.getByRole('textbox', { name: 'Ends at' })
  await ends.fill('12')
  await ends.press('Enter')

  await scenarios.button('Play member cut').click()
  await expect(scenarios.dialog).toBeHidden()
  const end = 12
  await expect.poll(() => timeline.clock(), { timeout: 60_000 }).toBe(end)
  const first = await outages(studio)
  expect(first.some((row) => / ms/.test(row))).toBe(true)
  await scenarios.open()
  await scenarios.button('Play member cut').click()
  await expect.poll(() => timeline.clock()).toBeLessThan(end)
  await expect.poll(() => timeline.clock(), { timeout: 60_000 }).toBe(end)
  expect(await outages(studio)).toEqual(first)

  await scenarios.open()
  await scenarios.button('Delete member cut').click()
  await expect(scenarios.part('Kept with the design')).toContainText('None yet.')
  await scenarios.close()
  await page.keyboard.press('Control+z')
  await scenarios.open()
  await expect(scenarios.button('Play member cut')).toBeVisible()
})

test('scenarios and bookmarks are in the file and in the link, which lands on the same instant and figures', async ({
  page,
  context,
}) => {
  const { studio, scenarios } = await cutAndKept(page)
  const { timeline, toolbar } = studio
  await scenarios.button('Change one cut').click()
  const end = await scenarios.dialog.getByRole('textbox', { name: 'Ends at' }).inputValue()
  await scenarios.button('Play one cut').click()
  // At the speed at which the run was made: as fast as it goes.
  await expect.poll(() => timeline.clock(), { timeout: 60_000 }).toBeCloseTo(Number(end), 3)
  await timeline.axis.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => timeline.clock()).toBe(0)
  await page.keyboard.press('PageDown')
  await expect(studio.status).toContainText('Cut: cable leaf-a Ethernet1/1')
  await expect.poll(() => timeline.clock()).toBeGreaterThan(0)
  const cutAt = await timeline.clock()
  const beyond = ['ArrowRight', 'ArrowRight', 'ArrowRight']
  for (const key of beyond) await page.keyboard.press(key)
  await expect.poll(() => timeline.clock()).toBeCloseTo(cutAt + 0.3, 3)
  const instant = await timeline.clock()
  // Keys that come faster than the past is put together lead to the same instant.
  await page.keyboard.press('End')
  await expect.poll(() => timeline.clock()).toBeCloseTo(Number(end), 3)
  for (const key of ['Home', 'PageDown', ...beyond]) await page.keyboard.press(key)
  await expect.poll(() => timeline.clock()).toBe(instant)
  await page.keyboard.press('b')
  await expect(studio.status).toContainText('is bookmarked')
  const shown = await outages(studio)
  expect(JSON.parse(await studio.savedText()).design).toMatchObject({
    scenarios: [{ name: 'one cut', start: 'settled', steps: [{ command: { type: 'fail', failure: 'link-cut' } }] }],
    bookmarks: [{ scenario: 'one cut', name: `${instant.toFixed(3)} s` }],
  })
  await toolbar.getByRole('button', { name: 'Share' }).click()
  await studio.dialog.getByRole('checkbox', { name: /^Open at/ }).check()
  const link = studio.dialog.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/&s=one%20cut&t=\d/)

  const other = new Studio(await context.newPage())
  await other.page.goto(await link.inputValue())
  await expect.poll(() => other.timeline.clock()).toBe(instant)
  await expect(other.timeline.play).toBeVisible()
  expect(await outages(other)).toEqual(shown)
  expect(await other.canvas.states(PORTS)).toEqual(await studio.canvas.states(PORTS))
  await new Scenarios(other.page).open()
  await expect(new Scenarios(other.page).button('Play one cut')).toBeVisible()
})

test('a link to a scenario that is not there opens the design and says so', async ({ page }) => {
  const { studio, scenarios } = await cutAndKept(page)
  await scenarios.close()
  await studio.toolbar.getByRole('button', { name: 'Share' }).click()
  const link = studio.dialog.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/#d=/)
  const address = await link.inputValue()
  for (const [end, words] of [
    ['&s=nobody&t=3', 'has no scenario called "nobody"'],
    ['&s=one%20cut&t=soon', 'which is no instant of a run'],
  ]) {
    await page.goto('about:blank')
    await page.goto(`${address}${end}`)
    await expect(studio.dialog).toContainText(words ?? '')
    await expect(studio.dialog).toContainText('The design is open, and keeps its scenarios.')
    await expect(studio.canvas.port('leaf-a:Ethernet1/1')).toBeAttached()
  }
})

test('scenarios of another design are taken where they fit; the others say what is missing', async ({ page }) => {
  const { studio, scenarios } = await cutAndKept(page)
  await scenarios.close()
  const file = await studio.savedText()
  await studio.template('One switch')
  await scenarios.open()
  const chooser = page.waitForEvent('filechooser')
  await scenarios.button('Take from a design file…').click()
  await (await chooser).setFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await expect(scenarios.dialog).toContainText('0 of 1 scenarios were taken.')
  await expect(scenarios.dialog).toContainText(/one cut is for another design. Step 1: .*leaf-a/)
  await expect(scenarios.part('Kept with the design')).toContainText('None yet.')
})

test('a report tells the run against a limit and can be saved', async ({ page }) => {
  const { studio, scenarios } = await cutAndKept(page)
  await scenarios.button('Report of this run…').click()
  const report = page.getByRole('dialog', { name: 'Report of this run' })
  await expect(report).toContainText('Met: no flow loses more than 1 s.')
  await expect(report.getByRole('cell', { name: 'Cut: leaf-a:Ethernet1/1' })).toBeVisible()
  const limit = report.getByRole('textbox', { name: 'No flow loses more than' })
  await limit.fill('50')
  await limit.press('Enter')
  await expect(report).toContainText('Not met: no flow loses more than 50 ms.')
  const { name, bytes } = await studio.downloadBy(() => report.getByRole('button', { name: 'Save Markdown' }).click())
  expect(name).toBe('Leaf-pair-report.md')
  expect(bytes.toString('utf8')).toMatch(/^# Leaf pair\n[^]*\*\*Not met: no flow loses more than 50 ms\.\*\*/)

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.printed')).toBeVisible()
  await expect(studio.toolbar).toBeHidden()
})

test('the least wait of a rolling upgrade is found beside the run, played, kept and told in the report', async ({
  page,
}) => {
  const studio = new Studio(page)
  const scenarios = new Scenarios(page)
  await studio.open()
  await scenarios.open()
  const form = scenarios.dialog.getByRole('form', { name: 'Rolling upgrade' })
  await form.getByRole('textbox', { name: 'Boot time' }).fill('20')
  await form.getByRole('button', { name: 'Find the least wait' }).click()
  const found = scenarios.dialog.getByRole('group', { name: 'Least wait found' })
  await expect(found).toContainText(/leaf-a may reload [\d.]+ s after leaf-b went down/, { timeout: 90_000 })
  await expect(found).toContainText(/0\.1 s sooner, srv-1 → srv-2 loses 1\.\d+ s/)
  const wait = Number(/reload ([\d.]+) s/.exec(await found.innerText())?.[1])
  await found.getByRole('button', { name: 'Keep it' }).click()
  await expect(scenarios.button('Play Rolling upgrade of leafs')).toBeVisible()
  await found.getByRole('button', { name: 'Play it' }).click()
  await expect(scenarios.dialog).toBeHidden()
  await studio.timeline.speed('max')
  await expect.poll(() => studio.timeline.clock(), { timeout: 60_000 }).toBeGreaterThan(wait + 20)
  await scenarios.open()
  await scenarios.button('Report of this run…').click()
  const report = page.getByRole('dialog', { name: 'Report of this run' })
  await expect(report).toContainText(`leaf-a may reload ${wait} s after leaf-b went down`)
})

const PORTS = ['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1', 'srv-1:eth0', 'srv-1:eth1']

/** A run with one cut, kept, the dialog open. */
async function cutAndKept(page: Page): Promise<{ readonly studio: Studio; readonly scenarios: Scenarios }> {
  const studio = new Studio(page)
  const scenarios = new Scenarios(page)
  await studio.open()
  await studio.timeline.runPast(2)
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect(studio.status).toContainText('1 failure active')
  await studio.timeline.runPast(6)
  await scenarios.open()
  await scenarios.keep('one cut')
  return { studio, scenarios }
}

async function addStep({ dialog }: Scenarios, at: string, ...what: readonly string[]): Promise<void> {
  const form = dialog.getByRole('form', { name: 'Add a step' })
  const [type = '', failure, target] = what
  await form.getByRole('textbox', { name: 'At, in seconds' }).fill(at)
  await form.getByRole('combobox', { name: 'Do' }).selectOption({ label: type })
  if (failure !== undefined) await form.getByRole('combobox', { name: 'Failure' }).selectOption({ label: failure })
  if (target !== undefined) await form.getByRole('combobox', { name: 'Target' }).fill(target)
  await form.getByRole('button', { name: 'Add step' }).click()
}

/** The list of outages in words. */
async function outages({ timeline }: Studio): Promise<readonly string[]> {
  if (!(await timeline.outages.isVisible())) await timeline.button('Outages').click()
  await expect(timeline.outages).toBeVisible()
  return timeline.outages.getByRole('row').allInnerTexts()
}
