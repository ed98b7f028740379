// Keeps the built page on the machine, so that it opens without a network. The build puts in what `FILES` and `BUILD`
// are. A new build waits until every page of the old one is closed, or until one of them asks for it: what other pages of
// the old build load later stays as well.
const FILES = self.__FILES__
const CACHE = `mlag-studio-${self.__BUILD__}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(
        names
          .filter((name) => name.startsWith('mlag-studio-') && name !== CACHE)
          .slice(0, -1)
          .map((name) => caches.delete(name)),
      ),
    ),
  )
})

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== self.location.origin) return
  event.respondWith(isAsset(request) ? keptFirst(request) : newestFirst(request))
})

/** Files that carry their hash in the name never change. */
function isAsset({ url }) {
  return new URL(url).pathname.includes('/assets/')
}

async function keptFirst(request) {
  return (await kept(request)) ?? fetch(request)
}

/** The page itself: as the server has it, or as it is kept when the server does not answer in time. */
async function newestFirst(request) {
  const here = await kept(request)
  if (here === undefined) return fetch(request)
  const late = new Promise((resolve) => setTimeout(() => resolve(here), PATIENCE_MS))
  return Promise.race([fetch(request).catch(() => here), late])
}

async function kept(request) {
  const options = { ignoreSearch: true }
  const cache = await caches.open(CACHE)
  return (await cache.match(request, options)) ?? (isAsset(request) ? await caches.match(request, options) : undefined)
}

const PATIENCE_MS = 3_000
