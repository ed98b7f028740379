// Node runs no TypeScript on its own: bundles an entry of this project with Vite and imports the bundle.
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './install.mjs'

/** What the TypeScript module at `entry` (from the project's folder) exports. */
export async function importTypeScript(entry) {
  const { folder, file } = await bundleTypeScript(entry)
  try {
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One module of JavaScript in a folder of its own, which is the caller's to remove. */
export async function bundleTypeScript(entry) {
  const { build } = await import('vite')
  const folder = join(ROOT, 'node_modules', '.cache', `bundle-${process.pid}-${basename(entry, '.ts')}`)
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'entry.js' } },
    },
  })
  return { folder, file: join(folder, 'entry.js') }
}
