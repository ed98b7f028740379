import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/** All JavaScript until the pair is on screen, the worker included: gzip, 1 kB = 1000 bytes. */
const BUDGET_BYTES = 250 * 1000

test('the page needs at most 250 kB of JavaScript until the pair is on screen', async ({ page }) => {
  const scripts = new Map<string, Promise<number>>()
  page.context().on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return
    const name = new URL(response.url()).pathname
    scripts.set(
      name,
      response.body().then((body) => gzipSync(body).length),
    )
  })
  await page.goto('/')
  await expect(page.getByTestId('pair-leafs')).toBeVisible()
  // Drawn is not enough: what the worker still fetches before the pair lives counts as well.
  await expect(page.getByTestId('port-leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  expect([...scripts.keys()].some((name) => name.includes('worker'))).toBe(true)

  const sizes = await Promise.all([...scripts].map(async ([name, size]) => [name, await size] as const))
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  const lines = sizes.map(([name, size]) => `  ${(size / 1000).toFixed(1).padStart(6)} kB  ${name}`)
  process.stdout.write(`JavaScript until the pair is on screen, gzip: ${(total / 1000).toFixed(1)} of 250 kB\n`)
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(total).toBeLessThanOrEqual(BUDGET_BYTES)
})
