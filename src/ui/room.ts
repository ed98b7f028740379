import { useSyncExternalStore } from 'react'

/**
 * `full`: room for names everywhere. `rail`: the palette is a rail. `overlay`: the inspector lies over the canvas.
 * `phone`: one thing at a time, with tabs.
 */
export type Room = 'full' | 'rail' | 'overlay' | 'phone'

/** How much room the page has; follows the window. */
export function useRoom(): Room {
  return useSyncExternalStore((changed) => {
    addEventListener('resize', changed)
    return () => removeEventListener('resize', changed)
  }, roomNow)
}

/** Fingers are what this machine is used with. */
export function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches
}

/** A phone in the hand shows, fails and repairs a design; it does not edit one. */
export function isViewOnly(): boolean {
  return isTouch() && roomNow() === 'phone'
}

export function roomNow(): Room {
  // By the screen, not the window: the keyboard of a tablet takes half of that and makes no phone of it.
  const lying = isTouch() && Math.min(screen.width, screen.height) < LYING_PX
  if (innerWidth < PHONE_PX || lying) return 'phone'
  return innerWidth > RAIL_PX ? 'full' : innerWidth > OVERLAY_PX ? 'rail' : 'overlay'
}

const RAIL_PX = 1100
const OVERLAY_PX = 900
const PHONE_PX = 640
const LYING_PX = 480
