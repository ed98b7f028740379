import { expect, test, type Locator } from '@playwright/test'
import { FAILURES, type Failure } from '../src/core/sim/failures/index.ts'
import { Studio } from './pages/studio.ts'

type Mark = (studio: Studio) => readonly [where: Locator, attribute: string, value: string]

const looks =
  (cable: string, look: string): Mark =>
  ({ canvas }) => [canvas.cable(cable), 'data-look', look]
const marked =
  (cable: string): Mark =>
  ({ canvas }) => [canvas.cable(cable), 'data-marked', 'true']
const says =
  (device: string, word: string): Mark =>
  ({ canvas }) => [canvas.device(device).locator('[data-power]'), 'data-condition', word]

const LEG = 'link-leaf-a-p1-srv-1'
const PEER_LINK = 'link-leaf-a-p53-leaf-b'
const KEEPALIVE = 'link-leaf-a-m1-mgmt-1'
const UPLINK = 'link-leaf-a-p49-core-1'

/** Every failure of the catalog: what is selected, and by what the canvas tells that it is there. */
const MARKS: Readonly<Record<string, readonly [on: string, mark: Mark]>> = {
  'link-cut': ['cable', looks(LEG, 'cut')],
  'link-one-way': ['cable', looks(LEG, 'one-way')],
  'link-silent': ['cable', looks(LEG, 'silent')],
  'link-loss': ['cable', looks(LEG, 'loss')],
  'link-flap': ['cable', looks(LEG, 'flapping')],
  'lacp-drop': ['cable', marked(LEG)],
  'port-shut': ['cable', marked(LEG)],
  'port-err-disable': ['cable', marked(LEG)],
  'cable-in-wrong-port': ['cable', looks(LEG, 'moved')],
  'loop-cable': ['cable', looks(LEG, 'moved')],
  'peer-link-down': ['pair', looks(PEER_LINK, 'cut')],
  'peer-link-member-down': ['pair', looks(PEER_LINK, 'cut')],
  'peer-link-silent': ['pair', looks(PEER_LINK, 'silent')],
  'keepalive-down': ['pair', looks(KEEPALIVE, 'cut')],
  'keepalive-path-down': ['pair', looks(KEEPALIVE, 'cut')],
  'management-switch-off': ['pair', says('mgmt-1', 'off')],
  'peer-link-then-keepalive': ['pair', looks(PEER_LINK, 'cut')],
  'keepalive-then-peer-link': ['pair', looks(KEEPALIVE, 'cut')],
  'mac-sync-lost': ['pair', says('leaf-a', 'MAC sync')],
  'device-power-off': ['leaf-b', says('leaf-b', 'off')],
  'device-reload': ['leaf-b', says('leaf-b', 'boot')],
  'control-plane-hang': ['leaf-b', says('leaf-b', 'hung')],
  'device-freeze': ['leaf-b', says('leaf-b', 'frozen')],
  'mlag-agent-crash': ['leaf-b', says('leaf-b', 'agent')],
  'config-drift': ['leaf-b', says('leaf-b', 'drift')],
  'same-mac': ['srv-1', says('srv-1', 'same MAC')],
  'uplink-down': ['uplink', looks(UPLINK, 'cut')],
  'uplinks-lost': ['leaf-a', looks(UPLINK, 'cut')],
}

test('the walk knows every failure of the catalog', () => {
  expect(Object.keys(MARKS).toSorted()).toEqual(FAILURES.map(({ id }) => id).toSorted())
})

test('every failure of a cable: its button, its mark, its repair', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await walk(studio, 'cable')
})

test('every failure of a pair: its button, its mark, its repair', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  await walk(studio, 'pair')
})

test('every failure of a device: its button, its mark, its repair', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  for (const device of ['srv-1', 'leaf-b']) {
    await studio.select(device)
    await walk(studio, device)
  }
})

test('uplinks: one and all of a switch', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.template('Pair with uplinks')
  await studio.expectRunning()
  await studio.canvas.port('leaf-a:Ethernet1/49').click()
  await walk(studio, 'uplink')
  await studio.select('leaf-a')
  await walk(studio, 'leaf-a')
})

/** Does and repairs every failure of what is selected by its button in the palette. */
async function walk(studio: Studio, on: string): Promise<void> {
  for (const failure of FAILURES) {
    const [where, mark] = MARKS[failure.id] ?? []
    if (where === on && mark !== undefined) await once(studio, failure, mark(studio))
  }
}

async function once({ palette, status }: Studio, { label, story }: Failure, mark: ReturnType<Mark>): Promise<void> {
  const [where, attribute, value] = mark
  const button = palette.getByRole('button', { name: new RegExp(`^${label}\\s*X?$`) })
  await expect(button).toHaveAttribute('title', story)
  await button.click()
  await expect(where).toHaveAttribute(attribute, value)
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(status).toContainText('1 failure active')
  await button.click()
  await expect(where).not.toHaveAttribute(attribute, value)
  await expect(status).toContainText('no failure active')
}
