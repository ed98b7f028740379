import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('play, pause, speed, step, next timer and reset move the clock as they say', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.timeline.getByRole('button', { name: 'Pause' }).click()
  const paused = await studio.clock()
  await studio.timeline.getByRole('button', { name: 'Step one event' }).click()
  await expect.poll(() => studio.clock()).toBeGreaterThan(paused)
  const stepped = await studio.clock()
  expect(stepped - paused).toBeLessThan(2)
  await studio.timeline.getByRole('button', { name: 'Next timer' }).click()
  await expect.poll(() => studio.clock()).toBeGreaterThan(stepped)
  await studio.runPast(40)
  expect(await studio.clock()).toBeGreaterThan(40)
  await studio.timeline.getByRole('button', { name: 'Reset the run' }).click()
  await expect.poll(() => studio.clock()).toBeLessThan(5)
  await expect(studio.pair()).toContainText('healthy')
})

test('a cold start shows the steps happen and why the pair waits', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.timeline.getByRole('button', { name: 'Start cold' }).click()
  await expect(studio.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', /down|suspended/)
  await studio.runPast(12)
  await expect(studio.pair()).toContainText('delay restore')
  await studio.selectPair()
  const state = await studio.tab('State')
  await expect(state).toContainText(/delay restore lets vPC members up in/)
  await expect(state.getByRole('listitem').filter({ hasText: 'Peer establishment' })).toContainText('done')
  await studio.runPast(45)
  await expect(studio.pair()).toContainText('healthy')
})

test('LACPDUs and keepalives are seen travelling; with reduced motion they stand still', async ({ browser }) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const context = await browser.newContext({ reducedMotion })
    const studio = new Studio(await context.newPage())
    await studio.open()
    const still = reducedMotion === 'reduce' ? '[data-still]' : ':not([data-still])'
    for (const kind of ['lacp', 'keepalive']) {
      await studio.canvas.locator(`.frame[data-kind="${kind}"]${still}`).first().waitFor({ state: 'attached' })
    }
    await context.close()
  }
})

test('a port shows its machines and both state octets in the notation of engineers', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.port('leaf-a:Ethernet1/1').click()
  const state = await studio.tab('State')
  await expect(state.getByText('0x3f')).toHaveCount(2)
  await expect(state).toContainText('collecting-distributing')
  await expect(state).toContainText('current')
  await expect(state).toContainText('selected')
  await expect(state.getByRole('row', { name: /^System/ })).toContainText('00:23:04:ee:be:0a')
})
