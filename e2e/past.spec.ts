import { expect, test } from '@playwright/test'
import { boxOf } from './pages/canvas.ts'
import { Frames } from './pages/frames.ts'
import { Studio } from './pages/studio.ts'

test('dragging along the axis shows the past on canvas, in tables and in the frame list, and the way back', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, timeline } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await timeline.runPast(3)
  await page.keyboard.press('x')
  await timeline.runPast(6)
  const present = await timeline.clock()
  const looking = page.getByRole('status').filter({ hasText: 'Looking at' })
  await expect(looking).toBeHidden()

  // 80 s wide, the axis begins a little before 0 and the cut is near its left edge.
  for (let times = 0; times < 3; times++) await timeline.button('Show a longer time').click()
  const box = await boxOf(timeline.axis)
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.06, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.05, y, { steps: 10 })
  await page.mouse.up()
  await expect(looking).toBeVisible()
  await expect.poll(() => timeline.clock()).toBeLessThan(3)
  await expect(canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  await timeline.button('Outages').click()
  await expect(timeline.outageButtons).toHaveCount(0)
  const frames = new Frames(page)
  await frames.open()
  const then = await timeline.clock()
  await expect.poll(() => frames.rows.first().innerText()).toMatch(/^\d+\.\d+/)
  const times = await frames.rows.allInnerTexts()
  expect(Number.parseFloat(times[0] ?? '')).toBeLessThanOrEqual(then)

  await looking.getByRole('button', { name: /^Back to now/ }).click()
  await expect(looking).toBeHidden()
  expect(await timeline.clock()).toBe(present)
  await expect(canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'down')
})

test('the axis is walked by keyboard: by steps, by events, to the beginning and back', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await timeline.runPast(3)
  await page.keyboard.press('x')
  await timeline.runPast(6)
  const present = await timeline.clock()
  await timeline.axis.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => timeline.clock()).toBe(0)
  await page.keyboard.press('PageDown')
  await expect(status).toContainText('Cut: cable leaf-a Ethernet1/1 to srv-1 eth0')
  await expect.poll(() => timeline.clock()).toBeGreaterThan(2.9)
  const cut = await timeline.clock()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => timeline.clock()).toBeLessThan(cut)
  await page.keyboard.press('End')
  await expect.poll(() => timeline.clock()).toBe(present)
  // The same without the axis.
  await page.keyboard.press(',')
  await expect.poll(() => timeline.clock()).toBeLessThan(present)
  await page.keyboard.press('n')
  await expect.poll(() => timeline.clock()).toBe(present)
})

test('the run can go on from a past instant, without what was done later', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await timeline.runPast(2)
  await studio.select('leaf-b')
  await page.keyboard.press('x')
  await expect(status).toContainText('1 failure active')
  await timeline.runPast(5)
  await timeline.axis.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => timeline.clock()).toBe(0)
  await page.getByRole('button', { name: 'Go on from here' }).click()
  await expect(status).toContainText('without 1 later command')
  await timeline.runPast(6)
  await expect(status).toContainText('no failure active')
  await expect(canvas.pair()).toContainText('healthy')
})

test('a run goes on until nothing is pending', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, timeline } = studio
  await timeline.stop()
  await timeline.button('Start cold').click()
  await expect.poll(() => timeline.clock()).toBe(0)
  await page.keyboard.press('k')
  await expect(canvas.pair()).toContainText('healthy')
  await expect(timeline.play).toBeVisible()
  expect(await timeline.clock()).toBeGreaterThan(30)
})
