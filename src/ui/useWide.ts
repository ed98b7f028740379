import { useSyncExternalStore } from 'react'

/** `full`: room for names everywhere. `rail`: the palette is a rail. `overlay`: the inspector lies over the canvas. */
export type Room = 'full' | 'rail' | 'overlay'

/** How much room the page has; follows the window. */
export function useWide(): Room {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('resize', changed)
      return () => removeEventListener('resize', changed)
    },
    () => (innerWidth > RAIL_PX ? 'full' : innerWidth > OVERLAY_PX ? 'rail' : 'overlay'),
  )
}

const RAIL_PX = 1100
const OVERLAY_PX = 900
