import { defineConfig } from 'vitest/config'

/** Tests against programs that are not part of this project; each says which of them it needs. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/interop/**/*.test.ts'],
    // Each file starts daemons of its own; side by side they would only wait for each other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
