import { expect, test, type Locator } from '@playwright/test'
import { FACE } from './pages/canvas.ts'
import { Studio } from './pages/studio.ts'

/** A peer's role as it acts, however it came to it. */
const PRIMARY = /^(operational )?primary$/
const SECONDARY = /^(operational )?secondary$/
const CABLE = 'link-leaf-a-p1-srv-1'

interface Way {
  readonly label: string
  readonly on: 'cable' | 'pair' | 'device'
  /** Where its mark shows: an attribute of a cable or device. */
  readonly mark: (studio: Studio) => readonly [where: Locator, attribute: string, value: string]
}

const cableLook = (cable: string, look: string) => (studio: Studio) =>
  [studio.canvas.cable(cable), 'data-look', look] as const

const FAILURES: Readonly<Record<string, Way>> = {
  'link-cut': { label: 'Cut', on: 'cable', mark: cableLook(CABLE, 'cut') },
  'link-one-way': { label: 'Lose light one way', on: 'cable', mark: cableLook(CABLE, 'one-way') },
  'link-silent': { label: 'Make silent', on: 'cable', mark: cableLook(CABLE, 'silent') },
  'peer-link-down': { label: 'Peer-link down', on: 'pair', mark: cableLook('link-leaf-a-p53-leaf-b', 'cut') },
  'keepalive-down': { label: 'Keepalive down', on: 'pair', mark: cableLook('link-leaf-a-m1-mgmt-1', 'cut') },
  'device-power-off': {
    label: 'Power off',
    on: 'device',
    mark: ({ canvas }) => [canvas.device('leaf-a').locator('[data-power]'), 'data-power', 'off'],
  },
}

for (const [id, { label, on, mark }] of Object.entries(FAILURES)) {
  test(`${id}: from the menu, the inspector and the palette, and repaired there`, async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    const { canvas, inspector, palette, status } = studio
    const [where, attribute, value] = mark(studio)
    const broken = async () => {
      await expect(where).toHaveAttribute(attribute, value)
      await expect(status).toContainText('1 failure active')
    }
    const repaired = async () => {
      await expect(where).not.toHaveAttribute(attribute, value)
      await expect(status).toContainText('no failure active')
    }
    // Behind some names stands a shortcut.
    const itself = new RegExp(`^${label}\\s*X?$`)
    const menu = async () => {
      if (on === 'cable') return canvas.menuOf(canvas.cable(CABLE))
      return canvas.menuOf(on === 'pair' ? canvas.pairFrame() : canvas.device('leaf-a'), FACE)
    }

    await (await menu()).getByRole('menuitem', { name: itself }).click()
    await broken()
    await (await menu()).getByRole('menuitem', { name: `Repair: ${label}` }).click()
    await repaired()

    const panel = await inspector.tab('Configure')
    await panel.getByRole('button', { name: new RegExp(`^${label}( …)?$`) }).click()
    // Failures with options ask for them first.
    const go = panel.locator('form').getByRole('button', { name: label, exact: true })
    if (id === 'link-one-way' || id === 'link-silent') await go.click()
    await broken()
    await panel.getByRole('button', { name: `Repair: ${label}` }).click()
    await repaired()

    const button = palette.getByRole('button', { name: itself })
    await button.click()
    await broken()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await button.click()
    await repaired()
  })
}

test('repairing one failure leaves the others; all can be repaired at once', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, status } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await canvas.port('leaf-b:Ethernet1/2').click()
  await page.keyboard.press('x')
  await studio.selectPair()
  await studio.palette.getByRole('button', { name: 'Keepalive down', exact: true }).click()
  await expect(status).toContainText('3 failures active')

  await canvas.port('leaf-a:Ethernet1/1').click()
  await (await inspector.tab('State')).getByRole('button', { name: 'Repair it' }).click()
  await expect(status).toContainText('2 failures active')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'forwarding')
  await canvas.expectStates(['leaf-b:Ethernet1/2', 'srv-2:eth1'], 'down')

  await studio.palette.getByRole('button', { name: 'Repair all' }).click()
  await expect(status).toContainText('no failure active')
  await canvas.expectStates(['leaf-b:Ethernet1/2', 'srv-2:eth1'], 'forwarding')
  await expect(canvas.pair()).toContainText('healthy')
})

test('a cut darkens both ends at once, moves the flows and returns without a second outage', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'down')
  await expect(canvas.device('srv-1')).toContainText('1 of 2')
  await expect(canvas.pair()).toContainText('vPC 11')
  await expect(canvas.bond('vPC 11')).toHaveAttribute('data-state', 'waiting')
  await expect(status).toContainText(/worst outage \d+ ms/)
  // The timeline opens a lane for each direction that was out, and says how long.
  const lanes = timeline.lanes.getByRole('listitem').filter({ hasText: /worst outage \d+ ms/ })
  await expect(lanes.first()).toBeVisible()
  await page.keyboard.press('r')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'forwarding')
  await timeline.stop()
  const written = await timeline.writtenTotals()
  expect(written.length).toBeGreaterThan(0)
  await timeline.button('Outages').click()
  // What the lanes have in paint is what the list says in words.
  for (const [direction, total] of written)
    await expect(timeline.outagesOf(direction).getByRole('button')).toHaveText(total)
  const out = timeline.outages.getByRole('row').filter({ has: page.getByRole('button', { name: /^Outage of / }) })
  await expect(out.first()).toBeVisible()
  for (const row of await out.all()) {
    await expect(row.getByRole('button')).toHaveCount(1)
    expect(await lengthOf(row.getByRole('button'))).toBeLessThan(1000)
  }
})

test('a silent cable keeps its light: LACP alone finds out, after three seconds at the fast rate', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, timeline } = studio
  await canvas.cable(CABLE).click()
  await studio.palette.getByRole('button', { name: 'Make silent' }).click()
  await expect(canvas.cable(CABLE)).toHaveAttribute('data-look', 'silent')
  await expect(canvas.port('srv-1:eth0')).not.toHaveAttribute('data-state', 'forwarding')
  await expect(canvas.port('srv-1:eth0')).not.toHaveAttribute('data-state', 'down')
  await timeline.runPast((await timeline.clock()) + 2)
  await timeline.button('Outages').click()
  const closed = timeline.outageButtons
  await expect(closed.first()).toBeVisible()
  for (const outage of await closed.all()) {
    expect(await lengthOf(outage)).toBeGreaterThan(1900)
    expect(await lengthOf(outage)).toBeLessThan(3100)
  }
  await studio.status.getByRole('button', { name: 'Repair all' }).click()
  await timeline.play.click()
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'forwarding')
})

test('peer-link down: the secondary suspends its members, and only it; after repair it waits the delay restore', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await studio.selectPair()
  await (await inspector.tab('Configure')).getByRole('button', { name: 'Peer-link down', exact: true }).click()
  await canvas.expectStates(['leaf-b:Ethernet1/1', 'leaf-b:Ethernet1/2'], 'suspended')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-a:Ethernet1/2'], 'forwarding')
  await expect(canvas.pair()).toContainText(/leaf-b: vPC members suspended/)
  await expect(canvas.pair()).toContainText('Step 4 of 4')
  await canvas.port('leaf-b:Ethernet1/1').click()
  await expect(await inspector.tab('State')).toContainText('Why it is suspended')

  await studio.status.getByRole('button', { name: 'Repair all' }).click()
  await expect(canvas.pair()).toContainText('delay restore')
  await timeline.runPast((await timeline.clock()) + 45)
  await expect(canvas.pair()).toContainText('healthy')
  await canvas.expectStates(['leaf-b:Ethernet1/1', 'leaf-b:Ethernet1/2'], 'forwarding')
})

test('keepalive down, then the peer-link: dual-active, and the page says so', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector, timeline } = studio
  await timeline.stop()
  await studio.selectPair()
  await studio.palette.getByRole('button', { name: 'Keepalive down', exact: true }).click()
  await timeline.runPast(8)
  await expect(canvas.pair()).toContainText(/keepalive/)
  await studio.palette.getByRole('button', { name: 'Peer-link down', exact: true }).click()
  await timeline.runPast(25)
  await expect(canvas.pair()).toContainText('Both peers act as primary')
  await expect(canvas.device('leaf-b').getByText(PRIMARY)).toBeVisible()
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1'], 'forwarding')
  await inspector.tab('State')
  await expect(inspector.section('Between the peers')).toContainText('yes: both act as primary')
  await expect(inspector.section('What leaf-a believes')).toContainText(/lost|unknown/)
})

test('power off: every flow and direction says its outage in ms; roles swap and stay swapped', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await studio.select('leaf-a')
  await page.keyboard.press('x')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'down')
  await timeline.runPast(15)
  await expect(canvas.device('leaf-b').getByText(PRIMARY)).toBeVisible()
  await timeline.button('Outages').click()
  const rows = timeline.outages.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows).toHaveCount(14)
  // The orphan of the dead switch is out until it returns.
  await expect(timeline.outagesOf('srv-1 → orphan-a')).toContainText(/broken.*\d+ ms so far/)
  await expect(timeline.outagesOf('orphan-a → srv-1')).toContainText(/broken.*\d+ ms so far/)
  await expect(status).toContainText(/[1-9]\d* broken/)
  for (const direction of ['srv-1 → srv-2 #1', 'srv-2 → srv-1 #1']) {
    const outage = timeline.outagesOf(direction).getByRole('button')
    await expect(outage).toHaveCount(1)
    expect(await lengthOf(outage)).toBeLessThan(1000)
  }

  await page.keyboard.press('r')
  await timeline.runPast(90)
  await expect(canvas.pair()).toContainText('healthy')
  await expect(canvas.device('leaf-b').getByText(PRIMARY)).toBeVisible()
  await expect(canvas.device('leaf-a').getByText(SECONDARY)).toBeVisible()
  await expect(status).toContainText('0 broken')
  await expect(timeline.outagesOf('srv-1 → srv-2 #1').getByRole('button')).toHaveCount(1)
})

test('an outage opens into detect, decide and restore, which add up', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, timeline } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await expect(studio.status).toContainText(/worst outage \d+ ms/)
  await timeline.stop()
  await timeline.button('Outages').click()
  const outage = timeline.outageButtons.first()
  const whole = await lengthOf(outage)
  await outage.click()
  const card = page.getByRole('dialog', { name: 'Outage explained' })
  await expect(card).toContainText(/began/)
  await expect(card).toContainText(/carrier|light|cut/i)
  const parts = await Promise.all(
    ['detect', 'decide', 'restore'].map((word) => lengthOf(card.locator('dt', { hasText: word }).locator('+ dd'))),
  )
  // Each part is rounded to a millisecond of its own.
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole)).toBeLessThanOrEqual(2)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})

/** Milliseconds that an element's text names first. */
async function lengthOf(element: Locator): Promise<number> {
  const text = await element.innerText()
  return Number(/([\d\u2009]+) ms/.exec(text)?.[1]?.replaceAll('\u2009', ''))
}
