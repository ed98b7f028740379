import { useEffect } from 'react'
import { useUi } from '../state/uiStore.ts'
import { keysOf } from './shortcutKeys.ts'

/** Listens on the whole page. Keys that an input, a menu or the canvas means for itself stay there. */
export function useShortcuts(): void {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const listen = (event: KeyboardEvent): void => {
      const keys = event.defaultPrevented || belongsToTarget(event) ? null : keysOf(event)
      // The browser's own clipboard events answer these: see `useClipboard`.
      if (keys === null || /^Ctrl [CVX]$/.test(keys)) return
      event.preventDefault()
      void load().then(({ SHORTCUTS }) => {
        // Keys that followed one that opened a dialog were meant for it.
        if (useUi.getState().dialog === null) SHORTCUTS.find((shortcut) => shortcut.keys === keys)?.run()
      })
    }
    addEventListener('keydown', listen, { signal })
    addEventListener('input', ({ target }) => (typedIn = target), { signal })
    for (const taken of ['change', 'focusin']) addEventListener(taken, () => (typedIn = null), { signal })
    // Whoever moves the pointer will press a key: what it does is here by then.
    addEventListener('pointermove', () => void load(), { signal, once: true })
    return () => stop.abort()
  }, [])
}

const load = () => import('./shortcuts.ts')

/** The field that holds what was typed and not yet taken: undo is its own until then. */
let typedIn: EventTarget | null = null

function belongsToTarget(event: KeyboardEvent): boolean {
  // A dialog may still be loading: what is typed meanwhile is meant for it.
  if (useUi.getState().dialog !== null) return true
  if (!(event.target instanceof HTMLElement)) return false
  if (event.target.closest('[role="dialog"], [role="menu"]') !== null) return true
  const command = event.ctrlKey || event.metaKey
  if (event.target.matches('input, textarea, select, [contenteditable]')) {
    const own = event.target === typedIn || !event.target.matches('input') ? 'zyacxvd' : 'acxvd'
    return !command || own.includes(event.key.toLowerCase())
  }
  if (isSelectedOnCanvas(event.target)) return false
  return event.key === ' ' && event.target.closest('button, a, [role="tab"], [role="switch"], summary') !== null
}

/** Space on a part of the canvas that is selected already plays or pauses. */
function isSelectedOnCanvas(element: HTMLElement): boolean {
  const { port, link, bond, domain } = element.dataset
  const id = port ?? link ?? bond ?? domain
  return useUi.getState().selection.some((target) => target.id === id)
}
