import { useEffect, useState } from 'react'
import { keysOf } from '../shortcutKeys.ts'
import { SHORTCUTS } from '../shortcuts.ts'

/** The key that was pressed and what it does, for those who watch; goes after a while. */
export function PressedKey() {
  const [shown, setShown] = useState<{ readonly keys: string; readonly name: string; readonly seq: number } | null>(
    null,
  )
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    addEventListener(
      'keydown',
      (event) => {
        const keys = keysOf(event)
        const shortcut = keys === null ? undefined : SHORTCUTS.find((other) => other.keys === keys)
        if (shortcut === undefined || shortcut.keys === 'Escape') return
        setShown((before) => ({ keys: shortcut.keys, name: shortcut.name, seq: (before?.seq ?? 0) + 1 }))
        clearTimeout(timer)
        timer = setTimeout(() => setShown(null), SHOWN_MS)
      },
      { signal: stop.signal, capture: true },
    )
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  if (shown === null) return null
  return (
    <div
      aria-hidden
      data-testid="pressed-key"
      className="pointer-events-none fixed bottom-28 left-1/2 z-40 flex -translate-x-1/2 items-center gap-3 rounded-3 bg-raised px-4 py-2.5 text-16 shadow-2"
    >
      <kbd className="rounded-2 bg-inset px-2.5 py-1 font-sans font-semibold shadow-[inset_0_0_0_1px_var(--line-2)]">
        {shown.keys}
      </kbd>
      {shown.name}
    </div>
  )
}

const SHOWN_MS = 1_800
