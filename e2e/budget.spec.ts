import { gzipSync } from 'node:zlib'
import { expect, type Request, test } from '@playwright/test'

/** All JavaScript until the pair is on screen, the worker included: gzip, 1 kB = 1000 bytes. */
const BUDGET_BYTES = 250 * 1000

test('the page needs at most 250 kB of JavaScript until the pair is on screen', async ({ page }) => {
  const requests: Request[] = []
  page.context().on('requestfinished', (request) => requests.push(request))
  // Drawn is not enough: what the worker still fetches before the pair lives counts as well.
  await page.addInitScript((alive) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(alive) === null) return
      performance.mark('alive')
      observer.disconnect()
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] })
  }, '[data-testid="port-leaf-a:Ethernet1/1"][data-state="forwarding"]')
  await page.goto('/')
  await expect(page.getByTestId('pair-leafs')).toBeVisible()
  await expect(page.getByTestId('port-leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  const alive = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('alive')
    return mark === undefined ? null : performance.timeOrigin + mark.startTime
  })
  if (alive === null) throw new Error('The instant at which the pair came to life was missed')

  const scripts = new Map<string, number>()
  for (const request of requests.filter((one) => one.timing().startTime <= alive)) {
    const response = await request.response()
    if (response === null || !/javascript/.test(response.headers()['content-type'] ?? '')) continue
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length)
  }
  expect([...scripts.keys()].some((name) => name.includes('worker'))).toBe(true)
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0)
  const lines = [...scripts].map(([name, size]) => `  ${(size / 1000).toFixed(1).padStart(6)} kB  ${name}`)
  process.stdout.write(`JavaScript until the pair is on screen, gzip: ${(total / 1000).toFixed(1)} of 250 kB\n`)
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(total).toBeLessThanOrEqual(BUDGET_BYTES)
})
