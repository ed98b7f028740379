import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { decodeFrame } from '../src/core/capture/decode.ts'
import { readPcapng } from '../src/core/capture/testing/readPcapng.ts'
import { Frames } from './pages/frames.ts'
import { Studio } from './pages/studio.ts'

const CABLE = 'link-leaf-a-p1-srv-1'

test('frames are listed by protocol and device, told field by field, and lead to their instant', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { timeline } = studio
  const frames = new Frames(page)
  await timeline.runPast(40)
  await frames.open()
  await expect.poll(() => frames.rows.count()).toBeGreaterThan(3)

  await frames.only('Protocol', 'LACPDU')
  await frames.only('Where', 'srv-1')
  await expect(frames.rows.first()).toContainText('LACPDU')
  for (const text of await frames.rows.allInnerTexts()) expect(text).toMatch(/srv-1/)

  await frames.rows.first().click()
  await expect(frames.field('Destination')).toHaveText('01:80:c2:00:00:02')
  await expect(frames.field('Actor state')).toContainText('Activity, Short timeout, Aggregation, Synchronization')
  await expect(frames.octets).toContainText('0000  01 80 c2 00 00 02')

  const [, shown] = /instant, ([\d.]+) s/.exec((await frames.showInstant.getAttribute('aria-label')) ?? '') ?? []
  await frames.showInstant.click()
  await expect.poll(() => timeline.clock()).toBeCloseTo(Number(shown), 2)
  await frames.area.getByRole('button', { name: /^Back to the present/ }).click()
  await expect.poll(() => timeline.clock()).toBeGreaterThan(40)
})

test('lost frames say so, and arrows walk the list', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { timeline } = studio
  const frames = new Frames(page)
  await frames.open()
  await frames.only('Where', 'srv-1')
  await frames.only('Protocol', 'LACPDU')
  await studio.canvas.cable(CABLE).click()
  await studio.palette.getByRole('button', { name: 'Make silent' }).click()
  // Seen as they happen: the list follows the run, however far a slow machine lets it go.
  await expect(frames.rows.filter({ hasText: 'lost: the cable is silent this way' }).first()).toBeVisible()
  await timeline.stop()
  await frames.rows.last().focus()
  await page.keyboard.press('ArrowUp')
  await expect(frames.rows.nth(-2)).toBeFocused()
})

test('the run is saved as pcapng, of one device and with probes', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { timeline } = studio
  const frames = new Frames(page)
  await timeline.runPast(3)
  await frames.open()
  const all = await studio.downloadBy(() => frames.save.click())
  expect(all.name).toMatch(/\.pcapng$/)
  const everything = readPcapng(all.bytes)
  expect(protocols(everything)).toEqual(new Set(['lacp', 'bpdu', 'keepalive', 'peer-sync']))
  expect(everything.packets.at(-1)?.at).toBeGreaterThan(2_000_000)

  await frames.only('Where', 'srv-1')
  await frames.area.getByRole('checkbox', { name: 'with probes' }).check()
  const one = readPcapng((await studio.downloadBy(() => frames.save.click())).bytes)
  expect(one.interfaces).toHaveLength(4)
  expect(protocols(one)).toContain('probe')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing in the list and in the fields of a frame', async ({ page }) => {
      const studio = new Studio(page)
      await studio.open()
      const frames = new Frames(page)
      await studio.canvas.cable(CABLE).click()
      await studio.palette.getByRole('button', { name: 'Make silent' }).click()
      await studio.timeline.runPast(8)
      await frames.open()
      await frames.rows.first().click()
      await expect(frames.octets).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).include('[aria-label="Timeline"]').analyze()
      expect(violations).toEqual([])
    })
  })
}

function protocols({ packets }: ReturnType<typeof readPcapng>): ReadonlySet<string> {
  return new Set(packets.map(({ octets }) => decodeFrame(octets).protocol))
}
