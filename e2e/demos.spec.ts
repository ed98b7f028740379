import { expect, test, type Locator } from '@playwright/test'
import { saveDocument } from '../src/core/model/document.ts'
import { longestOf } from '../src/core/model/longest.ts'
import { networkOf } from '../src/core/model/network.ts'
import type { DirectionView, Outage } from '../src/core/model/runView.ts'
import { READY_MADE } from '../src/core/scenarios/index.ts'
import { fail, S, type ReadyMade } from '../src/core/scenarios/readyMade.ts'
import { scheduleCommand } from '../src/core/sim/commands.ts'
import { settle } from '../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../src/core/sim/simulator.ts'
import { viewOf } from '../src/core/sim/view.ts'
import { basicPair } from '../src/core/templates/basicPair.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { assumedValues } from '../src/core/vendors/assumedValues.ts'
import { withPlatform } from '../src/core/vendors/exporter.ts'
import { PROFILES } from '../src/core/vendors/index.ts'
import { encodeFragment } from '../src/state/shareLink.ts'
import { milliseconds, seconds } from '../src/ui/controls/time.ts'
import { directionName } from '../src/ui/timeline/directionNames.ts'
import { isBroken } from '../src/ui/timeline/outages.ts'
import { Scenarios } from './pages/scenarios.ts'
import { Studio } from './pages/studio.ts'

/** Demonstrations in one page, as many as a test takes in a quarter of a minute. */
const TOGETHER = 4
/** `everyScenario.spec.ts` compares the ends of the long ones. */
const LATEST = 45

const groups = Array.from({ length: Math.ceil(READY_MADE.length / TOGETHER) }, (_, n) =>
  READY_MADE.slice(n * TOGETHER, (n + 1) * TOGETHER),
)

for (const group of groups) {
  test(`demonstrated by clicks, with the figures of a run without a page: ${group.map(({ id }) => id).join(', ')}`, async ({
    page,
  }) => {
    const studio = new Studio(page)
    await studio.open()
    for (const scenario of group) await test.step(scenario.name, () => demonstrated(studio, scenario))
  })
}

test('a value that no source states leads from the outage that rests on it to its field', async ({ page }) => {
  const studio = new Studio(page)
  const { inspector, timeline } = studio
  const design = basicPair.build()
  const topology = withPlatform(design.topology, 'nvidia-cumulus')
  const scenarios = [
    { name: 'off', start: 'settled', steps: [fail(2, 'device-power-off', 'leaf-a')], until: 12 * S },
  ] as const
  await page.goto(`/#${encodeFragment(saveDocument({ ...design, topology, scenarios }))}&s=off&t=12`)
  await expect.poll(() => timeline.clock()).toBe(12)
  await timeline.button('Outages').click()
  await timeline.outages
    .getByRole('button', { name: /, assumed$/ })
    .first()
    .click()
  const change = page
    .getByRole('dialog', { name: 'Outage explained' })
    .getByRole('button', { name: /^Change / })
    .first()
  const [, label = '', pair = ''] = /^Change (.+) of (\S+)$/.exec((await change.getAttribute('aria-label')) ?? '') ?? []
  await change.click()
  await expect(inspector.title).toHaveText(pair)
  await expect(inspector.panel.getByLabel(label, { exact: true })).toBeFocused()
})

/** Opens the template in the gallery, plays the scenario, goes to an instant of it, and reads its outages. */
async function demonstrated(studio: Studio, scenario: ReadyMade): Promise<void> {
  const { page, timeline } = studio
  const scenarios = new Scenarios(page)
  const at = (scenario.shows.findLast((one) => one.at <= LATEST) ?? scenario.shows[0])?.at ?? 0
  await studio.template(templateOf(scenario).title)
  await scenarios.open()
  await scenarios.button(`Play ${scenario.name}`).click()
  await expect(scenarios.dialog).toBeHidden()
  await expect(timeline.pause).toBeVisible()
  await scenarios.open()
  await scenarios.button(`Go to ${at} s of ${scenario.name}`).click()
  await expect(scenarios.dialog).toBeHidden()
  await expect.poll(() => timeline.clock(), { timeout: 60_000 }).toBe(at)
  await expect(timeline.play).toBeVisible()

  const expected = headless(scenario, at)
  if (!(await timeline.outages.isVisible())) await timeline.button('Outages').click()
  await expect.poll(() => rowsOf(timeline.outages)).toEqual(expected.rows)
  if (expected.worst === null) return
  await timeline.outages.getByRole('button', { name: expected.worst.button, exact: true }).click()
  const card = page.getByRole('dialog', { name: 'Outage explained' })
  await expect(card.locator('b').nth(1)).toHaveText(expected.worst.length)
  expect(await phasesIn(card)).toEqual(expected.worst.phases)
  await expect(card.getByRole('list', { name: 'Assumed values it rests on' }).getByRole('listitem')).toHaveText(
    expected.worst.assumed,
  )
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
}

/** The same run without a page, in the words of the page. */
function headless(scenario: ReadyMade, at: number) {
  const { start, steps } = scenario
  const { topology } = templateOf(scenario).build()
  const net = networkOf(topology)
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs: 1_000, quiet: start === 'settled' })
  if (start === 'settled') settle(sim)
  for (const { at: when, command } of steps) expect(scheduleCommand(sim, when, command)).toEqual({ ok: true })
  runUntil(sim, sim.zero + at * S)
  const view = viewOf(sim)
  const length = ({ endAt, startAt }: Outage): number => (endAt ?? view.now) - startAt
  const words = (outage: Outage): string =>
    `${milliseconds(length(outage))}${outage.endAt === null ? ' so far' : ''}${outage.assumed ? ', assumed' : ''}`
  const nameOf = ({ flow, direction }: DirectionView): string => directionName(net, `${flow}:${direction}`)
  const all = view.directions.flatMap((one) => one.outages.map((outage) => ({ name: nameOf(one), outage })))
  const worst = all.toSorted((a, b) => length(b.outage) - length(a.outage))[0]
  return {
    rows: view.directions.map((one) => {
      const { shown, others } = longestOf(one.outages, length)
      return {
        name: nameOf(one),
        state: isBroken(one) ? 'broken' : 'ok',
        outages: shown.map(words),
        others,
        sent: String(one.sent),
        lost: String(one.lost),
      }
    }),
    worst: worst === undefined ? null : { ...carded(worst.name, worst.outage), length: lengthIn(words(worst.outage)) },
  }

  function carded(name: string, outage: Outage) {
    const phase = (us: number | null): string => (us === null ? 'not yet' : milliseconds(us))
    return {
      button: `Outage of ${name} at ${seconds(outage.startAt)} s: ${words(outage)}`,
      phases: {
        began: `${seconds(outage.startAt)} s`,
        detect: phase(outage.detectUs),
        decide: phase(outage.decideUs),
        restore: phase(outage.restoreUs),
      },
      assumed: assumedValues(net, PROFILES, outage).map(({ label, value }) => new RegExp(`^${label}: ${value} `)),
    }
  }
}

function templateOf({ template }: ReadyMade) {
  const found = TEMPLATES.find(({ id }) => id === template)
  if (found === undefined) throw new Error(`There is no template ${template}`)
  return found
}

function lengthIn(words: string): string {
  return words.replace(', assumed', '')
}

/** What the list of outages says of every flow direction. */
async function rowsOf(outages: Locator) {
  return outages.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.children].map((cell) => cell.textContent)
      return {
        name: cells[0],
        state: cells[1],
        outages: [...row.querySelectorAll('button')].map((button) => button.textContent),
        others: Number(/and (\d+) more/.exec(row.textContent ?? '')?.[1] ?? 0),
        sent: cells.at(-2),
        lost: cells.at(-1),
      }
    }),
  )
}

async function phasesIn(card: Locator): Promise<Record<string, string>> {
  const words = await card.locator('dt').allTextContents()
  const figures = await card.locator('dt + dd').allTextContents()
  return Object.fromEntries(words.map((word, n) => [word, figures[n] ?? '']))
}
