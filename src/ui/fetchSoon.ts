/** What one opens next, most likely: fetched one after the other while the page is idle, so that it opens at once. */
const SOON: readonly (() => Promise<unknown>)[] = [
  () => import('./canvas/CanvasMenu.tsx'),
  () => import('./shortcuts.ts'),
  () => import('./panels/stateTab/StateTab.tsx'),
  () => import('./panels/configure/ConfigureTab.tsx'),
  () => import('./edit/SelectionBar.tsx'),
  () => import('./dialogs/CommandPalette.tsx'),
  () => import('./toolbar/FileMenuItems.tsx'),
  () => import('./panels/checks/ChecksTab.tsx'),
  () => import('./panels/config/ConfigTab.tsx'),
  () => import('./panels/console/ConsoleTab.tsx'),
  () => import('./gallery/GalleryDialog.tsx'),
  () => import('./dialogs/ExportDialog.tsx'),
  () => import('./failing/FailureDialog.tsx'),
  () => import('./tables/TableView.tsx'),
]

export async function fetchSoon(): Promise<void> {
  for (const fetchPart of SOON) {
    await idle()
    // Who is offline now may be online when the part is opened.
    await fetchPart().catch(() => {})
  }
}

/** Safari knows no idle callbacks. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS })
    else setTimeout(resolve, PATIENCE_MS)
  })
}

const PATIENCE_MS = 1_000
