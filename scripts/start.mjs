// `npm start`: installs on the first run, builds when something changed, serves the page on this machine, opens it.
// Node built-ins only: it runs before the first install.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureInstalled, ROOT, runTool } from './install.mjs'
import { serve } from './serve.mjs'

const FIRST_PORT = 4173

checkNode()
ensureInstalled()
if (isBuildStale()) {
  const code = runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  if (code !== 0) process.exit(code)
}
const port = await serve({ port: FIRST_PORT })
const address = `http://localhost:${port}/`
console.log(`\nMLAG Studio runs at ${address}\nStop it with Ctrl+C.`)
openBrowser(address)

/** True when a source is newer than the built page, or there is none. */
function isBuildStale() {
  const built = join(ROOT, 'dist', 'index.html')
  if (!existsSync(built)) return true
  const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
  return Math.max(...inputs.map((input) => newest(join(ROOT, input)))) > statSync(built).mtimeMs
}

function newest(path) {
  const here = statSync(path)
  if (!here.isDirectory()) return here.mtimeMs
  return Math.max(here.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Opens the address in the user's browser. Quietly does nothing where nobody would see it. */
function openBrowser(url) {
  const { CI, BROWSER, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI || BROWSER === 'none' || SSH_CONNECTION) return
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  if (command === 'xdg-open' && !DISPLAY && !WAYLAND_DISPLAY) return
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
