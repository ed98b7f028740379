import { useEffect } from 'react'
import { useUi } from '../../state/uiStore.ts'

/**
 * The keys of the clipboard. The browser's own events, so that text selected on the page and text in fields is copied
 * and pasted as everywhere.
 */
export function useClipboard(): void {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const listen = (type: 'copy' | 'cut' | 'paste', take: (event: ClipboardEvent) => void): void =>
      document.addEventListener(type, (event) => !isText(event) && take(event), { signal })
    for (const how of ['copy', 'cut'] as const) {
      listen(how, (event) => {
        if (useUi.getState().selection.length === 0) return
        event.preventDefault()
        void import('./clipboard.ts').then(({ copySelected }) => copySelected(how))
      })
    }
    listen('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const files = [...(event.clipboardData?.files ?? [])]
      if (text === '' && files.length === 0) return
      event.preventDefault()
      void import('./paste.ts').then(({ takePasted }) => takePasted(files, text))
    })
    return () => stop.abort()
  }, [])
}

/** True where the event is about text: in a field, in a dialog, or with text selected on the page. */
function isText({ target, type }: ClipboardEvent): boolean {
  const element = target instanceof Element ? target : document.activeElement
  if (element?.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return true
  return useUi.getState().dialog !== null || (type !== 'paste' && getSelection()?.isCollapsed === false)
}
