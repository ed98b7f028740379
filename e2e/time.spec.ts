import { expect, test, type Page } from '@playwright/test'
import { apart } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('play, pause, speed, step, next timer and reset move the clock as they say', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { timeline } = studio
  await timeline.stop()
  const paused = await timeline.clock()
  await timeline.button('Step one event').click()
  await expect.poll(() => timeline.clock()).toBeGreaterThan(paused)
  const stepped = await timeline.clock()
  expect(stepped - paused).toBeLessThan(2)
  // Several timers may end within the millisecond that the clock shows.
  const jump = async () => {
    await timeline.button('Next timer').click()
    return timeline.clock()
  }
  await expect.poll(jump).toBeGreaterThan(stepped)

  // On a button the space bar presses that button; anywhere else it means the run.
  await studio.canvas.area.click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Space')
  await expect(timeline.pause).toBeVisible()
  await page.keyboard.press('Space')
  await expect(timeline.play).toBeVisible()
  const stopped = await timeline.clock()

  await timeline.speed('0.01×')
  await timeline.play.click()
  await expect.poll(() => timeline.clock()).toBeGreaterThan(stopped)
  await timeline.stop()
  expect(await timeline.clock()).toBeLessThan(stopped + 1)

  await timeline.runPast(40)
  await timeline.button('Reset the run').click()
  await expect.poll(() => timeline.clock()).toBe(0)
  await expect(studio.canvas.pair()).toContainText('healthy')
})

test('the page answers while the run goes as fast as it can', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.timeline.speed('max')
  await studio.select('leaf-b')
  await expect(await studio.inspector.tab('State')).toContainText('secondary of leafs')
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect(studio.canvas.port('srv-1:eth0')).toHaveAttribute('data-state', 'down')
  await studio.timeline.stop()
})

test('a cold start goes through the four steps and says what it waits for', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.stop()
  await timeline.speed('0.25×')
  await studio.selectPair()
  await inspector.tab('State')
  await timeline.button('Start cold').click()
  await expect(canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', /down|suspended/)
  await timeline.play.click()
  const step = (name: string) => inspector.section('Four steps').getByRole('listitem').filter({ hasText: name })
  await expect(step('Peer establishment')).toContainText('running')
  await expect(step('Active-active forwarding')).toContainText('not begun')

  // The wait lasts half a minute: as fast as it can, a busy machine would look only after it.
  await timeline.runPast(12, '10×')
  await expect(canvas.pair()).toContainText('delay restore')
  await expect(step('Peer establishment')).toContainText('done')
  await expect(step('Active-active forwarding')).not.toContainText('done')
  await expect(inspector.panel).toContainText(/delay restore/i)
  await expect(inspector.section('Four steps')).toContainText(/ends at \d+\.\d+, in /)
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1'], 'suspended')

  await timeline.runPast(60)
  await expect(canvas.pair()).toContainText('healthy')
  await expect(step('Active-active forwarding')).toContainText('done')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1', 'srv-1:eth0', 'srv-1:eth1'], 'forwarding')
})

test('a pair that cannot come up says why', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.stop()
  await timeline.button('Start cold').click()
  await expect.poll(() => timeline.clock()).toBe(0)
  await studio.selectPair()
  await studio.palette.getByRole('button', { name: 'Peer-link down', exact: true }).click()
  await timeline.runPast(40)
  await inspector.tab('State')
  const steps = inspector.section('Four steps').getByRole('listitem')
  await expect(steps.filter({ hasText: 'Peer establishment' })).toContainText('running')
  await expect(steps.filter({ hasText: 'Active-active forwarding' })).toContainText('not begun')
  await expect(inspector.section(/^Why it is establishing/)).toContainText('leaf-a: peer-link down')
  await expect(inspector.section('Four steps')).toContainText('leaf-b: peer-link down')
  await expect(canvas.pair()).toContainText('leaf-a: peer-link down')
})

test('LACPDUs and keepalives are seen travelling', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  for (const kind of ['lacp', 'keepalive'] as const) await expect.poll(() => moving(page, kind)).toBeGreaterThan(0)
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('frames stand still on their cable and are counted', async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    for (const kind of ['lacp', 'keepalive'] as const) {
      await expect(studio.canvas.frames(kind).and(page.locator('[data-still]')).first()).toBeAttached()
      expect(await moving(page, kind)).toBe(0)
    }
    await expect(studio.canvas.area.locator('.frame-count').first()).toHaveText(/^\d+$/)
    // What is counted can be read: no count covers another one.
    const boxes = await studio.canvas.area
      .locator('.still-frames')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))
    expect(boxes.length).toBeGreaterThan(8)
    const covered = boxes.filter((one, at) => boxes.some((other, second) => second > at && !apart(one, other)))
    expect(covered).toEqual([])
  })
})

test('a port shows its machines and both state octets in the notation of engineers', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await inspector.tab('State')
  const bits = inspector.section('LACP state bits')
  await expect(bits.getByText('0x3f', { exact: true })).toHaveCount(2)
  for (const bit of ['Activity', 'Short timeout', 'Aggregation', 'Synchronization', 'Collecting', 'Distributing'])
    await expect(bits.getByRole('img', { name: `${bit}: set` })).toHaveCount(2)
  for (const bit of ['Defaulted', 'Expired'])
    await expect(bits.getByRole('img', { name: `${bit}: clear` })).toHaveCount(2)
  const machines = inspector.section('Machines')
  await expect(machines).toContainText(/Receive\s*current/)
  await expect(machines).toContainText(/Mux\s*(collecting-distributing|distributing)/)
  await expect(machines).toContainText(/Selection\s*selected/)
  await expect(inspector.section('LAG identity').getByRole('row', { name: /^System/ })).toContainText(
    '00:23:04:ee:be:0a',
  )

  await canvas.cable('link-leaf-a-p1-srv-1').click()
  await page.keyboard.press('x')
  await canvas.port('leaf-a:Ethernet1/1').click()
  await expect(machines).toContainText(/Receive\s*port-disabled/)
  await expect(machines).toContainText(/Mux\s*(attached|detached)/)
  await expect(bits.getByRole('img', { name: 'Distributing: clear' }).first()).toBeVisible()
})

/** How many frames of a kind move right now. */
async function moving(page: Page, kind: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(`.frames [data-kind="${wanted}"]`)].filter(
        (frame) => frame.getAnimations().length > 0,
      ).length,
    kind,
  )
}
