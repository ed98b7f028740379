// Finds a Chromium for the browser tests. Node built-ins only.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { ROOT } from './install.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
]
const DOWNLOAD_LIMIT_MS = 60_000

/**
 * Path of a browser, in this order: CHROMIUM_PATH, an installed one, Debian's package (as root), Playwright's download.
 * Null when none works.
 */
export function provideBrowser() {
  return findBrowser() ?? installFromDebian() ?? downloadFromPlaywright()
}

/** Path of a browser that is already here, or null. */
export function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    console.error(`CHROMIUM_PATH names ${chosen}, which does not exist; looking for another browser.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? downloaded()
}

/** What to do when there is no browser: one sentence. */
export const NO_BROWSER =
  'No browser for the browser tests: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.'

/** Flags for a browser in a container or on a machine without a graphics card. */
export function browserFlags() {
  const asRoot = process.getuid?.() === 0
  return [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage']
}

function installFromDebian() {
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  if (!isDebian || process.getuid?.() !== 0) return null
  console.log('Installing Debian’s chromium for the browser tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env })
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null
}

function downloadFromPlaywright() {
  console.log('Downloading a browser for the browser tests, for at most a minute …')
  spawnSync(process.execPath, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', '--no-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: DOWNLOAD_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  return downloaded()
}

function downloaded() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath()
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}
