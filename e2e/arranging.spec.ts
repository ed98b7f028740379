import { expect, test } from '@playwright/test'
import { saveDocument } from '../src/core/model/document.ts'
import { addBondedServer } from '../src/core/model/growDesign.ts'
import type { Design } from '../src/core/model/design.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { NAMINGS } from '../src/core/vendors/platforms.ts'
import { encodeFragment } from '../src/state/shareLink.ts'
import { boxOf, FACE } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

test('a mess becomes tiers: management above the pair, peers side by side, servers below; undo brings the mess back', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, toolbar } = studio
  const at = async (name: string) => boxOf(canvas.device(name))
  const orphan = await at('orphan-a')
  await canvas.drag({ x: orphan.x + 60, y: orphan.y + 20 }, { x: orphan.x + 200, y: orphan.y - 120 })
  await expect.poll(async () => (await at('orphan-a')).y).toBeLessThan(orphan.y - 60)
  await toolbar.getByRole('button', { name: 'Layout: the design in tiers' }).click()
  await expect(status).toContainText('Laid out 7 devices in tiers')
  const [mgmt, a, b, left, right, low] = await Promise.all(
    ['mgmt-1', 'leaf-a', 'leaf-b', 'srv-1', 'srv-2', 'orphan-a'].map(at),
  )
  expect([a!.y, low!.y, right!.y]).toEqual([b!.y, left!.y, left!.y])
  expect(mgmt!.y + mgmt!.height).toBeLessThan(a!.y)
  expect(a!.y + a!.height).toBeLessThan(left!.y)
  expect(a!.x + a!.width).toBeLessThan(b!.x)
  await canvas.expectStates(['srv-1:eth0', 'srv-2:eth1'], 'forwarding')
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: lay out 7 devices')
})

test('servers that are too many for a row stand in rows below their pair, and a second layout changes nothing', async ({
  page,
}) => {
  const studio = new Studio(page)
  await page.goto(`/#${encodeFragment(saveDocument(withServers(10)))}`)
  const { canvas, status, toolbar } = studio
  await expect(canvas.servers).toHaveCount(14)
  const layOut = async (): Promise<readonly string[]> => {
    await toolbar.getByRole('button', { name: 'Layout: the design in tiers' }).click()
    await expect(status).toContainText('Laid out 17 devices in tiers')
    const design = JSON.parse(await studio.savedText())
    return Object.entries(design.design.layout).map(([id, at]) => `${id} ${JSON.stringify(at)}`)
  }
  const places = await layOut()
  const rows = new Set(places.flatMap((place) => /^(?:srv|orphan).*"y":(-?\d+)/.exec(place)?.[1] ?? []))
  expect(rows.size).toBe(3)
  const [a, b] = await Promise.all([boxOf(canvas.device('leaf-a')), boxOf(canvas.device('leaf-b'))])
  expect(a.y).toBe(b.y)
  expect(await layOut()).toEqual(places)
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: lay out 17 devices')
})

test('several things are aligned and distributed, by bar and by key, as one step', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  await studio.select('srv-1')
  await page.keyboard.press('Shift+ArrowDown')
  for (const name of ['srv-2', 'orphan-b']) await canvas.device(name).click({ position: FACE, modifiers: ['Shift'] })
  await expect(inspector.title).toHaveText('3 selected')
  const at = async (name: string) => boxOf(canvas.device(name))
  const bar = page.getByRole('toolbar', { name: 'For what is selected' })
  await bar.getByRole('button', { name: 'Align bottom edges' }).click()
  await expect(status).toContainText('Align bottom edges: 3 things')
  await expect.poll(async () => (await at('srv-2')).y - (await at('srv-1')).y).toBe(0)
  await page.keyboard.press('Alt+h')
  await expect(status).toContainText('Distribute horizontally: 3 things')
  const [a, b, c] = await Promise.all(['srv-1', 'srv-2', 'orphan-b'].map(at))
  expect(Math.abs(b!.x - a!.x - (c!.x - b!.x))).toBeLessThanOrEqual(2)
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone: distribute horizontally')
})

/** The leaf pair with so many more bonded servers, all in one place. */
function withServers(more: number): Design {
  const pair = TEMPLATES.find(({ id }) => id === 'basic-pair')!.build()
  const domain = pair.topology.domains[0]!.id
  return Array.from({ length: more }).reduce<Design>((design) => {
    const result = addBondedServer(design, domain, { x: 0, y: 640 }, { namings: NAMINGS })
    return result.ok ? result.design : design
  }, pair)
}
