import { useEffect, useRef } from 'react'

/** A ring round the pointer, for those who watch: smaller while it is pressed. */
export function PointerRing() {
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (ring.current === null) return
        ring.current.style.translate = `${clientX}px ${clientY}px`
        ring.current.style.opacity = '1'
      },
      { signal },
    )
    for (const [type, scale] of [
      ['pointerdown', '0.7'],
      ['pointerup', '1'],
    ] as const) {
      addEventListener(
        type,
        () => {
          if (ring.current !== null) ring.current.style.scale = scale
        },
        { signal, capture: true },
      )
    }
    return () => stop.abort()
  }, [])
  return (
    <div
      ref={ring}
      aria-hidden
      data-testid="pointer-ring"
      className="pointer-events-none fixed -top-6 -left-6 z-40 size-12 rounded-full bg-you/15 opacity-0 shadow-[inset_0_0_0_2px_var(--you)] transition-[scale] duration-[var(--t-fast)]"
    />
  )
}
