// `npm run bench`: what the engine does per second on this machine, and the same hour in Open vSwitch where it is
// installed. Counts and ratios only; nothing here can fail a build.
import { setFlagsFromString } from 'node:v8'
import { importTypeScript } from './bundle.mjs'

setFlagsFromString('--expose-gc')
const { bench } = await importTypeScript('scripts/bench/main.ts')
await bench()
