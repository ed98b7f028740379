import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

async function emptySheet(studio: Studio): Promise<void> {
  await studio.open()
  await studio.page.getByRole('button', { name: 'File', exact: true }).click()
  await studio.page.getByRole('menuitem', { name: 'New design' }).click()
  await expect(studio.canvas.getByRole('group')).toHaveCount(0)
}

/** Drags from the free-port handle of one device to another. */
async function connect(studio: Studio, from: string, to: string): Promise<void> {
  await studio.device(from).hover()
  const handle = await studio.page.getByTestId(`connect-${from}`).first().boundingBox()
  const target = await studio.device(to).boundingBox()
  if (handle === null || target === null) throw new Error(`${from} or ${to} is not on the canvas`)
  const { mouse } = studio.page
  await mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await mouse.down()
  await mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 })
  await mouse.up()
}

test('two switches, paired, with a server on both and a keepalive, come up and forward', async ({ page }) => {
  const studio = new Studio(page)
  await emptySheet(studio)
  const drag = async (item: RegExp, x: number, y: number) =>
    studio.palette.getByRole('button', { name: item }).dragTo(studio.canvas, { targetPosition: { x, y } })
  await drag(/^Switch/, 260, 200)
  // The second one by clicking here and then there.
  await studio.palette.getByRole('button', { name: /^Switch/ }).click()
  await studio.canvas.click({ position: { x: 660, y: 200 } })
  const switches = studio.canvas.getByRole('group', { name: /, switch$/ })
  await expect(switches).toHaveCount(2)
  const names = await switches.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label')?.split(',')[0] ?? ''),
  )
  const [first = '', second = ''] = names

  await studio.select(first)
  await (await studio.tab('Configure')).getByRole('button', { name: `Pair with ${second}` }).click()
  await expect(studio.canvas.getByRole('button', { name: /^cable .* member of peer-link/ })).toHaveCount(2)

  await drag(/^Server/, 460, 460)
  const server =
    (await studio.canvas.getByRole('group', { name: /, server$/ }).getAttribute('aria-label'))?.split(',')[0] ?? ''
  await connect(studio, server, first)
  await expect(studio.canvas.getByRole('button', { name: /^cable .*, (orphan|single cable)/ })).toHaveCount(1)
  await connect(studio, server, second)
  const legs = studio.canvas.getByRole('button', { name: /^cable .* member of vPC \d+/ })
  await expect(legs).toHaveCount(2)

  // A third cable between the peers joins the peer-link until it is told to be the keepalive.
  await connect(studio, first, second)
  await expect(studio.canvas.getByRole('button', { name: /^cable .* member of peer-link/ })).toHaveCount(3)
  await (await studio.tab('Configure')).getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Keepalive' })
  await expect(studio.canvas.getByRole('button', { name: /^cable .*, keepalive/ })).toHaveCount(1)

  await studio.runPast(5)
  for (const leg of [0, 1]) await expect(legs.nth(leg)).toHaveAccessibleName(/forwarding$/)
})

test('roles of a cable: bond member, by itself, member again', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.cable('link-leaf-a-p1-srv-1').click()
  const role = (await studio.tab('Configure')).getByRole('combobox', { name: 'Role' })
  await role.selectOption({ label: 'By itself' })
  await expect(studio.cable('link-leaf-a-p1-srv-1')).toHaveAccessibleName(/orphan/)
  await role.selectOption({ label: 'Member of vPC 11' })
  await expect(studio.cable('link-leaf-a-p1-srv-1')).toHaveAccessibleName(/member of vPC 11/)
})

test('everything is edited in the inspector: names, ids, addresses, timers, VLANs, modes, rates, MTU, delay', async ({
  page,
}) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.selectPair()
  const pair = await studio.tab('Configure')
  await studio.fill('Domain id', '42')
  await expect(studio.pair()).toContainText('vPC domain 42')
  await pair.getByRole('combobox', { name: 'Preferred primary' }).selectOption({ label: 'leaf-b' })
  await expect(studio.device('leaf-b')).toContainText('primary')
  await studio.fill('leaf-a', '10.9.0.1')
  await studio.fill('Peer-keepalive timeout', '8')

  await studio.port('leaf-a:Ethernet1/2').click()
  const cable = await studio.tab('Configure')
  await studio.fill('vPC id', '77')
  await expect(studio.page.getByTestId('bond-vPC 77')).toBeVisible()
  await studio.fill('MTU', '9000')
  await studio.fill('Delay', '250')
  await cable.getByRole('combobox', { name: 'LACP mode' }).last().selectOption({ label: 'Passive' })
  await cable
    .getByRole('combobox', { name: 'LACP rate' })
    .first()
    .selectOption({ label: 'Fast: every 1 s, timeout 3 s' })
  await cable.getByRole('combobox', { name: 'VLAN mode' }).selectOption({ label: 'Trunk' })

  const saved = JSON.parse(await studio.savedText())
  const { domains, bonds, links } = saved.design.topology
  expect(domains[0]).toMatchObject({
    number: 42,
    preferredPrimary: 'leaf-b',
    keepalive: { addresses: ['10.9.0.1', '192.168.0.12'] },
    settings: { numbers: { 'keepalive-timeout-ms': 8000 } },
  })
  const bond = bonds.find(({ id }: { id: string }) => id === 'bond-srv-2')
  expect(bond).toMatchObject({ mtu: 9000, vlans: { mode: 'trunk' } })
  expect(bond.ends[0]).toMatchObject({ channel: 77, rate: 'fast' })
  expect(bond.ends[1]).toMatchObject({ mode: 'passive', rate: 'slow' })
  expect(links.find(({ id }: { id: string }) => id === 'link-leaf-a-p2-srv-2')).toMatchObject({ delayUs: 250 })
})

test('move, delete, undo and redo', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const box = await studio.device('orphan-a').boundingBox()
  if (box === null) throw new Error('orphan-a is not on the canvas')
  await page.mouse.move(box.x + 60, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 110, { steps: 6 })
  await page.mouse.up()
  await expect
    .poll(async () => Math.round((await studio.device('orphan-a').boundingBox())?.y ?? 0))
    .toBeGreaterThan(box.y + 40)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect
    .poll(async () => Math.round((await studio.device('orphan-a').boundingBox())?.y ?? 0))
    .toBe(Math.round(box.y))

  await studio.select('srv-2')
  await page.keyboard.press('Delete')
  await expect(studio.device('srv-2')).toHaveCount(0)
  await expect(studio.page.getByTestId('bond-vPC 12')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(studio.device('srv-2')).toBeVisible()
  await expect(studio.port('srv-2:eth0')).toHaveAttribute('data-state', 'forwarding')
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(studio.device('srv-2')).toHaveCount(0)
})

test('a connection that cannot be is refused with its reason', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await connect(studio, 'srv-1', 'srv-2')
  await expect(studio.canvas.getByRole('button', { name: /^cable .*srv-1.*srv-2/ })).toHaveCount(0)
  await expect(studio.status.getByRole('status')).not.toHaveText('')
})
