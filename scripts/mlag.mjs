// `npm run mlag -- …`: the command line, without a build step of the user's. Node runs no TypeScript on its own, so the
// sources are bundled into node_modules/.cache when they changed (about a second), else the cached bundle starts at once.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './install.mjs'

const SOURCES = ['src/core', 'src/cli', 'package-lock.json']
const CACHE = join(ROOT, 'node_modules', '.cache', 'mlag')

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const bundle = join(CACHE, stamp())
if (!existsSync(bundle)) await build(bundle)
const { main } = await import(pathToFileURL(join(bundle, 'main.js')).href)
process.exitCode = await main(process.argv.slice(2))

/** Changes whenever a source file does. */
function stamp() {
  const hash = createHash('sha256')
  const add = (path) => {
    const here = statSync(join(ROOT, path))
    if (here.isDirectory()) for (const name of readdirSync(join(ROOT, path)).toSorted()) add(`${path}/${name}`)
    else if (!path.endsWith('.test.ts')) hash.update(`${path} ${here.size} ${here.mtimeMs}\n`)
  }
  for (const source of SOURCES) add(source)
  return hash.digest('hex').slice(0, 16)
}

/** Ends the process with one sentence when libraries are missing or older than the sources; other errors go on. */
function told(error) {
  if (!/Cannot find package|failed to resolve import/.test(error.message)) throw error
  console.error('Libraries that MLAG Studio is built from are missing or old: npm ci installs what the lock file says.')
  process.exit(1)
}

/** Builds beside the goal and renames, so that two commands started at once do not meet a half-written bundle. */
async function build(goal) {
  const { build: viteBuild } = await import('vite').catch(told)
  const draft = `${goal}.${process.pid}`
  mkdirSync(CACHE, { recursive: true })
  await viteBuild({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'src/cli/main.ts', outDir: draft, minify: false, target: 'node20' },
  }).catch(told)
  const old = readdirSync(CACHE).filter((name) => !name.includes('.'))
  try {
    renameSync(draft, goal)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  for (const name of old) rmSync(join(CACHE, name), { recursive: true, force: true })
}
