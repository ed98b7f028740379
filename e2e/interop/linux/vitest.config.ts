import { defineConfig } from 'vitest/config'

/** Tests against the bonding driver of Linux in a virtual machine; `npm run interop:linux` prepares it first. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/interop/linux/*.linux.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
