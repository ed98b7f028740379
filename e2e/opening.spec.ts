import { expect, test } from '@playwright/test'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { Studio } from './pages/studio.ts'

test('the page opens on a living pair that has already converged', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  await expect(studio.pair()).toContainText('healthy')
  await expect(studio.device('leaf-a')).toContainText('primary')
  await expect(studio.device('leaf-b')).toContainText('secondary')
  for (const server of ['srv-1', 'srv-2']) await expect(studio.device(server)).toContainText('2 of 2')
  await expect(studio.status).toContainText('flows 14 ok')
  await expect(studio.timeline.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => studio.clock()).toBeGreaterThan(0.5)
})

for (const template of TEMPLATES) {
  test(`template ${template.id} opens and stands as it declares`, async ({ page }) => {
    const studio = new Studio(page)
    await studio.open()
    await studio.palette.getByRole('button', { name: template.title, exact: true }).click()
    const { topology } = template.build()
    for (const { device, bond, distributing } of template.endState.lags) {
      const ports = topology.bonds
        .filter(({ id }) => id === bond)
        .flatMap(({ members }) => topology.links.filter(({ id }) => members.includes(id)))
        .flatMap(({ ends }) => topology.ports.filter((port) => port.device === device && ends.includes(port.id)))
      const host = topology.devices.find(({ id }) => id === device)?.kind === 'host'
      const all = host ? topology.ports.filter((port) => port.device === device) : ports
      const names = all.map((port) => `${topology.devices.find(({ id }) => id === device)?.name}:${port.name}`)
      await expect
        .poll(async () => {
          const states = await Promise.all(names.map((name) => studio.port(name).getAttribute('data-state')))
          // A blocked port-channel distributes as far as LACP is concerned.
          return states.filter((state) => state === 'forwarding' || state === 'blocked').length
        })
        .toBe(distributing)
    }
    const domains = template.endState.domains.length
    await expect(studio.canvas.getByText('healthy')).toHaveCount(domains)
    await expect(studio.status).toContainText('0 broken')
  })
}
