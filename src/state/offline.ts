import { saveNow } from './session.ts'
import { useUi } from './uiStore.ts'

/**
 * Has the browser keep the built page, which then opens without a network, and says when it keeps a newer build than
 * the one that runs. Where the browser may not, the page needs a network.
 */
export async function keepOffline(): Promise<void> {
  try {
    const kept = await navigator.serviceWorker.register('./sw.js')
    kept.addEventListener('updatefound', () => {
      const coming = kept.installing
      coming?.addEventListener('statechange', () => {
        if (coming.state === 'installed') void tell(kept)
      })
    })
    void tell(kept)
    // A page that stays open for days looks for a newer build whenever it is looked at again.
    let lookedAt = Date.now()
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - lookedAt < LOOK_AGAIN_MS) return
      lookedAt = Date.now()
      void kept.update().catch(() => {})
    })
  } catch {
    // No secure context, or storage is forbidden.
  }
}

/** Saves the design, then lets the newer build take over. Called by the user only: the page never reloads by itself. */
export async function reloadNewer(): Promise<void> {
  await saveNow()
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting ?? null
  if (waiting === null) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}

/** A newer build waits. The page that runs may be it already: the page itself comes from the network first. */
async function tell({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (waiting === null || navigator.serviceWorker.controller === null) return
  const newest = (await caches.keys()).findLast((name) => name.startsWith('mlag-studio-'))
  const page = newest === undefined ? undefined : await (await caches.open(newest)).match('./')
  if (page === undefined) return
  const files = (await page.text()).match(/assets\/[\w.-]+/g) ?? []
  const here = document.head.innerHTML
  if (files.some((file) => !here.includes(file))) useUi.getState().set({ outdated: true })
}

const LOOK_AGAIN_MS = 3_600_000
