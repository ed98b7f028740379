// Writes the service worker of the built page: its list is what the build wrote.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('serviceWorker.js', import.meta.url))

/** A Vite plugin. Own code because the kept ones bring a bundler of their own for what is a list of files. */
export function offline() {
  let folder = ''
  return {
    name: 'mlag-studio:offline',
    apply: 'build',
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: () => writeServiceWorker(folder),
    },
  }
}

function writeServiceWorker(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const build = createHash('sha256')
  for (const file of files) build.update(file).update(readFileSync(join(folder, file)))
  const list = ['./', ...files.filter((file) => file !== 'index.html').map((file) => `./${file}`)]
  const text = readFileSync(SOURCE, 'utf8')
    .replace('self.__FILES__', JSON.stringify(list))
    .replace('self.__BUILD__', JSON.stringify(build.digest('hex').slice(0, 16)))
  writeFileSync(join(folder, 'sw.js'), text)
}
