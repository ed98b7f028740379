import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from '../scripts/browser.mjs'

// One port for this run, so that two runs on one machine do not meet; workers inherit it.
const port = (process.env['MLAG_STUDIO_E2E_PORT'] ??= String(20_000 + (process.pid % 12_000)))
const report = process.env['MLAG_STUDIO_E2E_REPORT']
const executablePath = findBrowser()

/** Browser tests of the built page (`npm run build` first; `npm test` does). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  // On a machine that others use as well a test may lose a race once. `npm test` names how many needed this.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  outputDir: '../test-results',
  reporter: [['list'], ...(report === undefined ? [] : ([['json', { outputFile: report }]] as const))],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    // Not a first visit: its tour has a test of its own.
    storageState: {
      cookies: [],
      origins: [{ origin: `http://localhost:${port}`, localStorage: [{ name: 'mlag-studio:tour', value: 'seen' }] }],
    },
    trace: 'off',
    // Pages of one test must not come from another's cache. The test of the page without a network allows it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: browserFlags() },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
})
