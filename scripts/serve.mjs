// Serves the built page on this machine only. Node built-ins only.
// Run directly (`node scripts/serve.mjs --port 4173`) it takes exactly that port: what the browser tests use.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './install.mjs'

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Listens on `port` or, unless `exact`, on the next free one. Resolves to the port. */
export async function serve({ folder = join(ROOT, 'dist'), port, exact = false }) {
  for (let tried = port; tried <= (exact ? port : port + 100); tried++) {
    const free = await listen(folder, tried)
    if (free) return tried
  }
  throw new Error(exact ? `Port ${port} is taken.` : `No free port from ${port} to ${port + 100}.`)
}

/** Both loopback addresses, since `localhost` may mean either; IPv6 may be absent. */
async function listen(folder, port) {
  const servers = []
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer((request, response) => void answer(folder, request, response))
    const problem = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code))
      server.listen(port, host, () => resolve(null))
    })
    if (problem === null) servers.push(server)
    else if (problem === 'EADDRINUSE' || problem === 'EACCES' || host === '127.0.0.1') {
      for (const other of servers) other.close()
      return false
    }
  }
  return true
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET and HEAD.')
  const file = fileFor(folder, request.url ?? '/')
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || !found?.isFile()) return end(response, 404, 'Not here.')
  response.writeHead(200, {
    'content-type': MIME[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    // Files under assets/ carry their hash in the name; everything else must be fresh after the next build.
    'cache-control': file.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** The file that a URL names, or null when it points outside the folder or makes no sense. */
function fileFor(folder, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    if (path.includes('\0')) return null
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
    return file.startsWith(folder + sep) ? file : null
  } catch {
    return null
  }
}

function end(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf('--port')
  const port = at < 0 ? 4173 : Number(process.argv[at + 1])
  await serve({ port, exact: true })
  console.log(`http://localhost:${port}/`)
}
