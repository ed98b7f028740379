import { expect, test } from '@playwright/test'
import type { Topology } from '../src/core/model/topology.ts'
import { Studio } from './pages/studio.ts'

async function savedTopology(studio: Studio): Promise<Topology> {
  return JSON.parse(await studio.savedText()).design.topology
}

test('names of devices and pair are edited; ids and cables stay', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await studio.select('srv-1')
  await inspector.tab('Configure')
  await inspector.fill('Name', 'database-1')
  await inspector.fill('Label', 'orders')
  await expect(canvas.device('database-1')).toContainText('2 of 2')
  await expect(canvas.port('database-1:eth0')).toHaveAttribute('data-state', 'forwarding')
  await studio.selectPair()
  await inspector.fill('Name', 'row-7')
  await expect(canvas.pairFrame('row-7')).toBeVisible()
  const { devices, domains } = await savedTopology(studio)
  expect(devices.find(({ id }) => id === 'srv-1')).toMatchObject({ name: 'database-1', label: 'orders' })
  expect(domains[0]).toMatchObject({ id: 'domain-leafs', name: 'row-7' })
})

test('the platform is chosen on a switch or on the pair, and port names follow', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await studio.select('leaf-a')
  await inspector.tab('Configure')
  await inspector.choose('Platform', 'Arista EOS')
  await canvas.expectStates(['leaf-a:Ethernet1', 'leaf-b:Ethernet1'], 'forwarding')
  await expect(canvas.bond('MLAG 11')).toBeVisible()
  await studio.selectPair()
  await inspector.choose('Platform', 'Cisco NX-OS')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'leaf-b:Ethernet1/1'], 'forwarding')
})

test('a pair: domain id, preferred primary, keepalive addresses and timers, within their ranges', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await studio.selectPair()
  const pair = await inspector.tab('Configure')
  await inspector.fill('Domain id', '42')
  await expect(canvas.pair()).toContainText('vPC domain 42')
  await inspector.choose('Preferred primary', 'leaf-b')
  await expect(canvas.device('leaf-b').getByText('primary', { exact: true })).toBeVisible()
  await expect(canvas.device('leaf-a').getByText('secondary', { exact: true })).toBeVisible()

  await inspector.fill('leaf-a', '10.9.0.1')
  await inspector.fill('leaf-b', '10.9.0.2')
  await inspector.fill('VRF', 'keepalive')
  await inspector.fill('Peer-keepalive interval', '500')
  await inspector.fill('Peer-keepalive timeout', '8')
  await inspector.fill('Peer-keepalive timeout', '2')
  await expect(pair.getByRole('alert')).toHaveText('Peer-keepalive timeout is a whole number from 3 to 20.')
  await page.keyboard.press('Escape')
  await expect(pair.getByRole('alert')).toHaveCount(0)
  await expect(inspector.field('Peer-keepalive timeout')).toHaveValue('8')
  await inspector.fill('leaf-a', '10.9.0.999')
  await expect(pair.getByRole('alert')).toContainText('must be an IPv4 host address')

  expect((await savedTopology(studio)).domains[0]).toMatchObject({
    number: 42,
    preferredPrimary: 'leaf-b',
    keepalive: { addresses: ['10.9.0.1', '10.9.0.2'], vrf: 'keepalive' },
    settings: { numbers: { 'keepalive-timeout-ms': 8000, 'keepalive-interval-ms': 500 } },
  })
})

test('a bond: MLAG id, mode and rate of each end, VLANs, MTU; a cable: link delay', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await canvas.port('leaf-a:Ethernet1/2').click()
  await inspector.tab('Configure')
  const [pairEnd, serverEnd] = [inspector.section('End on leaf-a + leaf-b'), inspector.section('End on srv-2')]
  await inspector.fill('vPC id', '77')
  await expect(canvas.bond('vPC 77')).toBeVisible()
  await inspector.choose('LACP mode', 'Passive', serverEnd)
  await inspector.choose('LACP rate', 'Fast: 1 s, timeout 3 s', pairEnd)
  await inspector.fill('MTU', '9000')
  await inspector.fill('Delay', '250')
  await inspector.fill('Delay', '0')
  await expect(inspector.panel.getByRole('alert')).toHaveText(/^Delay is a whole number from 1 to/)
  await page.keyboard.press('Escape')
  await inspector.choose('VLAN mode', 'Trunk')
  await inspector.fill('Allowed VLANs', '10,20-22')
  await inspector.fill('Native VLAN', '20')
  await canvas.expectStates(['leaf-a:Ethernet1/2', 'srv-2:eth1'], 'forwarding')

  const { bonds, links, vlans } = await savedTopology(studio)
  expect(bonds.find(({ id }) => id === 'bond-srv-2')).toMatchObject({
    mtu: 9000,
    vlans: { mode: 'trunk', native: 20, allowed: [10, 20, 21, 22] },
    ends: [
      { channel: 77, mode: 'active', rate: 'fast' },
      { mode: 'passive', rate: 'slow' },
    ],
  })
  expect(links.find(({ id }) => id === 'link-leaf-a-p2-srv-2')).toMatchObject({ delayUs: 250 })
  expect(vlans.map(({ id }) => id)).toEqual([10, 20, 21, 22])

  // A static end beside an LACP one cannot bundle; with both static the bond works without LACP.
  await inspector.choose('LACP mode', 'Static, no LACP', serverEnd)
  await inspector.choose('LACP mode', 'Static, no LACP', pairEnd)
  await canvas.expectStates(['leaf-a:Ethernet1/2', 'srv-2:eth1'], 'forwarding')
  await expect(await inspector.tab('State')).toContainText('A static bond: no LACP runs here.')
})

test('VLANs of the design are added, named and removed', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { inspector } = studio
  await studio.selectNothing()
  const panel = await inspector.tab('Configure')
  await panel.getByRole('button', { name: 'Add VLAN 11' }).click()
  await inspector.fill('VLAN 11', 'storage')
  expect((await savedTopology(studio)).vlans).toContainEqual({ id: 11, name: 'storage' })
  await inspector.fill('VLAN 11', 'two words')
  await expect(panel.getByRole('alert')).toContainText('may hold letters, digits')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Remove VLAN 11' }).click()
  await expect(inspector.field('VLAN 11')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Remove VLAN 10' }).click()
  await expect(panel.getByRole('alert')).toBeVisible()
  await expect(inspector.field('VLAN 10')).toBeVisible()
})

test('a field that takes no such value says what it takes, and the design keeps the old one', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, inspector } = studio
  await studio.select('srv-1')
  await inspector.tab('Configure')
  for (const name of ['two words', 'srv"1', '<b>srv</b>', 'srv-2', '']) {
    await inspector.fill('Name', name)
    await expect(inspector.panel.getByRole('alert')).toBeVisible()
  }
  await expect(inspector.field('Name')).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await expect(inspector.field('Name')).toHaveValue('srv-1')
  await expect(canvas.device('srv-1')).toBeVisible()
})
