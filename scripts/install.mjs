// Installs what the lock file says, once. Node built-ins only: it runs before the first install.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Ends the process with one sentence when this Node is too old to go on. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const [major, minor] = engines.node.replace('>=', '').split('.').map(Number)
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  console.error(
    `MLAG Studio needs Node ${major}.${minor} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  )
  process.exit(1)
}

/** Runs `npm ci` when node_modules is missing, incomplete or older than the lock file. */
export function ensureInstalled() {
  // npm writes this file last, so it also tells a finished install from an interrupted one.
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  const lock = join(ROOT, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.log('Installing what package-lock.json says (first run, or the lock file changed) …')
  const code = npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code === 0) return
  console.error('npm ci failed: see its message above. Without network access the first install cannot work.')
  process.exit(1)
}

/** Runs a tool of this project with the same Node, from the project's folder. Gives its exit code. */
export function runTool(script, args, env = {}) {
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return result.status ?? 1
}

function npm(args) {
  // Under `npm start` this names npm's own script, which also works where `npm` is a shell file (Windows).
  const script = process.env.npm_execpath
  const result = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  return result.status ?? 1
}
