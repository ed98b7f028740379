import { expect, test } from '@playwright/test'
import type { Template } from '../src/core/templates/template.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import type { BondId, DeviceId } from '../src/core/model/ids.ts'
import { Studio } from './pages/studio.ts'

const BASIC = TEMPLATES[0]!
/** Pairs of one and of two levels, and none; unit tests run all templates to what they declare. */
const DRAWN = ['core-distribution', 'multi-tenant', 'two-plain-lags']

test('the page opens on a living pair that has already converged', async ({ page, baseURL }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const studio = new Studio(page)
  await studio.open()
  const { canvas, timeline, status } = studio

  await expect(canvas.pair()).toContainText('healthy')
  await expect(canvas.pair()).toContainText('Step 3 of 4, active-active')
  await expect(canvas.device('leaf-a')).toContainText('primary')
  await expect(canvas.device('leaf-b')).toContainText('secondary')
  for (const server of ['srv-1', 'srv-2']) await expect(canvas.device(server)).toContainText('2 of 2')
  for (const bond of ['Po10 peer-link', 'vPC 11', 'vPC 12'])
    await expect(canvas.bond(bond)).toHaveAttribute('data-state', 'forwarding')
  await expect(canvas.cables).toHaveCount(BASIC.build().topology.links.length)
  for (const cable of await canvas.cables.all()) await expect(cable).toHaveAttribute('data-state', 'forwarding')

  await expect(status).toContainText('0 errors')
  await expect(status).toContainText('flows 14 ok')
  await expect(status).toContainText('0 broken')
  await expect(status).toContainText('worst outage none')
  await expect(timeline.pause).toBeVisible()
  await expect.poll(() => timeline.clock()).toBeGreaterThan(0.5)

  expect(asked.filter((url) => !url.startsWith(baseURL ?? '') && !url.startsWith('blob:'))).toEqual([])
})

test('every member cable of the example carries a flow', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await studio.timeline.stop()
  const members = BASIC.build()
    .topology.bonds.filter(({ id }) => id !== 'bond-peer-link')
    .flatMap((bond) => bond.members)
  expect(members).toHaveLength(4)
  for (const link of members) {
    await studio.canvas.cable(link).click()
    await studio.inspector.tab('State')
    await expect(studio.inspector.section('Flows here now').getByRole('listitem').first()).toBeVisible()
  }
})

for (const template of TEMPLATES.filter(({ id }) => DRAWN.includes(id))) {
  test(`template ${template.id} opens and stands as it declares`, async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    await studio.template(template.title)

    const { lags, domains, blocked = [] } = template.endState
    for (const { device, bond, distributing } of lags) {
      const ports = portsOf(template, device, bond)
      const shut = blocked.some((other) => other.device === device && other.bond === bond)
      await expect
        .poll(async () => {
          const states = await studio.canvas.states(ports)
          return states.filter((state) => state === (shut ? 'blocked' : 'forwarding')).length
        })
        .toBe(distributing)
    }
    await expect(studio.canvas.area.getByText('healthy', { exact: true })).toHaveCount(domains.length)
    const directions = template.build().topology.flows.length * 2
    await expect(studio.status).toContainText(`flows ${directions} ok`)
    await expect(studio.status).toContainText('0 broken')
  })
}

/**
 * Ports with which a device ends a bond. A host between two switches that are no pair has one bond to each, of which
 * either may win: there all of its ports count.
 */
function portsOf(template: Template, device: DeviceId, bond: BondId): readonly string[] {
  const { topology } = template.build()
  const drawn = topology.devices.find(({ id }) => id === device)
  const bonds = topology.bonds.filter(({ id, ends }) =>
    drawn?.kind === 'host' ? ends.some(({ at }) => 'device' in at && at.device === device) : id === bond,
  )
  const members = bonds.flatMap((one) => one.members)
  const ends = topology.links.filter(({ id }) => members.includes(id)).flatMap((link) => link.ends)
  return topology.ports
    .filter((port) => port.device === device && ends.includes(port.id))
    .map(({ name }) => `${drawn?.name ?? ''}:${name}`)
}
