import { type RefObject, useEffect, useRef, useState } from 'react'
import { useUi } from '../../state/uiStore.ts'

export interface PaneWidth {
  readonly pane: RefObject<HTMLElement | null>
  /** CSS px. */
  readonly width: number
  /** The widest that leaves some of the canvas; null where there is no room for both, and the pane lies over it. */
  readonly max: number | null
}

/** The width that was chosen last, as far as the place beside the canvas has room for it. */
export function usePaneWidth(): PaneWidth {
  const pane = useRef<HTMLElement>(null)
  const [room, setRoom] = useState(() => innerWidth)
  const wanted = useUi((ui) => ui.textWidth)
  useEffect(() => {
    const place = pane.current?.parentElement
    if (!place) return
    const observer = new ResizeObserver(() => setRoom(place.clientWidth))
    observer.observe(place)
    return () => observer.disconnect()
  }, [])
  const max = room < MIN_PX + CANVAS_PX ? null : Math.min(MAX_PX, room - CANVAS_PX)
  return { pane, width: Math.min(wanted, max ?? room), max }
}

export const MIN_PX = 320
const MAX_PX = 960
/** Of the canvas that stays beside it. */
const CANVAS_PX = 240
