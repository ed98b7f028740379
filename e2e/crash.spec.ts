import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

test('a crash of the simulation is shown with its last command, the design is safe, and it runs again', async ({
  page,
}) => {
  let broken = true
  // Makes the real worker throw when a cable is cut, as a defect in it would.
  await page.route(/sim\.worker.*\.js/, async (route) => {
    const response = await route.fetch()
    const body = await response.text()
    const trap = `const has=Map.prototype.set;addEventListener('message',({data})=>{if(data.type==='do')Map.prototype.set=()=>{throw new Error('trapped')};else Map.prototype.set=has},true);`
    await route.fulfill({ response, body: broken ? trap + body : body })
  })
  const studio = new Studio(page)
  await studio.open()
  await studio.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The simulation stopped')
  await expect(alert).toContainText('trapped')
  const download = page.waitForEvent('download')
  await alert.getByRole('button', { name: 'Save report' }).click()
  expect((await download).suggestedFilename()).toMatch(/report/)
  await expect(studio.device('srv-1')).toBeVisible()
  broken = false
  await alert.getByRole('button', { name: 'Run again' }).click()
  await expect(studio.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
})
