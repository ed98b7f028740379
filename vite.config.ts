import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { offline } from './scripts/offline/plugin.mjs'

/**
 * What the built page may load: only its own files. Dialog parts insert `<style>` elements, hence 'unsafe-inline' for
 * styles. Nothing is ever fetched, so `connect-src` is closed altogether.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const FIRST_PAINT_PACKAGES =
  /node_modules[\\/](react|react-dom|scheduler|@xyflow|d3-[a-z]+|zustand|zundo|use-sync-external-store|classcat)[\\/]/

/** What only makes a component or a context: one that nothing shows is left out. */
const PURE_CALLS = ['memo', 'forwardRef', 'createContext']

/** Nothing on the canvas glides: see there. */
const STILL_VIEWPORT = new URL('src/ui/canvas/stillViewport.ts', import.meta.url)

/** Adds the policy to the built page. Not in development: Vite's own client opens a socket and inserts scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'mlag-studio:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Names for developer tools would keep every component of React Flow, shown or not. */
function namelessFlowComponents(): Plugin {
  return {
    name: 'mlag-studio:nameless-flow-components',
    apply: 'build',
    transform: {
      filter: { id: /@xyflow[\\/]react[\\/]dist[\\/]esm/ },
      handler: (code) => ({ code: code.replaceAll(/^\w+\.displayName = .*;$/gm, ''), map: null }),
    },
  }
}

/** Applies the chosen theme before the first paint. Not in index.html, where the bundler would want to bundle it. */
function themeScript(): Plugin {
  return {
    name: 'mlag-studio:theme-script',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { src: './theme.js' }, injectTo: 'head' }],
    },
  }
}

export default defineConfig({
  // Relative, so that the built page works from any path of any static server.
  base: './',
  plugins: [react(), tailwindcss(), contentSecurityPolicy(), namelessFlowComponents(), themeScript(), offline()],
  resolve: { alias: [{ find: /^d3-(transition|interpolate)$/, replacement: fileURLToPath(STILL_VIEWPORT) }] },
  worker: { format: 'es' },
  build: {
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The polyfill would use fetch, which the policy forbids; every supported browser preloads modules itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The editor of the text pane is one part that loads when it is opened. The first load has a test of its own.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // A slow machine is no news to who starts the page.
      checks: { bundlerTimings: false },
      treeshake: { manualPureFunctions: PURE_CALLS },
      // What the first paint needs from packages, in one file: compresses better than many small ones, and stays cached.
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: FIRST_PAINT_PACKAGES },
            { name: 'app', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Simulated hours run in seconds, on a busy machine in more: a slow test is not a failed one.
    testTimeout: 120_000,
  },
})
