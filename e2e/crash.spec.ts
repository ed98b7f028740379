import { expect, test } from '@playwright/test'
import { Studio } from './pages/studio.ts'

/** Makes the worker throw at the first command on the run, as a defect in it would. */
const TRAP = `{
  const set = Map.prototype.set
  addEventListener('message', ({ data }) => {
    Map.prototype.set = data.type === 'do' ? () => { throw new Error('a trap for the test') } : set
  }, true)
}\n`

test('a crash of the simulation is shown with its last command; the design is safe and runs again', async ({
  page,
}) => {
  let broken = true
  await page.route(/sim\.worker.*\.js/, async (route) => {
    const response = await route.fetch()
    const script = await response.text()
    await route.fulfill({ response, body: broken ? TRAP + script : script })
  })
  const studio = new Studio(page)
  await studio.open()
  const before = await studio.savedText()
  await studio.canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')

  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The simulation stopped')
  await expect(alert).toContainText('a trap for the test')
  await expect(alert).toContainText('after “fail link-cut leaf-a:Ethernet1/1”')
  await expect(alert).toContainText('Your design is saved.')
  const report = await studio.downloadBy(() => alert.getByRole('button', { name: 'Save report' }).click())
  expect(report.name).toBe('mlag-studio-report.json')
  expect(JSON.parse(report.bytes.toString('utf8'))).toMatchObject({
    product: 'MLAG Studio',
    message: expect.stringContaining('a trap for the test'),
    stack: expect.stringContaining('Error'),
    lastCommand: { type: 'do', command: { type: 'fail', failure: 'link-cut', target: 'leaf-a:Ethernet1/1' } },
    run: { start: 'settled', commands: [] },
    design: { title: 'Leaf pair' },
  })

  expect(await studio.savedText()).toBe(before)
  broken = false
  await alert.getByRole('button', { name: 'Run again' }).click()
  await expect(alert).toHaveCount(0)
  await studio.expectRunning()
  await expect(studio.timeline.pause).toBeVisible()
  await page.keyboard.press('x')
  await expect(studio.canvas.port('srv-1:eth0')).toHaveAttribute('data-state', 'down')
})

test('a simulation that cannot start says so; the design can be drawn and saved all the same', async ({ page }) => {
  await page.route(/sim\.worker.*\.js/, (route) => route.abort())
  const studio = new Studio(page)
  await page.goto('/')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The simulation stopped')
  await expect(studio.canvas.device('srv-1')).toBeVisible()
  expect(JSON.parse(await studio.savedText())).toMatchObject({ format: 'mlag-studio' })
  await page.unroute(/sim\.worker.*\.js/)
  await alert.getByRole('button', { name: 'Run again' }).click()
  await studio.expectRunning()
})
