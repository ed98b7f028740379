// `npm run bench`: what the engine does per second on this machine, the same hour in Open vSwitch where it is installed,
// and how long a large design is checked and exported. Counts and ratios only; nothing here can fail a build.
import { rmSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { bundleTypeScript, importTypeScript } from './bundle.mjs'

setFlagsFromString('--expose-gc')
const { bench } = await importTypeScript('scripts/bench/main.ts')
const thread = await bundleTypeScript('scripts/bench/designThread.ts')
try {
  await bench(thread.file, process.argv.slice(2))
} finally {
  rmSync(thread.folder, { recursive: true, force: true })
}
