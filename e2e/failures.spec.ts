import { expect, test } from '@playwright/test'
import { Failures } from './pages/failures.ts'
import { Studio } from './pages/studio.ts'

const CABLE = 'link-leaf-a-p1-srv-1'

test('a failure with its parameters, from the menu: one direction without remote fault, repaired by itself', async ({
  page,
}) => {
  const studio = new Studio(page)
  const failures = new Failures(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await timeline.stop()
  await (await canvas.menuOf(canvas.cable(CABLE))).getByRole('menuitem', { name: 'Fail with options …' }).click()
  await failures.choose('leaf-a:Ethernet1/1', 'Lose light one way')
  await expect(failures.dialog).toContainText('One strand goes dark.')
  await failures.form.getByRole('combobox', { name: /^Direction/ }).selectOption({ label: 'to leaf-a Ethernet1/1' })
  await failures.form.getByRole('combobox', { name: 'Remote fault signalling' }).selectOption('off')
  await failures.time('Repaired after').fill('60')
  await failures.button('Lose light one way').click()
  await expect(failures.dialog).toBeHidden()
  await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'one-way')
  await expect(status).toContainText('1 failure active, 1 scheduled')
  await timeline.runPast((await timeline.clock()) + 1, '5×')
  await canvas.expectStates(['leaf-a:Ethernet1/1'], 'down')
  await timeline.runPast(70)
  await expect(status).toContainText('no failure active')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'forwarding')
})

test('scheduled: listed, taken back, in the timeline when its time comes; what contradicts is told', async ({
  page,
}) => {
  const studio = new Studio(page)
  const failures = new Failures(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await timeline.runPast(1)
  await failures.open()
  await failures.choose('leaf-b', 'Power off')
  await failures.time('Begins at the instant').fill('20')
  await failures.time('Repaired after').fill('60')
  await failures.button('Schedule, then another').click()
  await expect(failures.scheduled).toHaveText([/Power off: leaf-b.*at 20\.000 s/, /Repair: power off.*at 80\.000 s/])
  await failures.time('Begins at the instant').fill('30')
  await failures.button('Schedule, then another').click()
  await expect(failures.form.getByRole('alert')).toContainText('does “Power off” to leaf-b again')
  await failures.time('Begins at the instant').fill('0.5')
  await failures.button('Schedule, then another').click()
  await expect(failures.form.getByRole('alert')).toContainText('It cannot begin at 0.5 s: the run stands at')
  await failures.choose('leaf-a:Ethernet1/2', 'Cut')
  await failures.time('Begins at the instant').fill('25')
  await failures.time('Repaired after').fill('1')
  await failures.button('Schedule').click()
  await expect(status).toContainText('no failure active, 4 scheduled')
  await status.getByRole('button', { name: /4 scheduled/ }).click()
  await failures.dialog.getByRole('button', { name: /^Take back Cut/ }).click()
  await failures.dialog.getByRole('button', { name: /^Take back Repair: cut/ }).click()
  await expect(failures.scheduled).toHaveCount(2)
  await failures.button('Close').click()

  await timeline.runPast(40)
  await expect(canvas.device('leaf-b').locator('[data-power]')).toHaveAttribute('data-power', 'off')
  await expect(status).toContainText('1 failure active, 1 scheduled')
  await expect(canvas.cable('link-leaf-a-p2-srv-2')).not.toHaveAttribute('data-look', 'cut')
  await status.getByRole('button', { name: '1 failure active, 1 scheduled' }).click()
  await expect(failures.active).toHaveText([/Power off: leaf-b.*since 20\.000 s/])
})

test('with the keyboard alone: select, W, choose, schedule, repair all', async ({ page }) => {
  const studio = new Studio(page)
  const failures = new Failures(page)
  await studio.open()
  await studio.timeline.stop()
  await studio.canvas.device('leaf-a').focus()
  await page.keyboard.press('Enter')
  await expect(studio.inspector.title).toHaveText('leaf-a')
  await failures.open()
  const field = failures.form.getByRole('combobox', { name: 'Failure' })
  await expect(failures.form.getByRole('combobox', { name: 'Where' })).toHaveValue('leaf-a')
  await studio.tabTo(field)
  await page.keyboard.type('Fre')
  await expect(field).toHaveValue('device-freeze')
  await studio.tabTo(failures.button('Freeze'))
  await page.keyboard.press('Enter')
  await expect(failures.dialog).toBeHidden()
  await expect(studio.status).toContainText('1 failure active')
  await expect(studio.canvas.device('leaf-a')).toContainText('frozen')
  await page.keyboard.press('r')
  await expect(studio.status).toContainText('no failure active')
})

test('with nothing selected, State says how the pairs do, what is broken with its repair, and which flows lost frames', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.runPast(1)
  const panel = await inspector.tab('State')
  await expect(inspector.section('Pairs')).toContainText('active-active')
  await expect(panel).toContainText('Nothing is broken')
  await expect(panel).toContainText('No flow lost a frame so far.')

  await canvas.device('leaf-a').focus()
  await page.keyboard.press('Enter')
  await expect(inspector.title).toHaveText('leaf-a')
  await page.keyboard.press('x')
  await expect(studio.status).toContainText('1 failure active')
  await page.keyboard.press('Escape')
  await expect(inspector.title).toHaveText('Nothing selected')
  await timeline.runPast((await timeline.clock()) + 1)
  await expect(inspector.section('Pairs')).toContainText(/failed-over.*leaf-a is off/s)
  await expect(inspector.section('Flows with outages')).toContainText(/orphan-a/)
  await panel.getByRole('button', { name: 'Repair Power off: leaf-a' }).click()
  await expect(panel).toContainText('Nothing is broken')
  await inspector.section('Pairs').getByRole('button', { name: 'leafs' }).click()
  await expect(inspector.title).not.toHaveText('Nothing selected')
})
